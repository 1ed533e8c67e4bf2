/**
 * The free parameters fitted to all patterns at once: a screen, two waves of history matching, and a proposal that is run. What is to
 * be run is handed to `run`, which may keep it.
 */

import { type Kept, keptOf } from '../../../study/matching/kept.ts';
import { proposals } from '../../../study/matching/proposal.ts';
import { type Screened, screened, screeningPoints } from '../../../study/matching/screen.ts';
import { defaultPoint, type Free, fillingPoints, freeSettings, type Point, settingsAt } from '../../../study/matching/space.ts';
import { farApart } from '../../../study/matching/survive.ts';
import type { Reading, Target } from '../../../study/matching/target.ts';
import { type Wave, waveOf } from '../../../study/matching/wave.ts';
import type { Pattern } from '../known/pattern.ts';
import { affordable, costOf, type Order, smaller } from './order.ts';

export type Run = (orders: readonly Order[]) => Promise<readonly (readonly Reading[])[]>;

/** A set of values that was really run, with many futures. */
export interface Checked {
  readonly name: string;
  /** What differs from the defaults, by path. */
  readonly changes: Readonly<Record<string, number>>;
  readonly readings: readonly Reading[];
  /** Patterns all of whose numbers lie inside their bands. */
  readonly inside: readonly string[];
}

export interface Calibration {
  /** All that may be moved, those first that move most. */
  readonly screen: readonly Screened[];
  /** Patterns that the screen asked. */
  readonly asked: readonly Pattern[];
  /** Settings that the waves varied. */
  readonly free: readonly Free[];
  /** Patterns that the waves matched, and their numbers. */
  readonly matched: readonly Pattern[];
  readonly targets: readonly Target[];
  readonly waves: readonly Wave[];
  readonly kept: readonly Kept[];
  /** The defaults first. */
  readonly checked: readonly Checked[];
}

/** How runs are shared out: a screen of few futures on a quarter of the district, two waves on all of it, a check with more futures. */
const EFFORT = {
  screen: { share: 0.3, futures: 2 },
  waves: { share: 0.62, futures: 4, points: [100, 60] },
  check: { futures: 16, proposals: 3 },
  most: 24,
  sizes: { sample: 8192, left: 1000 },
} as const;

export type Effort = {
  readonly screen: { readonly share: number; readonly futures: number };
  readonly waves: { readonly share: number; readonly futures: number; readonly points: readonly [number, number] };
  readonly check: { readonly futures: number; readonly proposals: number };
  readonly most: number;
  readonly sizes: { readonly sample: number; readonly left: number };
};

/** A pattern that all varied settings together move less than this, in scales of its bands, says nothing of them. */
const LEAST_MOVE = 0.25;

const SEED = 'calibration';

