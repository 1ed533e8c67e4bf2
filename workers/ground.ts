/** The ground that a map is drawn on: where the schools of a system lie, how large they are, and who turns to whom. */
import { type System, sourceOf } from '../sim/index.ts';

/** All arrays are by school, in the system's order, where nothing else is said. */
export interface Ground {
  readonly name: string;
  readonly about: string;
  readonly schoolCount: number;
  readonly districtNames: readonly string[];
  /** None where the system is not divided into regions; then the region of every district is 0. */
  readonly regionNames: readonly string[];
  readonly districtRegion: Int32Array;
  /** Null: the schools are made up and have no names of their own. */
  readonly schoolNames: readonly string[] | null;
  /** Kilometres east and north of the system's south-west corner. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly pupils: Float32Array;
  /** Educators' posts. */
  readonly posts: Int32Array;
  readonly district: Int32Array;
  /** Share of a district's pupils that are poor, by district. */
  readonly poverty: Float32Array;
  /** Schools between which most ties run, two places a tie, the busiest first. */
  readonly ties: Int32Array;
}

/** Ties shown for each school, on average: enough to see who is far from whom, few enough to see the schools. */
const TIES_A_SCHOOL = 1.2;
/** Beyond this number of schools no tie can be told from another. */
const MOST_WITH_TIES = 2000;

export function groundOf(system: System): Ground {
  const {
    name,
    about,
    schoolCount,
    districtNames,
    regionNames,
    districtRegion,
    schoolNames,
    x,
    y,
    pupils,
    firstEducator,
    schoolDistrict,
  } = system;
  return {
    name,
    about,
    schoolCount,
    districtNames,
    regionNames,
    schoolNames,
    // Copies, so that what is handed over is never the engine's own memory.
    x: x.slice(),
    y: y.slice(),
    pupils: pupils.slice(),
    posts: Int32Array.from(pupils, (_, s) => firstEducator[s + 1] - firstEducator[s]),
    district: schoolDistrict.slice(),
    districtRegion: districtRegion.slice(),
    poverty: povertyOf(system),
    ties: schoolCount <= MOST_WITH_TIES ? busiest(system, Math.round(TIES_A_SCHOOL * schoolCount)) : new Int32Array(0),
  };
}

function povertyOf({ districtCount, schoolDistrict, pupils, disadvantage }: System): Float32Array {
  const all = new Float64Array(districtCount);
  const poor = new Float64Array(districtCount);
  schoolDistrict.forEach((d, s) => {
    all[d] += pupils[s];
    poor[d] += pupils[s] * disadvantage[s];
  });
  return Float32Array.from(all, (sum, d) => (sum > 0 ? poor[d] / sum : 0));
}

/** Pairs of schools by the number of ties between their educators; of equals the first pair. */
function busiest({ schoolCount, educatorSchool, ties }: System, wanted: number): Int32Array {
  const counts = new Map<number, number>();
  educatorSchool.forEach((to, e) => {
    for (let k = ties.offsets[e]; k < ties.offsets[e + 1]; k++) {
      const from = educatorSchool[sourceOf(ties.ends[k])];
      if (from === to) continue;
      const pair = Math.min(from, to) * schoolCount + Math.max(from, to);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  });
  const most = [...counts].sort(([a, n], [b, m]) => m - n || a - b).slice(0, wanted);
  return Int32Array.from(most.flatMap(([pair]) => [Math.floor(pair / schoolCount), pair % schoolCount]));
}
