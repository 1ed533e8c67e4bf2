/** The page's own study in four parts: mixes of weak and strong, one strong among weak, rollouts in four settings, and any levels. All pure. */
import type { Scenario } from '../../sim/index.ts';

export type PartName = 'mixes' | 'alone' | 'rollouts' | 'anywhere';

/** Points, and what each of them is as a plan. */
export interface Part {
  readonly name: PartName;
  /** What tells it from a part of another plan. */
  readonly key: string;
  /** Columns of the points. */
  readonly paths: readonly string[];
  /** A row a point, a column a path, in the order in which they are run. */
  readonly points: Float64Array;
  readonly pointCount: number;
  /** Futures of each point when all is done. */
  readonly replicates: number;
  /** Whether future k of every point goes through the same luck, or every future through its own. */
  readonly sameLuck: boolean;
  readonly planAt: (point: number) => Scenario;
}

/** How a plan is made from the levels of some settings. */
export type Mix = (plan: Scenario, levels: Readonly<Record<string, number>>) => Scenario;

/** Settings at the levels of a design. `points`: a row a point, a column a path, in the order in which they are run. */
export function mixesOf(
  name: Exclude<PartName, 'rollouts'>,
  plan: Scenario,
  paths: readonly string[],
  points: Float64Array,
  { replicates, sameLuck }: Pick<Part, 'replicates' | 'sameLuck'>,
  mix: Mix,
): Part {
  const planAt = (point: number): Scenario =>
    mix(plan, Object.fromEntries(paths.map((path, j) => [path, points[point * paths.length + j]])));
  const pointCount = points.length / paths.length;
  return { name, key: keyWithout(plan, paths, mix), paths, points, pointCount, replicates, sameLuck, planAt };
}

/** All weak, and then each strong in turn: what a setting does alone. */
export const onesAmong = (settings: number, weak: number, strong: number): Float64Array =>
  Float64Array.from({ length: (settings + 1) * settings }, (_, at) =>
    Math.floor(at / settings) === (at % settings) + 1 ? strong : weak,
  );

/** The number of a future: which luck it goes through. */
export const numberOf = ({ sameLuck, replicates }: Part, point: number, replicate: number): number =>
  sameLuck ? replicate : point * replicates + replicate;

/** A setting that a rollout is put into: levels of some paths. */
export type Ground = Readonly<Record<string, number>>;

/** Every rollout in every setting; a point is rollout × settings + setting. */
export function rolloutsOf(
  plan: Scenario,
  kinds: readonly string[],
  grounds: readonly Ground[],
  mix: Mix,
  as: (plan: Scenario, kind: string) => Scenario,
  replicates: number,
): Part {
  const pointCount = kinds.length * grounds.length;
  const points = Float64Array.from({ length: 2 * pointCount }, (_, at) => {
    const point = Math.floor(at / 2);
    return at % 2 === 0 ? Math.floor(point / grounds.length) : point % grounds.length;
  });
  const planAt = (point: number): Scenario => mix(as(plan, kinds[points[2 * point]]), grounds[points[2 * point + 1]]);
  const paths = ['rollout', 'setting'];
  const key = keyWithout(as(plan, kinds[0]), Object.keys(grounds[0]), mix);
  return { name: 'rollouts', key, paths, points, pointCount, replicates, sameLuck: true, planAt };
}

/** The plan with what is varied brought to one level: plans that differ only there have the same points. */
function keyWithout(plan: Scenario, paths: readonly string[], mix: Mix): string {
  const {
    title: _,
    description: __,
    lookFor: ___,
    replicates: ____,
    ...run
  } = mix(plan, Object.fromEntries(paths.map((path) => [path, 0])));
  return JSON.stringify([paths, run]);
}
