/** From patterns to figures: the arms that are asked for, run once where they are the same, and what each statistic makes of them. */
import { canonical } from '../../../cli/study/canonical.ts';
import { compile, type Parsed, parseScenario, type Results, type Scenario, simulate, withSetting } from '../../../sim/index.ts';
import { WIDE } from './estimate.ts';
import type { Arm, Estimate, Pattern, Statistic, Wish } from './pattern.ts';

export interface Options {
  /** Values by settings' paths, put under every arm: what an arm says itself stands. */
  readonly set?: Readonly<Record<string, number>>;
  /** How many futures to run where an arm asks for n. */
  readonly futures?: (n: number) => number;
  readonly seed?: string;
}

/** An arm as it is run. Jobs with one key are the same. */
export interface Job {
  readonly key: string;
  readonly wish: Wish;
  readonly record: Arm['record'];
  readonly futures: number;
}

export type Verdict = 'shown' | 'unclear' | 'missed';

export interface Finding {
  readonly statistic: Statistic;
  readonly estimate: Estimate;
  readonly verdict: Verdict;
}

export interface Judged {
  readonly pattern: Pattern;
  readonly findings: readonly Finding[];
  /** Of the worst statistic. */
  readonly verdict: Verdict;
}

/** Best first. */
export const verdicts: readonly Verdict[] = ['shown', 'unclear', 'missed'];

const BASE = { version: 1, title: 'a pattern', system: { preset: 'made-up' }, years: 15 };

/** The arms of a pattern by their names. */
export function jobsOf({ arms }: Pattern, { set = {}, futures = (n) => n, seed }: Options = {}): Readonly<Record<string, Job>> {
  return Object.fromEntries(
    Object.entries(arms).map(([name, arm]) => {
      const whole: Wish = { ...BASE, ...(seed !== undefined && { seed }), ...arm.wish };
      const wish = Object.entries(set)
        .filter(([path]) => !says(whole, path))
        .reduce<unknown>((scenario, [path, value]) => withSetting(scenario, path, value), whole) as Wish;
      return [name, { key: canonical([wish, arm.record ?? 'metrics']), wish, record: arm.record, futures: futures(arm.futures) }];
    }),
  );
}

/** Each job once, for the most futures that anybody asks of it, in the order in which they are first needed. */
export function jobsOfAll(patterns: readonly Pattern[], options?: Options): Job[] {
  const jobs = new Map<string, Job>();
  for (const pattern of patterns)
    for (const job of Object.values(jobsOf(pattern, options)))
      if (job.futures > (jobs.get(job.key)?.futures ?? 0)) jobs.set(job.key, job);
  return [...jobs.values()];
}

/** Futures `from` to `until`, the last not included. Throws where the wish is no scenario, with all that is wrong. */
export function runJob({ wish, record = 'metrics' }: Job, from: number, until: number): Results[] {
  const parsed: Parsed<Scenario> = parseScenario(wish);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  const plan = compile(parsed.value);
  return Array.from({ length: until - from }, (_, k) => simulate(plan, { replicate: from + k, record }));
}

/** What the statistics say of futures that were run, by the keys of jobs. */
export function judge(pattern: Pattern, runs: ReadonlyMap<string, readonly Results[]>, options?: Options): Judged {
  const jobs = jobsOf(pattern, options);
  const futures = Object.fromEntries(
    Object.entries(jobs).map(([name, { key, futures: n }]) => [name, runs.get(key)!.slice(0, n)]),
  );
  const findings = pattern.statistics.map((statistic) => {
    const estimate = statistic.of(futures);
    return { statistic, estimate, verdict: verdictOf(estimate, statistic.band) };
  });
  const worst = Math.max(...findings.map(({ verdict }) => verdicts.indexOf(verdict)));
  return { pattern, findings, verdict: verdicts[worst] };
}

/** Patterns one after another in this process. */
export function evaluate(patterns: readonly Pattern[], options?: Options): Judged[] {
  const runs = new Map(jobsOfAll(patterns, options).map((job) => [job.key, runJob(job, 0, job.futures)]));
  return patterns.map((pattern) => judge(pattern, runs, options));
}

/** Lowest and highest value that the futures leave open, 95 in 100 times. */
export const interval = ({
  value,
  standardError,
  interval = around(value, standardError),
}: Estimate): readonly [number, number] => interval;

const around = (value: number, standardError: number) => [value - WIDE * standardError, value + WIDE * standardError] as const;

/** Shown: inside the band with all of its interval; missed: outside with all of it, or no number at all. */
function verdictOf(estimate: Estimate, [low, high]: Statistic['band']): Verdict {
  if (Number.isNaN(estimate.value)) return 'missed';
  const [from, to] = interval(estimate);
  if (from >= low && to <= high) return 'shown';
  // An error that is no number, such as that of one future, leaves everything open.
  return to < low || from > high ? 'missed' : 'unclear';
}

/** Whether a scenario has a value of its own at a settings' path, or above it. */
function says(wish: unknown, path: string): boolean {
  const inside = (node: unknown, segments: readonly string[]): boolean => {
    if (node === undefined) return false;
    if (segments.length === 0 || typeof node !== 'object' || node === null) return true;
    if (Array.isArray(node) && !/^\d+$/.test(segments[0])) return node.some((part) => inside(part, segments));
    const [first, ...rest] = segments;
    const parts = node as Readonly<Record<string, unknown>>;
    return inside(parts[first], rest) || (rest.length > 0 && inside(parts[segments.join('.')], []));
  };
  return inside(wish, path.split('.'));
}
