/** Educators hear of innovations: through the profession, the media and policy, or from people they know who use them. */

import { reason, stages } from '../agents/educators.ts';
import { chance, clamp } from '../arithmetic.ts';
import { acceptance, type Layer, newsClocks } from '../clocks.ts';
import { defineProcess, type Model } from '../model.ts';
import { layers } from '../network.ts';
import type { Values } from '../quantity.ts';
import { block, purposes, unit, words } from '../random.ts';
import { isUsing } from '../use.ts';

const rate = { unit: 'per year', bounds: [0, 1], grade: 'D', source: 'assumed' } as const;

const parameters = {
  broadcast: {
    ...rate,
    label: 'Hearing through the profession, the media and policy, at full visibility',
    range: [0.1, 0.6],
    default: 0.2,
    grade: 'C',
    source: 'hybrid corn: salesmen were the first source for 49% (Ryan & Gross 1943, as summarised)',
  },
  contact: {
    ...rate,
    label: 'Hearing from users when all one’s ties use it',
    range: [0.3, 1],
    default: 0.9,
    grade: 'C',
    source: 'hybrid corn: neighbours were the first source for 14.6% (Ryan & Gross 1943, as summarised)',
  },
  sharing: {
    label: 'Sharing of what is learned',
    unit: 'factor',
    range: [0.5, 2],
    bounds: [0, 5],
    default: 0.7,
    grade: 'D',
    source: 'assumed low; source document “How to scale up and scale in”: findings are not shared',
  },
  again: {
    ...rate,
    label: 'Former users who would look at it again',
    range: [0.3, 1],
    default: 0.5,
    source: 'assumed: about two years',
  },
  programme: {
    ...rate,
    label: 'Hearing inside a programme school',
    range: [0.5, 1],
    default: 1,
    source: 'assumed: everyone within the year',
  },
  window: {
    label: 'Attention gained while a window is open',
    unit: 'share',
    range: [0, 1],
    bounds: [0, 5],
    default: 0.3,
    grade: 'D',
    source: 'assumed',
  },
} as const;

const AWARE = stages.indexOf('aware');
const BROADCAST = reason('broadcast');
const PROGRAMME = reason('programme');
const TEAM = reason('team');

export const awareness = defineProcess({
  name: 'awareness',
  label: 'Awareness',
  about:
    'Nobody adopts what they have not heard of. News comes by broadcast, at a rate that follows the visibility and hype of an innovation that somebody uses or offers, by contact with users among one’s ties, and in programme schools by the programme. External sources are expected to weigh more in awareness than in adoption (Ryan & Gross 1943). Those who gave up become open to it again after about two years.',
  acts: 'bucket',
  parameters,
  writes: ['educators.aware', 'educators.through', 'educators.stopped', 'educators.moved', 'educators.stage', 'state.hearings'],
  run(model, p) {
    const { time, innovations, innovationCount, schools, clocks } = model;
    let launched = 0;
    for (let v = 0; v < innovationCount; v++) if (innovations.launched[v]) launched |= 1 << v;
    if (!launched) return;
    const bucketOfYear = time.bucket % time.bucketsPerYear;
    if (time.bucket % (time.bucketsPerYear / time.stepsPerYear) === 0) {
      const yearIndex = (time.bucket - bucketOfYear) / time.bucketsPerYear;
      // Only the programme's news is faster than the first clock.
      clocks.windFurther(newsClocks, yearIndex, (s) => (schools.affiliation[s] > 1 && schools.affiliation[s] < 5 ? 1 : 0));
    }
    for (const layer of newsClocks) candidates(model, p, layer, launched, bucketOfYear);
  },
});

