/** Educators who know of an innovation decide to try it. */

import { reason } from '../agents/educators.ts';
import { foundations } from '../agents/others.ts';
import { isInProgramme } from '../agents/schools.ts';
import { acceptance } from '../almanac.ts';
import { clamp, isBelowChance, logistic } from '../arithmetic.ts';
import { adopt, beginningWrites } from '../beginning.ts';
import { hill, joinLayer } from '../contagion/kernel.ts';
import { type Exposure, expose, makeExposure, readTies } from '../exposure.ts';
import { defineProcess, isStepStart, type Model, stepSoFar } from '../model.ts';
import { layers } from '../network.ts';
import type { Values } from '../quantity.ts';
import { draw, purposes } from '../random.ts';
import { decisionClocks, furtherBits } from '../rates.ts';
import { EFFECT_UNIT } from '../thresholds.ts';
import { countBits, distanceFromNeeds, roomForSupplements, supplementBits, usedBits } from '../use.ts';

const weight = { unit: 'logit per unit', bounds: [-20, 20], grade: 'D', source: 'assumed' } as const;
const layerWeight = {
  unit: 'share',
  range: [0.1, 1],
  bounds: [0, 1],
  grade: 'D',
  source: 'assumed; near ties weigh more: Frank, Zhao & Borman 2004',
} as const;

