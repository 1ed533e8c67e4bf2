/** What strategies share: who stands next in the queue, inviting schools, and where it all begins. */

import { reason } from '../agents/educators.ts';
import { affiliation, affiliations, isInProgramme } from '../agents/schools.ts';
import { adopt } from '../beginning.ts';
import type { Model } from '../model.ts';
import { placeInQueue } from '../queue.ts';
import { draw, purposes } from '../random.ts';

const OUTSIDE = affiliation('outside');
const INVITED = affiliation('invited');
const PILOTING = affiliation('piloting');
const SEED = reason('seed');

/** First step at or after the rollout's start. */
export const isStart = ({ time, levers }: Model): boolean => {
  const since = time.year - levers.strategy.start;
  return since > -1e-9 && since < time.dt - 1e-9;
};

export const hasBegun = ({ time, levers }: Model): boolean => time.year > levers.strategy.start - 1e-9;

/** True in the first step of each year since the start. */
export function isYearly({ time, levers }: Model): boolean {
  const since = time.year - levers.strategy.start + 1e-9;
  return since >= 0 && since - Math.floor(since) < time.dt - 1e-9;
}

/** Whether a programme has reached a school: invited or in it. */
const isReached = (tie: number): boolean => tie === INVITED || isInProgramme(tie);

/** Whether a school follows the rollout that acts. */
export const isOurs = ({ schools, following }: Model, s: number): boolean => schools.follows[s] === following;

function countOurs(model: Model): number {
  const { system, picked } = model;
  if (picked.rollouts.length === 0) return system.schoolCount;
  let n = 0;
  for (let s = 0; s < system.schoolCount; s++) if (isOurs(model, s)) n++;
  return n;
}

export function countReached(model: Model): number {
  const { schools, system } = model;
  let n = 0;
  for (let s = 0; s < system.schoolCount; s++) if (isReached(schools.affiliation[s]) && isOurs(model, s)) n++;
  return n;
}

/** Educators of all schools that a programme has reached are made to begin at a rate, per year; 0 lifts the order. */
export function order(model: Model, rate: number): void {
  const { schools, system } = model;
  for (let s = 0; s < system.schoolCount; s++)
    if (isOurs(model, s)) schools.mandate[s] = isReached(schools.affiliation[s]) ? rate : 0;
}

/**
 * Invites up to `howMany` schools that are outside, those with the lowest queue number first (a number each, lower is earlier).
 * Each is offered the innovation rolled out, or what it chooses.
 */
export function invite(
  model: Model,
  howMany: number,
  queue: (school: number) => number,
  mandate = 0,
  choose?: (school: number) => number,
): number {
  const { schools, system, levers, picked, innovations } = model;
  const early = (s: number): number => queue(s) - (picked.districts.has(system.schoolDistrict[s]) ? FIRST : 0);
  const waits = (s: number): boolean => schools.affiliation[s] === OUTSIDE && !schools.closed[s] && isOurs(model, s);
  const first = firstInQueue(system.schoolCount, howMany, waits, picked.districts.size > 0 ? early : queue);
  for (const s of first) {
    const v = choose ? choose(s) : levers.strategy.innovation;
    if (choose) innovations.launched[v] = 1;
    schools.affiliation[s] = INVITED;
    schools.programme[s] = v + 1;
    schools.since[s] = 0;
    schools.mandate[s] = mandate;
    schools.tier[s] = 0;
  }
  return first.length;
}

/**
 * The schools with the lowest queue numbers among those that wait, in the order of schools; of equals the first ones. Numbers are
 * sorted alone, in place, and asked for again: pairs and a comparison would cost a system of a million schools its time and memory.
 */
function firstInQueue(
  schoolCount: number,
  howMany: number,
  waits: (school: number) => boolean,
  queue: (school: number) => number,
): Int32Array {
  const wanted = Math.max(0, Math.round(howMany));
  if (wanted === 0) return new Int32Array(0);
  let waiting = 0;
  for (let s = 0; s < schoolCount; s++) if (waits(s)) waiting++;
  let last = Number.POSITIVE_INFINITY;
  let equals = 0;
  if (wanted < waiting) {
    const places = new Float64Array(waiting);
    for (let s = 0, i = 0; i < waiting; s++) if (waits(s)) places[i++] = queue(s);
    places.sort();
    last = places[wanted - 1];
    equals = wanted - places.indexOf(last);
  }
  const first = new Int32Array(Math.min(wanted, waiting));
  for (let s = 0, i = 0; i < first.length; s++) {
    if (!waits(s)) continue;
    const place = queue(s);
    if (place < last || (place === last && equals-- > 0)) first[i++] = s;
  }
  return first;
}

/** By everybody's place in the queue: luck, or need where offers are targeted. */
export const byRank =
  (model: Model): ((school: number) => number) =>
  (s) =>
    placeInQueue(model, s);

