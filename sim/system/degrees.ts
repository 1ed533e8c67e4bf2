/** How many candidates each post has, of each kind: counted before any tie is made, so that rows have their final size. */
import { exp, normalQuantile, pow } from '../arithmetic.ts';
import { block, type Key, purposes, unit, words } from '../random.ts';

/** A school's ways of asking for advice. */
export interface Habits {
  readonly schoolKey: number;
  readonly posts: number;
  /** Most ties that a post can have: to other posts of its school, other schools of its district, cluster and system. */
  readonly limits: readonly [school: number, district: number, cluster: number, system: number];
  readonly teams: number;
  /** Mean candidate ties of one post inside the school. */
  readonly advice: number;
  /** Chance that a post that asks anybody asks post 0. */
  readonly hub: number;
  /** Chance that a post asks back someone who asks it. */
  readonly answer: number;
}

/** Posts in a team, as nearly as the school allows. */
const TEAM = 5;
/** A school of more than 1,280 posts has larger teams instead of more. */
const MOST_TEAMS = 256;
/** Stands where a post's number would, in draws that are a whole school's. */
const SCHOOL = 0xffffffff;

/** Mean candidate ties across schools of one post: to the district, the cluster and the profession. */
const BRIDGES = { district: 0.4, cluster: 1, profession: 0.2 };
/** Formal roles drive ties to other schools (Spillane, Hopkins & Sweet 2015): how much more often a leader has one. D: assumed. */
const LEADS_SCHOOL = 8;
const LEADS_TEAM = 4;

/** The number of teams in a school. Team t holds the posts t, t + teams, t + 2·teams, …, and is led by the first. */
export function teamsOf(posts: number): number {
  return Math.min(MOST_TEAMS, Math.max(1, Math.round(posts / TEAM)));
}

/** Advice ties by size of school, against a school of 26; flat beyond the largest that was measured. */
const SIZE = Float64Array.from({ length: 77 }, (_, posts) => pow(posts / 26, 0.3));

/**
 * A school of 26 has 4.7 candidate advice ties a post, of which three quarters are switched on by default. Larger schools
 * have more a post, so that density falls slowly. The numbers are fitted to the 15 schools of evidence P37: 3.6 ties a
 * post, 1.25 to 5.4 over schools; 0.33 of them returned, 0.1 to 0.62; a hub that 13, 4 to 31, turn to.
 */
export function habitsOf(key: Key, schoolKey: number, limits: Habits['limits']): Habits {
  block(key, purposes.candidateTie, schoolKey, SCHOOL, 0);
  const posts = limits[0] + 1;
  const zeal = exp(0.16 * normalQuantile(unit(words[0])));
  const hub = 0.2 + 0.6 * unit(words[1]);
  const answer = 0.2 + 0.8 * unit(words[2]);
  return {
    schoolKey,
    posts,
    limits,
    teams: teamsOf(posts),
    advice: 4.7 * zeal * SIZE[Math.min(posts, SIZE.length - 1)],
    hub,
    answer,
  };
}

/** Candidates of the post that was counted last: in its school, district, cluster and profession. */
export const degrees = new Int32Array(4);

/** Fills `degrees` for a post; returns the sum. */
export function countTies(key: Key, { schoolKey, posts, teams, advice, limits }: Habits, post: number): number {
  block(key, purposes.candidateTie, schoolKey, post, 0);
  const weight = post === 0 ? LEADS_SCHOOL : post < teams ? LEADS_TEAM : 1;
  const standing = (weight * posts) / (LEADS_SCHOOL + LEADS_TEAM * (teams - 1) + posts - teams);
  degrees[0] = Math.min(limits[0], uneven(advice, words[0]));
  degrees[1] = Math.min(limits[1], uneven(BRIDGES.district * standing, words[1]));
  degrees[2] = Math.min(limits[2], uneven(BRIDGES.cluster * standing, words[2]));
  degrees[3] = Math.min(limits[3], uneven(BRIDGES.profession * standing, words[3]));
  return degrees[0] + degrees[1] + degrees[2] + degrees[3];
}

/** A whole number with this mean, never above 2.5 means + 1; its SD, near 0.7 of the mean, is that of measured out-degrees. */
function uneven(mean: number, word: number): number {
  const u = (word >>> 16) / 0x10000;
  const rounding = (word & 0xffff) / 0x10000;
  return Math.floor(mean * (0.25 + 2.25 * u * u) + rounding);
}