function candidates(
  model: Model,
  p: Values<typeof parameters>,
  { clock, from, rate }: Layer,
  launched: number,
  bucketOfYear: number,
): void {
  const { clocks, time, educators, system, innovationCount, key, state } = model;
  const { list, count } = clocks.candidates(clock, bucketOfYear);
  const dt = time.bucketLength;
  const all = clocks.candidateChance[clock];
  const contact = p.contact * p.sharing;
  for (let i = 0; i < count; i++) {
    const e = list[i];
    const open = launched & ~educators.aware[e];
    if (!open || educators.moved[e] === time.bucket + 1) continue;
    const s = system.educatorSchool[e];
    const luck =
      acceptance(key, purposes.acceptNews + (clock << 8), system.schoolKey[s], e - system.firstEducator[s], time.bucket) * all;
    let hazard = 0;
    for (let v = 0; v < innovationCount; v++) {
      if (!(open & (1 << v))) continue;
      hazard += newsWithoutTies(model, p, e, s, v);
      // Draw first, look after: ties need not be read when not even use by all of them would do.
      if (luck >= chance(clamp(hazard + contact - from, 0, rate), dt)) continue;
      hazard += contact * seenUse(model, e, s, v, contact);
      if (luck >= chance(clamp(hazard - from, 0, rate), dt)) continue;
      const which = 1 << v;
      educators.aware[e] |= which;
      educators.stopped[e] &= ~which;
      educators.moved[e] = time.bucket + 1;
      if (educators.using[e] === 0) educators.stage[e] = AWARE;
      const why = through(model, e, s);
      educators.through[e] = why;
      state.hearings[why]++;
      break;
    }
  }
}

/** The additive parts of the rate of the educator last looked at: broadcast, programme, contact by layer. */
const parts = new Float64Array(2 + layers.length);

/** What reaches an educator otherwise than from people: broadcast and programme, per year. */
function newsWithoutTies(
  { educators, innovations, levers, schools, state }: Model,
  p: Values<typeof parameters>,
  e: number,
  s: number,
  v: number,
): number {
  parts[0] = 0;
  parts[1] = 0;
  if (educators.stopped[e] & (1 << v)) {
    parts[0] = p.again;
    return p.again;
  }
  if (innovations.local[v] === 0) {
    const seen = clamp(levers.innovations[v].visibility * (0.5 + innovations.hype[v] / 0.2), 0, 1);
    parts[0] =
      p.broadcast *
      seen *
      (1 + p.window * state.windowOpen[0]) *
      (0.5 + levers.forces.profession.level * schools.connections[s * 5 + 4]);
  }
  if (schools.programme[s] === v + 1 && schools.affiliation[s] > 1 && schools.affiliation[s] < 5) parts[1] = p.programme;
  return parts[0] + parts[1];
}

/** Share of the switched-on ties that use v: contact is simple contagion, one user is enough to hear. Fills the parts by layer. */
function seenUse({ system, educators, state, clusters }: Model, e: number, s: number, v: number, rate: number): number {
  const { offsets, source, layer, luck } = system.ties;
  const inCluster = clusters.active[system.schoolCluster[s]];
  for (let l = 0; l < layers.length; l++) parts[2 + l] = 0;
  let on = 0;
  let using = 0;
  for (let k = offsets[e]; k < offsets[e + 1]; k++) {
    const l = layer[k];
    if (luck[k] >= state.layerShare[l] * 256 || (l === 3 && !inCluster)) continue;
    on++;
    if (isUsing(educators, source[k], v)) {
      using++;
      parts[2 + l]++;
    }
  }
  if (on === 0) return 0;
  if (using === 0) return 0;
  const share = using / on;
  for (let l = 0; l < layers.length; l++) parts[2 + l] *= (rate * share) / using;
  return share;
}

/** Which part of the rate it was, drawn in proportion. */
function through({ key, system, time }: Model, e: number, s: number): number {
  let total = 0;
  for (const part of parts) total += part;
  block(key, purposes.reason, system.schoolKey[s], e - system.firstEducator[s], time.bucket);
  let at = unit(words[1]) * total;
  for (let i = 0; i < parts.length; i++) {
    at -= parts[i];
    if (at < 0) return i === 0 ? BROADCAST : i === 1 ? PROGRAMME : TEAM + i - 2;
  }
  return BROADCAST;
}
