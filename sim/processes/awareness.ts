/** Educators hear of innovations: through the profession, the media and policy, or from people they know who use them. */

import { reason, stages } from '../agents/educators.ts';
import { forces } from '../agents/others.ts';
import { isInProgramme } from '../agents/schools.ts';
import { acceptance } from '../almanac.ts';
import { clamp, isBelowChance } from '../arithmetic.ts';
import { defineProcess, isStepStart, type Model, markMoved } from '../model.ts';
import { layerOf, layers, limitOf, sourceOf } from '../network.ts';
import type { Values } from '../quantity.ts';
import { block, purposes, unit, words } from '../random.ts';
import { furtherBits, type Layer, newsClocks } from '../rates.ts';
import { usedBits } from '../use.ts';

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
    label: 'Hearing from colleagues where everyone whom one is tied to uses it',
    range: [0.3, 1],
    default: 0.7,
    grade: 'C',
    source:
      'so that neighbours are the first source for a part of adopters only (hybrid corn: 14.6%, Ryan & Gross 1943, as summarised)',
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
  unconnected: {
    label: 'Broadcast that reaches a school without connections to the profession',
    unit: 'share of the full one',
    range: [0.3, 0.8],
    bounds: [0, 2],
    default: 0.5,
    grade: 'D',
    source: 'assumed; journals and media reach everybody, networks more',
  },
  unpraised: {
    label: 'Broadcast of an innovation without hype, beside its visibility',
    unit: 'share',
    range: [0.3, 0.8],
    bounds: [0, 2],
    default: 0.5,
    grade: 'D',
    source: 'assumed; talk adds to what is visible',
  },
  hypeScale: {
    label: 'Hype that adds an innovation’s whole visibility to its broadcast',
    unit: 'SD',
    range: [0.1, 0.4],
    bounds: [0.01, 2],
    default: 0.2,
    grade: 'D',
    source: 'assumed; expectations of a fifth of an SD are loud promises',
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
const PROFESSION = forces.indexOf('profession');
const CLUSTER = layers.indexOf('cluster');

export const awareness = defineProcess({
  name: 'awareness',
  label: 'Awareness',
  about:
    'Nobody adopts what they have not heard of. News comes by broadcast, at a rate that follows the visibility and hype of an innovation that somebody uses or offers, by contact with users among one’s ties, and in programme schools by the programme. Of colleagues it is the share that use it that counts, not their number. All together it comes at 1.5 a year at most. External sources are expected to weigh more in awareness than in adoption (Ryan & Gross 1943). Those who gave up become open to it again after about two years.',
  acts: 'bucket',
  parameters,
  writes: ['educators.aware', 'educators.stopped', 'educators.moved', 'educators.stage', 'state.hearings'],
  run(model, p) {
    const { time, innovations, innovationCount } = model;
    let launched = 0;
    for (let v = 0; v < innovationCount; v++) if (innovations.launched[v]) launched |= 1 << v;
    if (!launched) return;
    const bucket = time.bucket % time.bucketsPerYear;
    if (isStepStart(time)) wakeReached(model, p);
    for (const layer of newsClocks) candidates(model, p, layer, launched, bucket);
  },
});

/** Wakes the further clock of those whom news may reach faster than the first one serves. */
function wakeReached(model: Model, p: Values<typeof parameters>): void {
  const { schools, system, clocks, educators, levers } = model;
  const loudest = broadcasts(model, p).reduce((sum, one) => sum + one, 0) * (p.unconnected + levers.forces.profession.level);
  const told = p.contact * p.sharing;
  for (let s = 0; s < system.schoolCount; s++) {
    const fresh = loudest + told + (isInProgramme(schools.affiliation[s]) ? p.programme : 0);
    const bits = furtherBits(newsClocks, fresh);
    const bitsAgain = furtherBits(newsClocks, fresh + p.again);
    if (!bitsAgain) continue;
    for (let e = system.firstEducator[s]; e < system.firstEducator[s + 1]; e++) {
      const which = educators.stopped[e] ? bitsAgain : bits;
      if (which) clocks.wake(e, s, which);
    }
  }
}

function candidates(
  model: Model,
  p: Values<typeof parameters>,
  { clock, from, rate }: Layer,
  launched: number,
  bucket: number,
): void {
  const { clocks, time, educators, system, schools, levers, innovationCount, key, state } = model;
  const { offsets } = system.ties;
  const candidates = clocks.candidates(clock);
  const { list, count, room } = candidates;
  const { awake } = clocks;
  const runs = 1 << clock;
  const dt = time.bucketLength;
  const all = clocks.candidateChance[clock];
  const contact = p.contact * p.sharing;
  const loud = broadcasts(model, p);
  const connected = p.unconnected + levers.forces.profession.level * state.connections[PROFESSION];
  for (let i = bucket * room; i < bucket * room + count[bucket]; i++) {
    const e = list[i];
    if (!(awake[e] & runs)) continue;
    const open = launched & ~educators.aware[e];
    if (!open || educators.moved[e]) continue;
    const s = system.educatorSchool[e];
    const luck = acceptance(candidates, i, key, clock, system.schoolKey[s], e - system.firstEducator[s], time.bucket) * all;
    // Whom one talks to: one tie, drawn at random, stands for all of them.
    const ties = offsets[e + 1] - offsets[e];
    const tie = ties > 0 ? offsets[e] + Math.floor(unit(words[1]) * ties) : -1;
    const shown = tie >= 0 ? shownBy(model, tie, s) : 0;
    let hazard = 0;
    for (let v = 0; v < innovationCount; v++) {
      const which = 1 << v;
      if (!(open & which)) continue;
      const again = educators.stopped[e] & which;
      const broadcast = again ? p.again : loud[v] * connected;
      const offered = !again && schools.programme[s] === v + 1 && isInProgramme(schools.affiliation[s]);
      const told = broadcast + (offered ? p.programme : 0);
      const heard = shown & which ? contact : 0;
      hazard += told + heard;
      if (!isBelowChance(luck, clamp(hazard - from, 0, rate), dt)) continue;
      educators.aware[e] |= which;
      educators.stopped[e] &= ~which;
      markMoved(model, e);
      if (usedBits(educators, e) === 0) educators.stage[e] = AWARE;
      state.hearings[through(model, e, s, broadcast, told, heard, heard > 0 ? layerOf(system.ties.ends[tie]) : -1)]++;
      break;
    }
  }
}

/** Broadcast of each innovation where the school is not connected to the profession, per year. Variants have none. */
function broadcasts(
  { innovations, levers, state, innovationCount, scenarioInnovations }: Model,
  p: Values<typeof parameters>,
): Float64Array {
  const attention = p.broadcast * (1 + p.window * state.windowOpen[0]);
  return Float64Array.from({ length: innovationCount }, (_, v) =>
    v < scenarioInnovations
      ? attention * clamp(levers.innovations[v].visibility * (p.unpraised + innovations.hype[v] / p.hypeScale), 0, 1)
      : 0,
  );
}

/** Bits of what the other end of a candidate tie uses, where the tie is switched on. */
function shownBy({ system, educators, state, clusters }: Model, k: number, s: number): number {
  const { ends, luck } = system.ties;
  const used = usedBits(educators, sourceOf(ends[k]));
  if (used === 0) return 0;
  const l = layerOf(ends[k]);
  return luck[k] < limitOf(state.layerShare[l]) && (l !== CLUSTER || clusters.active[system.schoolCluster[s]]) ? used : 0;
}

/** Which part of the rate it was, drawn in proportion. */
function through(
  { key, system, time }: Model,
  e: number,
  s: number,
  broadcast: number,
  told: number,
  heard: number,
  layer: number,
): number {
  block(key, purposes.reason, system.schoolKey[s], e - system.firstEducator[s], time.bucket);
  const at = unit(words[1]) * (told + heard);
  if (at < broadcast) return BROADCAST;
  return at < told || layer < 0 ? PROGRAMME : TEAM + layer;
}