const parameters = {
  broadcast: {
    label: 'Trying without peers (Bass p)',
    unit: 'per year',
    range: [0.001, 0.06],
    bounds: [0, 6],
    default: 0.015,
    grade: 'A',
    source:
      'Sultan, Farley & Lehmann 1990: mean 0.03 over 213 applications; lower here since hearing of it is a stage of its own',
  },
  contagion: {
    label: 'Trying because peers use it (Bass q)',
    unit: 'per year',
    range: [0.2, 0.8],
    bounds: [0, 6],
    default: 0.6,
    grade: 'A',
    source:
      'Sultan et al. 1990: 0.38; own fits to US classrooms with internet 0.66-0.79; higher here since hearing of it is a stage of its own',
  },
  programme: {
    label: 'Trying because the programme came to the school',
    unit: 'per year',
    range: [0.4, 2],
    bounds: [0, 6],
    default: 1,
    grade: 'D',
    source: 'assumed',
  },
  hardware: {
    label: 'Pull of the programme lost where it comes as hardware',
    unit: 'share',
    range: [0.5, 1],
    bounds: [0, 1],
    default: 0.9,
    grade: 'C',
    source: 'laptops were used, teaching did not change (Cristia et al. 2017); size assumed',
  },
  half: {
    label: 'Peer use at which peer influence is half',
    unit: 'share of ties',
    range: [0.15, 0.4],
    bounds: [0.01, 1],
    default: 0.25,
    grade: 'D',
    source: 'assumed; more than one peer is needed: Centola & Macy 2007',
  },
  order: {
    label: 'Order of peer influence',
    whole: true,
    unit: 'whole number',
    range: [1, 3],
    bounds: [1, 8],
    default: 2,
    grade: 'D',
    source: 'assumed; 1 is simple contagion',
  },
  team: { ...layerWeight, label: 'Weight of the team', default: 0.8 },
  school: { ...layerWeight, label: 'Weight of the school', default: 0.6 },
  district: { ...layerWeight, label: 'Weight of the district', default: 0.35 },
  cluster: { ...layerWeight, label: 'Weight of the cluster', default: 0.55 },
  profession: { ...layerWeight, label: 'Weight of the profession', default: 0.3 },
  referenceDepth: {
    label: 'Depth of a reference tie',
    unit: 'share',
    range: [0.3, 0.5],
    bounds: [0.05, 1],
    default: 0.4,
    grade: 'D',
    source: 'a convention',
  },
  fit: { ...weight, label: 'Weight of fit', range: [1, 4], default: 2 },
  need: { label: 'Local needs the approach answers', unit: 'share', range: [0, 1], default: 0.25, grade: 'D', source: 'assumed' },
  room: {
    label: 'Room to adapt, as it makes for fit',
    unit: 'share',
    range: [0, 1],
    default: 0.15,
    grade: 'D',
    source: 'assumed',
  },
  belief: { ...weight, label: 'Weight of believed effect, per 0.1 SD', range: [0.3, 1.5], default: 0.7 },
  link: {
    label: 'Evidence that reaches schools without research and evaluation in place',
    unit: 'share',
    range: [0.2, 0.7],
    bounds: [0, 1],
    default: 0.4,
    grade: 'D',
    source: 'assumed; source document “How to scale up and scale in”: findings stay in theses',
  },
  leader: { ...weight, label: "Weight of the leader's support", range: [0.5, 3], default: 1.5 },
  mindset: { ...weight, label: 'Weight of mindset', range: [0.5, 3], default: 1.5 },
  agency: { ...weight, label: 'Willingness gained where teachers are trusted', range: [0, 1.5], default: 0 },
  elaboration: { ...weight, label: 'Weight of elaboration', range: [0.3, 2], default: 1 },
  conditions: { ...weight, label: 'Weight of stated conditions for success', range: [0.2, 1.5], default: 0.6 },
  complexity: { ...weight, label: 'Weight of complexity beyond capability', range: [1, 4], default: 2.5 },
  overload: { ...weight, label: 'Weight of overload, per initiative', range: [0.1, 0.8], default: 0.3 },
  effort: { ...weight, label: 'Weight of missing slack', range: [0.5, 2], default: 1 },
  champions: { ...weight, label: 'Willingness gained from champions', range: [0, 1], default: 0 },
  needOfFoundations: {
    label: 'Dependence on the foundations it needs',
    unit: 'share',
    range: [0.3, 1],
    bounds: [0, 1],
    default: 0.6,
    grade: 'D',
    source: 'assumed',
  },
  accessOutside: {
    label: 'Access outside the programme',
    unit: 'share',
    range: [0.1, 0.6],
    bounds: [0, 1],
    default: 0.3,
    grade: 'D',
    source: 'assumed; never 0: schools experiment on their own (source document “Scale what?”)',
  },
  permissionGain: {
    label: 'Access gained from permission to test',
    unit: 'share',
    range: [0.2, 0.8],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'assumed',
  },
  sharing: {
    label: 'Access gained from sharing and champions',
    unit: 'share',
    range: [0, 0.6],
    bounds: [0, 1],
    default: 0,
    grade: 'D',
    source: 'assumed',
  },
  referencePermission: {
    label: 'Permission in the reference district',
    unit: 'share',
    range: [0.1, 0.3],
    bounds: [0.01, 1],
    default: 0.15,
    grade: 'D',
    source: 'a convention: middle support times middle clarity',
  },
  referenceFit: {
    label: 'Fit of the reference innovation',
    unit: 'share',
    range: [0.4, 0.8],
    bounds: [0, 1],
    default: 0.6,
    grade: 'D',
    source: 'a convention: willingness is 1 there',
  },
  referenceLeader: {
    label: 'Support of the reference leader',
    unit: 'share',
    range: [0.3, 0.7],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'a convention: willingness is 1 there',
  },
  referenceElaboration: {
    label: 'Elaboration of the reference innovation',
    unit: 'share',
    range: [0.2, 0.6],
    bounds: [0, 1],
    default: 0.4,
    grade: 'D',
    source: 'a convention: willingness is 1 there',
  },
  referenceTold: {
    label: 'Conditions for success explained in the reference innovation',
    unit: 'share',
    range: [0.2, 0.6],
    bounds: [0, 1],
    default: 0.4,
    grade: 'D',
    source: 'a convention: willingness is 1 there',
  },
  referenceMindset: {
    label: 'Growth mindset of the reference educator',
    unit: 'share',
    range: [0.3, 0.7],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'a convention: willingness is 1 there',
  },
  referenceSlack: {
    label: 'Time and energy free of the reference educator',
    unit: 'share',
    range: [0.3, 0.7],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'a convention: willingness is 1 there',
  },
  most: {
    label: 'Willingness times opportunity at most, beside the reference',
    unit: 'factor',
    range: [2, 4],
    bounds: [1, 4],
    default: 3,
    grade: 'D',
    source: 'assumed; readiness beyond that waits for time to begin',
  },
  beliefMost: {
    label: 'Most that belief counts for beside the reference',
    unit: 'effects of 0.1 SD',
    range: [1, 4],
    bounds: [0, 20],
    default: 2,
    grade: 'D',
    source: 'assumed; praise beyond measure convinces no further',
  },
  insidePermission: {
    label: 'Opportunity in the programme without any permission',
    unit: 'share of the full one',
    range: [0.3, 0.8],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'assumed; a programme brings a part of its permission along',
  },
  unsupported: {
    label: 'Pull of the programme where support does not arrive',
    unit: 'share',
    range: [0.1, 0.5],
    bounds: [0, 1],
    default: 0.3,
    grade: 'D',
    source: 'assumed; an announcement by itself moves some',
  },
  needAlways: {
    label: 'Need of every innovation for procurement and flexible policy',
    unit: 'share',
    range: [0.2, 0.8],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'assumed; less than of technology for what runs on it',
  },
  menu: {
    label: 'Access gained by a menu from several providers',
    unit: 'share',
    range: [0, 0.4],
    bounds: [0, 1],
    default: 0.15,
    grade: 'D',
    source: 'assumed; source document “Scale what?” on purchase from several providers',
  },
  coDesign: { ...weight, label: 'Willingness gained from design in partnership', range: [0.2, 1], default: 0.5 },
  coDesignFit: {
    label: 'Fit gained from design in partnership',
    unit: 'share',
    range: [0.05, 0.3],
    bounds: [0, 1],
    default: 0.12,
    grade: 'D',
    source: 'assumed; source document “How to scale up and scale in”: problems chosen and solved together',
  },
  answers: {
    label: 'Fit gained where it answers the school’s own needs',
    unit: 'share',
    range: [0.3, 0.7],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'assumed',
  },
  lockIn: {
    label: 'Room to adapt lost to full lock-in',
    unit: 'share',
    range: [0.2, 0.8],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'assumed; source document “Scale what?”: software often locks schools in',
  },
  outsideEntry: {
    label: 'Access gained by entry from outside the system',
    unit: 'share',
    range: [0.1, 0.6],
    bounds: [0, 1],
    default: 0.3,
    grade: 'D',
    source: 'assumed',
  },
  switching: {
    label: 'Readiness to change from one innovation to another',
    unit: 'share',
    range: [0.05, 0.4],
    bounds: [0, 1],
    default: 0.15,
    grade: 'D',
    source: 'assumed; switching costs a new dip',
  },
  start: {
    label: 'Fidelity in the first weeks',
    unit: 'share',
    range: [0.1, 0.4],
    bounds: [0, 1],
    default: 0.3,
    grade: 'D',
    source: 'assumed',
  },
  startOwnership: {
    label: 'Ownership of a free adopter at the start',
    unit: 'share',
    range: [0.1, 0.4],
    bounds: [0, 1],
    default: 0.25,
    grade: 'D',
    source: 'assumed',
  },
  startMandated: {
    label: 'Ownership of a mandated user at the start',
    unit: 'share',
    range: [0, 0.15],
    bounds: [0, 1],
    default: 0.05,
    grade: 'D',
    source: 'assumed; ownership must shift to teachers: Coburn 2003',
  },
  productive: {
    label: 'Adaptation that keeps the purpose, at full elaboration, capability and professional learning',
    unit: 'share',
    range: [0.5, 0.95],
    bounds: [0, 1],
    default: 0.85,
    grade: 'D',
    source: 'assumed; lethal mutations: Brown & Campione 1996',
  },
} as const;

