/**
 * Runs a reduced model. Synchronous: a step reads the state at t, and all its changes take effect together at t + 1.
 *
 * Draw first, look after: a node whose luck lies above the highest hazard of the step is passed over. What a node sees is kept as
 * sums, which change only when somebody it turns to does.
 */
import { chance } from '../arithmetic.ts';
import { draw, type Key, purposes } from '../random.ts';
import { exposureAt, hazardAt, onceEachTie, share } from './kernel.ts';
import { fillLuck, firstBits, isBelow, listBelow, luckFor, tieDraw } from './luck.ts';
import type { Prepared } from './prepare.ts';

/** What a node is; `adopting` only while a step is being decided. */
export const states = { inactive: 0, active: 1, gone: 2, adopting: 3 } as const;

export interface ContagionRun {
  /** Number active after each step; place 0 is the start. */
  readonly active: Int32Array;
  /** Number that are or were active. */
  readonly ever: Int32Array;
  /** The last step in which anything changed. */
  readonly lastChange: number;
  /** One of `states` a node. */
  readonly finalState: Uint8Array;
  /** Step at which a node first was active; −1: never. */
  readonly first: Int32Array;
}

/** What changes during a run. */
interface Course {
  readonly key: Key;
  readonly state: Uint8Array;
  readonly first: Int32Array;
  /** Weight of active sources, layer by layer: layers × N. */
  readonly seen: Float64Array;
  readonly threshold: Float64Array;
  readonly luck: Uint32Array;
  /** Room for the nodes that a step has to look at. */
  readonly candidates: Int32Array;
  /** Who adopts and who leaves at the end of this step, and who adopted in the one before. */
  adopters: Nodes;
  leavers: Nodes;
  fresh: Nodes;
  active: number;
  ever: number;
}

interface Nodes {
  readonly list: Int32Array;
  size: number;
}

export function runContagion(prepared: Prepared, key: Key, seeds: ArrayLike<number>): ContagionRun {
  const { steps } = prepared.model;
  const course = start(prepared, key, seeds);
  const active = [course.active];
  const ever = [course.ever];
  let lastChange = 0;
  for (let time = 0; steps === null || time < steps; time++) {
    decide(prepared, course, time);
    take(prepared, course, time + 1);
    if (course.adopters.size + course.leavers.size > 0) lastChange = time + 1;
    else if (!canChange(prepared, course)) break;
    active.push(course.active);
    ever.push(course.ever);
  }
  const last = steps ?? lastChange;
  return { active: held(active, last), ever: held(ever, last), lastChange, finalState: course.state, first: course.first };
}

/** Counts up to the last step: once nothing can change, the last one holds. */
function held(counts: readonly number[], last: number): Int32Array {
  return Int32Array.from({ length: last + 1 }, (_, t) => counts[Math.min(t, counts.length - 1)]);
}

function start(prepared: Prepared, key: Key, seeds: ArrayLike<number>): Course {
  const { nodes } = prepared;
  const none = (room = nodes): Nodes => ({ list: new Int32Array(room), size: 0 });
  const course: Course = {
    key,
    state: new Uint8Array(nodes),
    first: new Int32Array(nodes).fill(-1),
    seen: new Float64Array(prepared.sight.total.length),
    threshold: 'low' in prepared.threshold ? drawThresholds(prepared.threshold, prepared.ids, key) : prepared.threshold,
    luck: luckFor(prepared.highestId),
    candidates: new Int32Array(nodes),
    adopters: none(),
    leavers: none(prepared.dropOut > 0 ? nodes : 0),
    fresh: none(),
    active: 0,
    ever: 0,
  };
  for (let n = 0; n < seeds.length; n++) adopt(course, seeds[n]);
  take(prepared, course, 0);
  return course;
}

function drawThresholds({ low, high }: { low: number; high: number }, ids: Uint32Array, key: Key): Float64Array {
  return Float64Array.from(ids, (id) => low + (high - low) * draw(key, purposes.randomThreshold, id, 0, 0));
}

/** Marks a node for adoption, once. */
function adopt({ state, adopters }: Course, i: number): void {
  if (state[i] !== states.inactive) return;
  state[i] = states.adopting;
  adopters.list[adopters.size++] = i;
}

/** Lists who adopts and who leaves, on the state at `time`. */
function decide(prepared: Prepared, course: Course, time: number): void {
  const spare = course.fresh;
  course.fresh = course.adopters;
  course.adopters = spare;
  course.adopters.size = 0;
  course.leavers.size = 0;
  if (prepared.dropOut > 0 && course.active > 0) decideLeaving(prepared, course, time);
  const tieByTie = prepared.rule.kernel === 'onceEachTie' && !prepared.mixing;
  if (tieByTie) offerOnce(prepared, course);
  if (tieByTie && prepared.rule.external === 0) return;
  if (prepared.cascades) decideTold(prepared, course);
  else decideAdopting(prepared, course, time);
}