/** The most willing and able leaders first; where offers are targeted, need counts beside will and skill. */
export const byLeader =
  (model: Model): ((school: number) => number) =>
  (s) => {
    const { schools, levers } = model;
    const { ableLeast, targeting } = levers.strategy;
    const able =
      schools.leaderSupport[s] *
      (ableLeast + (1 - ableLeast) * schools.leaderSkill[s]) *
      (ableLeast + (1 - ableLeast) * schools.leaderMindset[s]);
    return 1 - able * (1 - targeting) + placeInQueue(model, s) * Math.max(TIE, targeting);
  };

/** Schools near those who already use it first: those of the same cluster, then of the same district. */
export const byNeighbours =
  (model: Model): ((school: number) => number) =>
  (s) => {
    const { system, clusters, districts, levers } = model;
    const { nearCluster, nearDistrict, nearQueue, targeting } = levers.strategy;
    const near = nearCluster * clusters.share[system.schoolCluster[s]] + nearDistrict * districts.share[system.schoolDistrict[s]];
    return 1 - near + placeInQueue(model, s) * Math.max(nearQueue, targeting);
  };

/** More than any number in a queue: what a plan names comes before what it leaves open. */
const FIRST = 1e6;

/** What a place in the queue counts where something else decides: enough to part equals. */
const TIE = 1e-3;

/** The settings of rollouts count per 100 schools and per 1,000 educators. */
const HUNDRED = 100;
const THOUSAND = 1000;

/** How many schools `per100` is of those that follow the rollout, at least one where it is not zero. */
export const schoolsPer100 = (model: Model, per100: number): number =>
  per100 > 0 ? Math.max(1, Math.round((per100 * countOurs(model)) / HUNDRED)) : 0;

/**
 * The same seed schools under every strategy unless selection is the strategy: the first in fixed luck begin with some of their
 * educators. In a programme they pilot at once. Schools that the plan names take their place.
 */
export function seed(
  model: Model,
  inProgramme: boolean,
  queue: (school: number) => number,
  choose?: (school: number) => number,
): void {
  const { system, schools, levers, recorder, time, picked } = model;
  const { seedSchools, innovation } = levers.strategy;
  const order =
    picked.pilots.length > 0
      ? picked.pilots.filter((s) => isOurs(model, s))
      : firstInQueue(system.schoolCount, schoolsPer100(model, seedSchools), (s) => isOurs(model, s), queue);
  const n = order.length;
  model.innovations.launched[innovation] = n > 0 ? 1 : model.innovations.launched[innovation];
  for (let i = 0; i < n; i++) {
    const s = order[i];
    if (schools.closed[s]) continue;
    const v = choose ? choose(s) : innovation;
    if (inProgramme) {
      schools.affiliation[s] = PILOTING;
      schools.programme[s] = v + 1;
      schools.since[s] = 0;
      schools.joined[s] = time.year;
      recorder.happened?.('affiliation', time.year, s, affiliations.indexOf('piloting'));
    }
    seedEducators(model, s, v);
  }
}

/** The educators of a school who begin: those with the luckiest fixed draw, so that more seeds include the fewer. */
function seedEducators(model: Model, s: number, v: number): void {
  const { system, levers, educators } = model;
  const { seedShare, seedFidelity, seedOwnership } = levers.strategy;
  for (let e = system.firstEducator[s]; e < system.firstEducator[s + 1]; e++) {
    const luck = draw(system.key, purposes.ranking, system.schoolKey[s], e - system.firstEducator[s] + 1, 0);
    const isFirst = e === system.firstEducator[s];
    if (educators.using[e] || (!isFirst && luck >= seedShare)) continue;
    adopt(model, { start: seedFidelity, startOwnership: seedOwnership, startMandated: seedOwnership, productive: 1 }, e, v, SEED);
    educators.years[e] = 1;
  }
}

/** Fellowships: each year some educators anywhere, the most growth-minded of those drawn, begin in their own classrooms. */
export function fellowships(model: Model): void {
  const { system, levers, educators, key, time } = model;
  const { fellowships: per1000, innovation, fellowFidelity, fellowOwnership } = levers.strategy;
  if (per1000 <= 0 || !isYearly(model)) return;
  const yearIndex = Math.round(time.year);
  for (let s = 0; s < system.schoolCount; s++) {
    for (let e = system.firstEducator[s]; e < system.firstEducator[s + 1]; e++) {
      if (educators.using[e]) continue;
      const luck = draw(key, purposes.sampling, system.schoolKey[s], e - system.firstEducator[s], yearIndex);
      if (luck < (per1000 / THOUSAND) * 2 * educators.mindset[e])
        adopt(
          model,
          { start: fellowFidelity, startOwnership: fellowOwnership, startMandated: fellowOwnership, productive: 1 },
          e,
          innovation,
          SEED,
        );
    }
  }
}