const LAYERS = layers.length;
const BROADCAST = reason('broadcast');
const TEAM = reason('team');
const PROGRAMME = reason('programme');
const MANDATE = reason('mandate');

/** The additive parts of one educator's rate for one innovation: broadcast, programme, each layer, mandate. */
const PARTS = 3 + LAYERS;

export const decision = defineProcess({
  name: 'decision',
  label: 'Decision',
  about:
    'An aware educator takes an innovation up at a rate of (broadcast + contagion · S(X)) · willingness · opportunity, plus a mandate that asks for no willingness. X joins the layers so that one without users never lowers it, X = 1 − Π(1 − w·x), and S is a Hill function: one user among many ties moves little. Willingness is logistic in fit, belief, the leader’s support, mindset, elaboration and stated conditions, less complexity beyond capability, effort and overload; opportunity is permission times the weakest foundation times access. Both are 1 for a reference educator, so that broadcast and contagion read as Bass’s p and q. Innovations compete; changing over costs a new dip.',
  acts: 'bucket',
  parameters,
  writes: [...beginningWrites, 'schools.pull', 'schools.opening', 'schools.push', 'schools.local', 'schools.distance'],
  run(model, p) {
    const { time } = model;
    const starts = isStepStart(time);
    if (starts) prepare(model, p);
    const bucket = time.bucket % time.bucketsPerYear;
    const work = workOf(model);
    work.adopters.length = 0;
    wakeReached(model, p, work, starts);
    for (const { clock, from, rate } of decisionClocks) decide(model, p, work, clock, from, rate, bucket);
    // Everybody has decided on the news of the bucket's start; now it shows.
    for (const { e, v, why } of work.adopters) {
      adopt(model, p, e, v, why);
      // They practise for the rest of the step only, which ends as if it had been whole.
      if (model.educators.using[e] === v + 1) model.educators.years[e] = -stepSoFar(time);
    }
  },
});