function decideLeaving(
  { ids, nodeOf, dropOut }: Prepared,
  { key, luck, state, candidates, leavers }: Course,
  time: number,
): void {
  fillLuck(luck, key, purposes.dropOut, time);
  const possible = listBelow(luck, nodeOf, dropOut, candidates);
  for (let c = 0; c < possible; c++) {
    const i = candidates[c];
    if (state[i] !== states.active) continue;
    if (isBelow(firstBits(luck, ids[i]), dropOut, key, purposes.dropOut, ids[i], time)) leavers.list[leavers.size++] = i;
  }
}

function decideAdopting(prepared: Prepared, course: Course, time: number): void {
  const { ids, nodeOf, mixing, asRate, rule, sight } = prepared;
  const { key, luck, state, seen, threshold, candidates } = course;
  const common = mixing ? commonExposure(prepared, course) : 0;
  if (!prepared.certain) fillLuck(luck, key, purposes.contagion, time);
  const possible = listBelow(luck, nodeOf, mixing ? hazardAt(rule, common, 0) : prepared.highestHazard, candidates);
  for (let c = 0; c < possible; c++) {
    const i = candidates[c];
    if (state[i] !== states.inactive) continue;
    const hazard = hazardAt(rule, mixing ? common : exposureAt(sight, seen, i), threshold[i]);
    const bits = firstBits(luck, ids[i]);
    if (bits >= hazard * 256) continue; // and 1 − exp(−h) ≤ h
    if (isBelow(bits, asRate ? chance(hazard, 1) : hazard, key, purposes.contagion, ids[i], time)) adopt(course, i);
  }
}

/** In a cascade only those whose sight has just changed can have reached their threshold. */
function decideTold({ nodes, spread: { offsets, place }, rule, sight }: Prepared, course: Course): void {
  const { fresh, state, seen, threshold } = course;
  for (let n = 0; n < fresh.size; n++) {
    const j = fresh.list[n];
    for (let k = offsets[j]; k < offsets[j + 1]; k++) {
      const i = place[k] < nodes ? place[k] : place[k] % nodes;
      if (state[i] === states.inactive && hazardAt(rule, exposureAt(sight, seen, i), threshold[i]) > 0) adopt(course, i);
    }
  }
}

/** X where everybody sees the same: everyone who is active or, where each has one chance, everyone who has just become so. */
function commonExposure({ model, nodes, rule, sight }: Prepared, { active, fresh }: Course): number {
  const crowd = rule.kernel === 'onceEachTie' ? fresh.size : active;
  const all = model.exposure.among === 'others' ? nodes - 1 : nodes;
  return sight.strengths[0] * (sight.of === 'share' ? share(crowd, all) : crowd);
}

/** Those who adopted in the step before have their one chance at each of those who turn to them. */
function offerOnce({ model, nodes, ids, spread, sight }: Prepared, course: Course): void {
  const { fresh, state, key } = course;
  const given = 'probability' in model.kernel ? model.kernel.probability : 'weight';
  for (let n = 0; n < fresh.size; n++) {
    const j = fresh.list[n];
    for (let k = spread.offsets[j]; k < spread.offsets[j + 1]; k++) {
      const layer = Math.floor(spread.place[k] / nodes);
      const i = spread.place[k] - layer * nodes;
      if (state[i] !== states.inactive) continue;
      const probability = given === 'weight' ? (spread.weight ? spread.weight[k] / sight.unit : 1) : given;
      if (onceEachTie(tieDraw(key, purposes.contagion, ids[j], ids[i], layer), probability)) adopt(course, i);
    }
  }
}

/** Lets what was decided happen, and tells those who look. */
function take(prepared: Prepared, course: Course, time: number): void {
  const { adopters, leavers, state, first } = course;
  for (let n = 0; n < leavers.size; n++) {
    state[leavers.list[n]] = prepared.model.dropOut.kind === 'forGood' ? states.gone : states.inactive;
    tell(prepared, course, leavers.list[n], -1);
  }
  for (let n = 0; n < adopters.size; n++) {
    const i = adopters.list[n];
    state[i] = states.active;
    if (first[i] < 0) {
      first[i] = time;
      course.ever++;
    }
    tell(prepared, course, i, 1);
  }
  course.active += adopters.size - leavers.size;
}

function tell({ spread: { offsets, place, weight } }: Prepared, { seen }: Course, j: number, sign: number): void {
  const end = offsets[j + 1];
  if (weight) for (let k = offsets[j]; k < end; k++) seen[place[k]] += sign * weight[k];
  else for (let k = offsets[j]; k < end; k++) seen[place[k]] += sign;
}

/** Whether, after a step without a change, any later step could bring one. */
function canChange(prepared: Prepared, course: Course): boolean {
  const { nodes, mixing, rule, sight } = prepared;
  const { state, seen, threshold } = course;
  if (prepared.dropOut > 0 && course.active > 0) return true;
  if (prepared.cascades || (rule.kernel === 'onceEachTie' && rule.external === 0)) return false;
  const common = mixing ? commonExposure(prepared, course) : 0;
  for (let i = 0; i < nodes; i++) {
    if (state[i] !== states.inactive) continue;
    if (hazardAt(rule, mixing ? common : exposureAt(sight, seen, i), threshold[i]) > 0) return true;
  }
  return false;
}