/** `runs`: of the default district, for all of it together. */
export async function calibrate(
  patterns: readonly Pattern[],
  run: Run,
  runs: number,
  effort: Effort = EFFORT,
): Promise<Calibration> {
  const twice = patterns.find((one, i) => patterns.slice(0, i).some(({ id }) => id === one.id));
  if (twice) throw new Error(`calibration: expected one pattern ${twice.id}, got two`);
  const all = freeSettings();
  const { screen, waves, check, most, sizes } = effort;
  const limit = (screen.share * runs) / (all.length + 1);
  const asked = affordable(byMerit(patterns.map(smaller), cheap), screen.futures, limit).map(
    ({ id }) => patterns.find((one) => one.id === id)!,
  );
  const screenedAll = await screenOf(all, asked, run, screen.futures);
  const free = screenedAll
    .slice(0, most)
    .filter(({ size }) => size > 0)
    .map((one) => one.free);
  const moved = (pattern: Pattern): number =>
    Math.sqrt(screenedAll.slice(0, most).reduce((sum, { moves }) => sum + moves[pattern.id] ** 2, 0));
  const merit = (pattern: Pattern): number => moved(pattern) / costOf([pattern], waves.futures);
  const points = waves.points[0] + waves.points[1];
  const matched = affordable(
    byMerit(
      asked.filter((pattern) => moved(pattern) >= LEAST_MOVE),
      merit,
    ),
    waves.futures,
    (waves.share * runs) / points,
  );
  const targets = targetsOf(matched);
  const more = matched.flatMap(({ arms, statistics }) => {
    const futures = Math.max(...Object.values(arms).map((arm) => arm.futures));
    return statistics.map(() => futures / Math.min(futures, waves.futures));
  });
  const ask = async (step: string, at: readonly Point[]) =>
    run(at.map((point, p) => order(`${step}-${p}`, matched, settingsAt(free, point), `${SEED} ${step} ${p}`, waves.futures)));
  const first = [defaultPoint(free), ...fillingPoints(free.length, waves.points[0] - 1, SEED)];
  const firstReadings = await ask('first', first);
  const one = waveOf(targets, { points: first, readings: firstReadings }, more, `${SEED} 1`, sizes);
  const second = farApart(one.left.points, waves.points[1]);
  const secondReadings = await ask('second', second);
  const both = { points: [...first, ...second], readings: [...firstReadings, ...secondReadings] };
  const two = waveOf(targets, both, more, `${SEED} 2`, sizes);
  const proposed = proposals(two.emulated, two.left.points, defaultPoint(free), check.proposals);
  const changes = [{}, ...proposed.map(({ point }) => changesAt(free, point))];
  const checks = await run(changes.map((set, c) => order(`check-${c}`, matched, set, `${SEED} check`, check.futures)));
  return {
    screen: screenedAll,
    asked,
    free,
    matched,
    targets,
    waves: [one, two],
    kept: keptOf(free, two.left.points, two.sample, two.reached),
    checked: checks.map((readings, c) => ({
      name: c === 0 ? 'defaults' : `proposal ${c}`,
      changes: changes[c],
      readings,
      inside: insideOf(matched, targets, readings),
    })),
  };
}

/** Starred patterns first, then by a merit; of equals in their own order. */
function byMerit(patterns: readonly Pattern[], merit: (pattern: Pattern) => number): Pattern[] {
  const rank = new Map(patterns.map((pattern) => [pattern, (pattern.starred ? 1e9 : 0) + merit(pattern)]));
  return [...patterns].sort((a, b) => rank.get(b)! - rank.get(a)!);
}

const cheap = (pattern: Pattern): number => 1 / costOf([pattern], 1);

async function screenOf(all: readonly Free[], asked: readonly Pattern[], run: Run, futures: number): Promise<Screened[]> {
  const small = { isSmall: true };
  const seed = `${SEED} screen`;
  const orders = screeningPoints(all).map((point, j) => {
    const path = all[j].path;
    return { ...order(`screen-${path}`, asked, { [path]: settingsAt(all, point)[path] }, seed, futures), ...small };
  });
  const [base, ...readings] = await run([{ ...order('screen-default', asked, {}, seed, futures), ...small }, ...orders]);
  return screened(all, targetsOf(asked), base, readings);
}

const order = (name: string, patterns: readonly Pattern[], set: Order['set'], seed: string, futures: number): Order => ({
  name,
  patterns: patterns.map(({ id }) => id),
  set,
  seed,
  futures,
  isSmall: false,
});

const targetsOf = (patterns: readonly Pattern[]): Target[] =>
  patterns.flatMap(({ id, statistics }) => statistics.map(({ label, band }) => ({ pattern: id, label, band })));

/** What a person would write down: two digits that count, only where they differ from the default. */
function changesAt(free: readonly Free[], point: Point): Record<string, number> {
  const values = settingsAt(free, point);
  return Object.fromEntries(
    free.flatMap(({ path, low, high, default: start }) => {
      const value = Math.min(high, Math.max(low, Number(values[path].toPrecision(2))));
      return Math.abs(value - start) < 0.01 * (high - low) ? [] : [[path, value]];
    }),
  );
}

function insideOf(patterns: readonly Pattern[], targets: readonly Target[], readings: readonly Reading[]): string[] {
  const isIn = (t: number): boolean => readings[t].value >= targets[t].band[0] && readings[t].value <= targets[t].band[1];
  return patterns.map(({ id }) => id).filter((id) => targets.every(({ pattern }, t) => pattern !== id || isIn(t)));
}