interface Work {
  readonly exposure: Exposure;
  readonly parts: Float64Array;
  /** Willingness times opportunity of the educator looked at, by innovation. */
  readonly ease: Float64Array;
  /** Weights of the layers, in their order. */
  readonly layerWeight: Float64Array;
  /** Bits of the innovations that come beside a whole-class practice. */
  supplements: number;
  readonly adopters: { e: number; v: number; why: number }[];
  /** The highest rate that anybody could have at a school, per year. */
  readonly cap: Float64Array;
  /** Bits of the further clocks that it reaches. */
  readonly reached: Uint8Array;
}

const works = new WeakMap<Model, Work>();
function workOf(model: Model): Work {
  let work = works.get(model);
  if (!work) {
    work = {
      exposure: makeExposure(model.innovationCount),
      parts: new Float64Array(model.innovationCount * PARTS),
      ease: new Float64Array(model.innovationCount),
      layerWeight: new Float64Array(LAYERS),
      supplements: 0,
      adopters: [],
      cap: new Float64Array(model.system.schoolCount),
      reached: new Uint8Array(model.system.schoolCount),
    };
    works.set(model, work);
  }
  return work;
}

/** The school's part of willingness and opportunity, once a step. */
function prepare(model: Model, p: Values<typeof parameters>): void {
  const { schools, system, districts, innovations, innovationCount, levers } = model;
  const work = workOf(model);
  const { strategy } = levers;
  const adapt = clamp(p.room, 0, 1) * (1 - p.lockIn * levers.foundations.lockIn);
  work.supplements = supplementBits(model);
  readTies(model, work.exposure, p.referenceDepth);
  layers.forEach((layer, l) => {
    work.layerWeight[l] = p[layer];
  });
  for (let s = 0; s < system.schoolCount; s++) {
    const d = system.schoolDistrict[s];
    work.cap[s] = 0;
    const isIn = isInProgramme(schools.affiliation[s]);
    const permission = districts.policySupport[d] * districts.clarity[d];
    const outside = clamp(
      (p.accessOutside + p.sharing) *
        (1 - p.permissionGain + p.permissionGain * 2 * Math.min(1, strategy.permission + permission)),
      0,
      1,
    );
    for (let v = 0; v < innovationCount; v++) {
      const at = s * innovationCount + v;
      if (!innovations.launched[v] || schools.closed[s]) {
        schools.opening[at] = 0;
        schools.push[at] = 0;
        continue;
      }
      const scenario = levers.innovations[v];
      const answers = clamp(1 - distanceFromNeeds(model, s, v), 0, 1);
      const need = clamp(p.need + p.answers * answers + p.coDesignFit * strategy.coDesign, 0, 1);
      const local = 1 - (1 - need) * (1 - adapt);
      if (schools.programme[s] === v + 1 || schools.lead[s] === v + 1) {
        schools.local[s] = local;
        schools.distance[s] = 1 - need;
      }
      // Evidence weighs as far as research reaches the school; the rest of belief is what people expect.
      const link = p.link + (1 - p.link) * schools.readiness[s * foundations.length + RESEARCH];
      const believed = innovations.estimate[v] * link + innovations.hype[v];
      const told = (scenario.conditionsEducators + scenario.conditionsPrincipals) / 2;
      const isTheirs = schools.programme[s] === v + 1;
      schools.pull[at] =
        p.fit * (local - p.referenceFit) +
        p.belief * clamp(believed / EFFECT_UNIT - 1, -p.beliefMost, p.beliefMost) +
        p.leader * ((isTheirs ? schools.leaderSupport[s] : p.referenceLeader) - p.referenceLeader) +
        p.elaboration * (innovations.elaboration[v] - p.referenceElaboration) +
        p.conditions * (told - p.referenceTold) +
        p.agency +
        p.champions +
        p.coDesign * strategy.coDesign * (1 - scenario.outsideOrigin) -
        p.overload * schools.overload[s];
      const technology = weakest(model, s, scenario.technologyNeed, p.needOfFoundations * p.needAlways);
      const inside = isIn && isTheirs;
      // Where it also grows outside the system's rules (summer, after school, charters), those rules bind less.
      const menu = strategy.procurement === MULTIPLE ? p.menu : 0;
      const access = inside ? 1 : outside + (1 - outside) * Math.min(1, p.outsideEntry * strategy.outsideEntry + menu);
      const ratio = clamp(permission / p.referencePermission, 0, p.most);
      schools.opening[at] = clamp(
        (inside ? p.insidePermission + (1 - p.insidePermission) * ratio : ratio) * technology * access,
        0,
        p.most,
      );
      schools.push[at] = inside
        ? p.programme * (p.unsupported + (1 - p.unsupported) * schools.support[s]) * (1 - p.hardware * schools.hardware[s])
        : 0;
      // The most willing person there could be: the fullest mindset and slack, and nothing beyond their capability.
      const willing = 2 * logistic(schools.pull[at] + p.mindset * (1 - p.referenceMindset) + p.effort * (1 - p.referenceSlack));
      const cap =
        (p.broadcast + schools.push[at] + p.contagion) * Math.min(p.most, willing * schools.opening[at]) +
        (isTheirs ? schools.mandate[s] : 0);
      work.cap[s] += cap;
    }
    work.reached[s] = furtherBits(decisionClocks, work.cap[s]);
  }
}

