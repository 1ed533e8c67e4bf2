/** What a calibration asks to be run, and what that costs. */
import { type PresetName, presets } from '../../../sim/index.ts';
import { jobsOfAll } from '../known/evaluate.ts';
import type { Pattern, Wish } from '../known/pattern.ts';

/** The numbers of some patterns at one point. */
export interface Order {
  /** Of the step and the point, as a file can be called. */
  readonly name: string;
  /** Their ids. */
  readonly patterns: readonly string[];
  /** Values by settings' paths. */
  readonly set: Readonly<Record<string, number>>;
  readonly seed: string;
  /** At most so many futures of an arm. */
  readonly futures: number;
  /** On a quarter of the made-up district. */
  readonly isSmall: boolean;
}

const PART = 0.25;

const MADE_UP = 'made-up';
/** Schools of the made-up district. */
const SCHOOLS = 212;

const systemOf = ({ system = { preset: MADE_UP } }: Wish) => system as { readonly preset?: PresetName; readonly sample?: number };

const knownSchools = (preset: PresetName): number | undefined =>
  (presets[preset].statistics as { readonly schools?: { readonly value: number } }).schools?.value;

/** The pattern on a quarter of the made-up district, where it asks for the whole of it and names no schools by their places. */
export function smaller(pattern: Pattern): Pattern {
  if (Object.values(pattern.arms).some(({ wish, record = 'metrics' }) => 'pilots' in wish || record !== 'metrics'))
    return pattern;
  const arms = Object.entries(pattern.arms).map(([name, arm]) => {
    const system = systemOf(arm.wish);
    const isWhole = system.preset === MADE_UP && system.sample === undefined;
    return [name, isWhole ? { ...arm, wish: { ...arm.wish, system: { ...system, sample: PART } } } : arm];
  });
  return { ...pattern, arms: Object.fromEntries(arms) };
}

/** Runs of the default district over fifteen years that take as long. */
export function costOf(patterns: readonly Pattern[], futures: number): number {
  return jobsOfAll(patterns, { futures: (n) => Math.min(n, futures) }).reduce((sum, job) => {
    const years = typeof job.wish.years === 'number' ? job.wish.years : 15;
    const { preset = MADE_UP, sample = 1 } = systemOf(job.wish);
    const schools = knownSchools(preset) ?? SCHOOLS;
    return sum + (job.futures * (years / 15) * sample * schools) / SCHOOLS;
  }, 0);
}

/** From a list in order of merit, those that together cost no more than a limit. */
export function affordable(patterns: readonly Pattern[], futures: number, limit: number): Pattern[] {
  const chosen: Pattern[] = [];
  for (const one of patterns) if (costOf([...chosen, one], futures) <= limit) chosen.push(one);
  return chosen;
}
