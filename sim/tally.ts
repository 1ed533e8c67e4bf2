/** The sums over educators and schools that metrics share: one pass each, once a step. */
import { stages } from './agents/educators.ts';
import { isInProgramme } from './agents/schools.ts';
import type { Model } from './model.ts';
import { thresholds } from './thresholds.ts';
import { fidelityOf } from './use.ts';

/** Sums over a group of schools: all, a fifth, a district, a region. */
export interface Group {
  schools: number;
  educators: number;
  learners: number;
  reached: number;
  inUse: number;
  implementing: number;
  well: number;
  owned: number;
  users: number;
  learnersUsing: number;
  learnersWell: number;
  learnersImplementing: number;
  /** Sum over learners of the fidelity of their educator, 0 where it is not used. */
  quality: number;
  /** Sum over learners of last year's gain, SD. */
  gain: number;
  cumulative: number;
}

const emptyGroup = (): Group => ({
  schools: 0,
  educators: 0,
  learners: 0,
  reached: 0,
  inUse: 0,
  implementing: 0,
  well: 0,
  owned: 0,
  users: 0,
  learnersUsing: 0,
  learnersWell: 0,
  learnersImplementing: 0,
  quality: 0,
  gain: 0,
  cumulative: 0,
});

export interface Tally {
  /** The innovation that the plan rolls out: the one that headline figures are about. */
  readonly focus: number;
  readonly all: Group;
  readonly fifths: readonly Group[];
  readonly districts: readonly Group[];
  readonly regions: readonly Group[];
  readonly stages: Float64Array;
  /** Educators whose school reports use. */
  reporting: number;
  fidelity: number;
  depth: number;
  ownership: number;
  culture: number;
  trust: number;
  overload: number;
  leaderSupport: number;
  /** Sums of last year's gain over learners whose school uses it, and those learners. */
  gainReached: number;
  learnersReached: number;
}

function makeTally(model: Model): Tally {
  return {
    focus: model.levers.strategy.innovation,
    all: emptyGroup(),
    fifths: Array.from({ length: 5 }, emptyGroup),
    districts: Array.from({ length: model.system.districtCount }, emptyGroup),
    regions: model.system.regionNames.map(emptyGroup),
    stages: new Float64Array(stages.length),
    reporting: 0,
    fidelity: 0,
    depth: 0,
    ownership: 0,
    culture: 0,
    trust: 0,
    overload: 0,
    leaderSupport: 0,
    gainReached: 0,
    learnersReached: 0,
  };
}

export function tallyUp(model: Model): Tally {
  const tally = makeTally(model);
  const { educators, schools, system } = model;
  const { using, supplements, fidelity, ownership, adaptation, productive, stage } = educators;
  const focus = tally.focus + 1;
  const focusBit = 1 << tally.focus;
  const t = thresholds;
  const inStage = new Int32Array(stages.length);
  for (let s = 0; s < system.schoolCount; s++) {
    if (schools.closed[s]) continue;
    const first = system.firstEducator[s];
    const end = system.firstEducator[s + 1];
    const size = end - first;
    let users = 0;
    let any = 0;
    let f = 0;
    let harm = 0;
    let depth = 0;
    let own = 0;
    for (let e = first; e < end; e++) {
      inStage[stage[e]]++;
      if (using[e] > 0 || supplements[e] > 0) any++;
      if (using[e] !== focus) {
        if (!(supplements[e] & focusBit)) continue;
        users++;
        const asItComes = fidelityOf(model, e, tally.focus);
        f += asItComes;
        depth += asItComes;
        continue;
      }
      users++;
      f += fidelity[e];
      own += ownership[e];
      depth += productive[e] ? fidelity[e] * (1 + adaptation[e]) : fidelity[e];
      if (!productive[e]) harm += adaptation[e];
    }
    const isIn = isInProgramme(schools.affiliation[s]);
    if (isIn) tally.reporting += size;
    tally.fidelity += f;
    tally.depth += depth;
    tally.ownership += own;
    tally.culture += schools.culture[s];
    tally.trust += schools.trust[s];
    tally.overload += schools.overload[s];
    tally.leaderSupport += schools.leaderSupport[s];
    const pupils = system.pupils[s];
    const inUse = users >= t.inUse.default * size && users > 0;
    const implementing = schools.implementing[s] === 1 && schools.lead[s] === focus;
    const well = inUse && (f - harm) / users >= t.well.default;
    const owned = inUse && own / users >= t.owned.default && schools.support[s] < t.supportEnded.default;
    if (any > 0) {
      tally.gainReached += schools.gain[s] * pupils;
      tally.learnersReached += (pupils * any) / size;
    }
    const school: Group = {
      schools: 1,
      educators: size,
      learners: pupils,
      reached: users > 0 ? 1 : 0,
      inUse: inUse ? 1 : 0,
      implementing: implementing ? 1 : 0,
      well: well ? 1 : 0,
      owned: owned ? 1 : 0,
      users,
      learnersUsing: (pupils * users) / size,
      learnersWell: well ? pupils : 0,
      learnersImplementing: implementing ? pupils : 0,
      quality: (pupils * f) / size,
      gain: schools.gain[s] * pupils,
      cumulative: schools.cumulative[s] * pupils,
    };
    add(tally.all, school);
    add(tally.fifths[system.fifth[s]], school);
    add(tally.districts[system.schoolDistrict[s]], school);
  }
  if (tally.regions.length > 0)
    for (const [d, district] of tally.districts.entries()) add(tally.regions[system.districtRegion[d]], district);
  tally.stages.set(inStage);
  return tally;
}

/** Written out, and outside the loop: what a function inside it captured would be boxed. */
function add(group: Group, part: Group): void {
  group.schools += part.schools;
  group.educators += part.educators;
  group.learners += part.learners;
  group.reached += part.reached;
  group.inUse += part.inUse;
  group.implementing += part.implementing;
  group.well += part.well;
  group.owned += part.owned;
  group.users += part.users;
  group.learnersUsing += part.learnersUsing;
  group.learnersWell += part.learnersWell;
  group.learnersImplementing += part.learnersImplementing;
  group.quality += part.quality;
  group.gain += part.gain;
  group.cumulative += part.cumulative;
}