/**
 * Wakes the further clocks of those who may decide faster than the first one serves: at the step's start of everybody to whom
 * something is open; in later buckets of those with whom something has happened since.
 */
function wakeReached(model: Model, p: Values<typeof parameters>, work: Work, starts: boolean): void {
  const { educators, system, movers } = model;
  if (starts) {
    for (let e = 0; e < system.educatorCount; e++) if (educators.aware[e] !== 0) wake(model, p, work, e);
  } else for (const e of movers.before) wake(model, p, work, e);
}

function wake(model: Model, p: Values<typeof parameters>, work: Work, e: number): void {
  const { educators, system, clocks } = model;
  const s = system.educatorSchool[e];
  if ((work.reached[s] & ~clocks.awake[e]) === 0) return;
  const open = educators.aware[e] & ~educators.stopped[e] & ~usedBits(educators, e);
  if (open) clocks.wake(e, s, furtherBits(decisionClocks, highestRate(model, p, work, e, s, open)));
}

const NEEDS_TECHNOLOGY = [
  foundations.indexOf('connectivity'),
  foundations.indexOf('deviceManagement'),
  foundations.indexOf('software'),
];
/** Place of multi among the choices of procurement. */
const MULTIPLE = 2;
const RESEARCH = foundations.indexOf('research');
const NEEDS_ALWAYS = [foundations.indexOf('procurement'), foundations.indexOf('policyFlexibility')];

/** The weakest of the foundations this innovation needs: min of 1 − need·(1 − level). */
function weakest({ schools }: Model, s: number, technologyNeed: number, alwaysNeed: number): number {
  let low = 1;
  const base = s * foundations.length;
  for (const f of NEEDS_TECHNOLOGY) low = Math.min(low, 1 - technologyNeed * (1 - schools.readiness[base + f]));
  for (const f of NEEDS_ALWAYS) low = Math.min(low, 1 - alwaysNeed * (1 - schools.readiness[base + f]));
  return low;
}

function decide(
  model: Model,
  p: Values<typeof parameters>,
  work: Work,
  clock: number,
  from: number,
  rate: number,
  bucket: number,
): void {
  const { clocks, time, educators, system, key } = model;
  const candidates = clocks.candidates(clock);
  const { list, count, room } = candidates;
  const { awake } = clocks;
  const runs = 1 << clock;
  const dt = time.bucketLength;
  const all = clocks.candidateChance[clock];
  for (let i = bucket * room; i < bucket * room + count[bucket]; i++) {
    const e = list[i];
    if (!(awake[e] & runs)) continue;
    let open = educators.aware[e] & ~educators.stopped[e] & ~usedBits(educators, e);
    if (open & work.supplements && countBits(educators.supplements[e]) >= roomForSupplements(model, e)) open &= ~work.supplements;
    if (!open || educators.moved[e] === time.bucket + 1) continue;
    const s = system.educatorSchool[e];
    const post = e - system.firstEducator[s];
    const luck = acceptance(candidates, i, key, clock, system.schoolKey[s], post, time.bucket) * all;
    // Draw first, look after: the neighbours need not be read when not even the highest rate would do.
    if (!isBelowChance(luck, clamp(work.cap[s] - from, 0, rate), dt)) continue;
    const v = choose(model, p, work, e, s, open, luck, from, rate);
    if (v < 0) continue;
    work.adopters.push({ e, v, why: why(model, work, s, post, v) });
    // A decision is one change: no further clock of the same bucket adds another.
    educators.moved[e] = time.bucket + 1;
  }
}

