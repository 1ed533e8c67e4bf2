/** Who and where: the schools, districts, educators' posts and candidate ties that every plan on this system shares. */
import type { CandidateTies } from '../network.ts';
import type { Key } from '../random.ts';

/**
 * Schools as they come from a file or a generator, before posts and ties are made. Missing things have been filled in by whoever
 * made the table, who also says what was assumed.
 */
export interface SchoolTable {
  readonly name: string;
  readonly about: string;
  /** One text a school, unique; null: the place in the table is the id. */
  readonly ids: readonly string[] | null;
  readonly names: readonly string[] | null;
  /** Names of districts; `district` points into it. */
  readonly districts: readonly string[];
  readonly district: Int32Array;
  /** Names of regions (provinces, states, counties), and the one that each district lies in; absent where none are known. */
  readonly regions?: { readonly names: readonly string[]; readonly ofDistrict: Int32Array };
  readonly pupils: Float64Array;
  /** Posts, at least one a school. */
  readonly educators: Int32Array;
  /** Share of the school's pupils that are poor, 0 to 1. */
  readonly disadvantage: Float64Array;
  /** 0 in the middle of a town, 1 at the end of the road. */
  readonly remoteness: Float64Array;
  /** Kilometres east and north of the system's south-west corner. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Ties between posts from a file (places in the table's order of posts), instead of generated ones. */
  readonly ties?: readonly { readonly from: number; readonly to: number; readonly layer: number }[];
}

/**
 * Schools are ordered by district and posts by school, so that a district is a range of schools and a school a range of posts.
 * Districts stand in the order of their names, the schools of one along a curve through their places, and the posts of a
 * school by formal role: post 0 leads the school's instruction and is turned to most, the next ones lead the other teams.
 * Everything here is fixed by the system's table and key; nothing depends on a lever or a future.
 */
export interface System {
  readonly name: string;
  readonly about: string;
  readonly key: Key;
  readonly educatorCount: number;
  readonly schoolCount: number;
  readonly districtCount: number;
  readonly clusterCount: number;
  /** Regions (provinces, states, counties) in the order of their names; none where the system is not divided into any. */
  readonly regionNames: readonly string[];
  /** The region that each district lies in; 0 where there are none. */
  readonly districtRegion: Int32Array;
  readonly districtNames: readonly string[];
  /** Outlines in kilometres, x and y in turn, one a district; convex, counter-clockwise, the last point joined to the first. */
  readonly districtOutlines: readonly Float32Array[];
  /** districtCount + 1 places in the schools' order. */
  readonly firstSchool: Int32Array;
  /** Text ids and names in the schools' order; null: made up, the place is the id. */
  readonly schoolIds: readonly string[] | null;
  readonly schoolNames: readonly string[] | null;
  /** 32 bits, unique: what draws know a school by. A post is (school, number in school). */
  readonly schoolKey: Uint32Array;
  /** schoolCount + 1 places in the posts' order. */
  readonly firstEducator: Int32Array;
  readonly schoolDistrict: Int32Array;
  /** The cluster that a school would belong to; every school has one. Clusters cross district borders. */
  readonly schoolCluster: Int32Array;
  /** Which clusters come first when only some are active: a permutation of 0..clusterCount-1, drawn once. */
  readonly clusterRank: Int32Array;
  readonly pupils: Float32Array;
  readonly disadvantage: Float32Array;
  /** Fifth of disadvantage, weighted by pupils: 0 the poorest fifth, 4 the least poor. */
  readonly fifth: Uint8Array;
  readonly remoteness: Float32Array;
  /** Two coordinates of local needs in 0..1 a school: what an innovation's profile is compared with. */
  readonly needs: Float32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly educatorSchool: Int32Array;
  readonly ties: CandidateTies;
}