/** The rate, per year, at which an educator would decide if all their ties showed use; fills their ease with each open innovation. */
function highestRate(
  model: Model,
  p: Values<typeof parameters>,
  { ease: eases }: Work,
  e: number,
  s: number,
  open: number,
): number {
  const { innovationCount, schools, educators, innovations } = model;
  let most = 0;
  for (let v = 0; v < innovationCount; v++) {
    if (!(open & (1 << v))) continue;
    const at = s * innovationCount + v;
    const logit =
      schools.pull[at] +
      p.mindset * (educators.mindset[e] - p.referenceMindset) -
      p.complexity * Math.max(0, innovations.complexity[v] - educators.capability[e]) +
      p.effort * (educators.slack[e] - p.referenceSlack);
    eases[v] = clamp(2 * logistic(logit) * schools.opening[at], 0, p.most);
    most += (p.broadcast + schools.push[at] + p.contagion) * eases[v] + (schools.programme[s] === v + 1 ? schools.mandate[s] : 0);
  }
  return most;
}

/** The innovation whose part of the summed rate the draw falls in, or -1. */
function choose(
  model: Model,
  p: Values<typeof parameters>,
  work: Work,
  e: number,
  s: number,
  open: number,
  luck: number,
  from: number,
  rate: number,
): number {
  const { innovationCount, time, schools, educators } = model;
  const { parts, exposure, ease: eases, layerWeight } = work;
  // Draw first, look after, once more: their own willingness is cheaper to find than what their ties show.
  const most = highestRate(model, p, work, e, s, open);
  if (!isBelowChance(luck, clamp(most - from, 0, rate), time.bucketLength)) return -1;
  const seen = expose(model, exposure, e, s);
  let hazard = 0;
  for (let v = 0; v < innovationCount; v++) {
    if (!(open & (1 << v))) continue;
    const at = s * innovationCount + v;
    // A supplement comes beside what is in use; a whole-class practice takes its place.
    const changes = educators.using[e] > 0 && !(work.supplements & (1 << v));
    const ease = eases[v] * (changes ? p.switching : 1);
    const base = v * PARTS;
    let X = 0;
    let sum = 0;
    if (seen & (1 << v)) {
      for (let l = 0; l < LAYERS; l++) {
        const x = layerWeight[l] * exposure.share[v * LAYERS + l];
        X = joinLayer(X, 1, x);
        sum += x;
        parts[base + 2 + l] = x;
      }
    }
    const alone = p.broadcast * ease;
    const pushed = schools.push[at] * ease;
    const peers = p.contagion * ease * hill(X, p.half * educators.threshold[e], p.order);
    const made = schools.programme[s] === v + 1 && !changes ? schools.mandate[s] : 0;
    hazard += alone + pushed + peers + made;
    if (!isBelowChance(luck, clamp(hazard - from, 0, rate), time.bucketLength)) continue;
    parts[base] = alone;
    parts[base + 1] = pushed;
    for (let l = 0; l < LAYERS; l++) parts[base + 2 + l] = sum > 0 ? (parts[base + 2 + l] / sum) * peers : 0;
    parts[base + 2 + LAYERS] = made;
    return v;
  }
  return -1;
}

/** Which additive part of the rate tipped it, drawn in proportion under its own purpose. */
function why({ key, time, system }: Model, { parts }: Work, s: number, post: number, v: number): number {
  const base = v * PARTS;
  let total = 0;
  for (let i = 0; i < PARTS; i++) total += parts[base + i];
  let at = draw(key, purposes.reason, system.schoolKey[s], post, time.bucket) * total;
  for (let i = 0; i < PARTS; i++) {
    at -= parts[base + i];
    if (at < 0) return i === 0 ? BROADCAST : i === 1 ? PROGRAMME : i === 2 + LAYERS ? MANDATE : TEAM + i - 2;
  }
  return BROADCAST;
}
