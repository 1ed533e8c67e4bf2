/** A factor as designs see it: a line of values, walked from 0 to 1. Exact: the same bits on every engine. */
import { exp, log, normalQuantile, normalShare } from '../sim/index.ts';
import type { Distribution } from './file/schema.ts';
import type { Factor } from './file/study.ts';
import { targetOf } from './file/targets.ts';

export interface Axis {
  readonly name: string;
  /** Names of the values 0, 1, 2 … where the factor is a choice. */
  readonly choices?: readonly string[];
  /** The values, rising, where they are listed; for choices 0, 1, 2 … */
  readonly levels?: readonly number[];
  readonly low: number;
  readonly high: number;
  /** Only whole numbers. */
  readonly whole: boolean;
  /** Where a one-at-a-time design stays. */
  readonly baseline: number;
  /** The value below which a share u of the draws lie; u from 0 to 1, both included. */
  at(u: number): number;
}

/** Throws for scenarios that have not been read: that is a programmer's mistake. */
export function axisOf(factor: Factor): Axis {
  if ('plans' in factor)
    return choiceAxis(
      factor.name,
      factor.plans.map(({ name }) => name),
    );
  if ('scenarios' in factor) {
    if (factor.scenarios === 'all') throw new Error(`factor ${factor.name}: expected scenarios that have been read, got all`);
    return choiceAxis(factor.name, factor.scenarios.map(scenarioName));
  }
  const { name, paths, levels, distribution, baseline } = factor;
  const row = targetOf(paths[0]);
  if (row?.choices) {
    const names = (levels ?? row.choices).map(String);
    return choiceAxis(name, names, baseline === undefined ? 0 : names.indexOf(String(baseline)));
  }
  if (levels) return levelAxis(name, levels as readonly number[], baseline as number | undefined);
  if (!distribution) throw new Error(`factor ${name}: expected levels or a distribution`);
  return rangeAxis(
    name,
    distribution,
    paths.some((path) => targetOf(path)?.whole),
    baseline as number | undefined,
  );
}

/** What a scenario of a list is called. */
export const scenarioName = (entry: string | { readonly name: string }): string =>
  typeof entry === 'string' ? entry : entry.name;

/** Of the values of a list, the one at a share u of it. */
const listed = (levels: readonly number[]) => (u: number) => levels[Math.min(levels.length - 1, Math.floor(u * levels.length))];

function choiceAxis(name: string, choices: readonly string[], baseline = 0): Axis {
  const levels = choices.map((_, i) => i);
  return { name, choices, levels, low: 0, high: levels.length - 1, whole: true, baseline, at: listed(levels) };
}

function levelAxis(name: string, levels: readonly number[], baseline = levels[0]): Axis {
  return { name, levels, low: levels[0], high: levels[levels.length - 1], whole: false, baseline, at: listed(levels) };
}

function rangeAxis(name: string, distribution: Distribution, whole: boolean, baseline?: number): Axis {
  const { low, high } = distribution;
  const quantile = quantileOf(distribution);
  const inside = (u: number): number => {
    if (u <= 0) return low;
    if (u >= 1) return high;
    return Math.min(high, Math.max(low, quantile(u)));
  };
  // Each whole number of an even range is as likely as any other, its ends included.
  const wholeEven = (u: number): number => Math.min(high, Math.floor(low + u * (high - low + 1)));
  const rounded = distribution.kind === 'uniform' ? wholeEven : (u: number) => Math.round(inside(u));
  const at = whole ? rounded : inside;
  return { name, low, high, whole, baseline: baseline ?? at(0.5), at };
}

function quantileOf(distribution: Distribution): (u: number) => number {
  const { kind, low, high } = distribution;
  switch (kind) {
    case 'uniform':
      return (u) => low + u * (high - low);
    case 'logUniform': {
      const [from, to] = [log(low), log(high)];
      return (u) => exp(from + u * (to - from));
    }
    case 'triangular': {
      const { mode } = distribution;
      const left = (mode - low) / (high - low);
      return (u) =>
        u < left ? low + Math.sqrt(u * (high - low) * (mode - low)) : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
    }
    case 'normal': {
      const { mean, sd } = distribution;
      const from = normalShare((low - mean) / sd);
      const to = normalShare((high - mean) / sd);
      return (u) => mean + sd * normalQuantile(from + u * (to - from));
    }
  }
}

/** So many evenly spread values from end to end; the listed values where there are such. */
export function gridOf({ levels, low, high, whole }: Axis, steps: number): readonly number[] {
  if (levels) return levels;
  const value = (i: number): number => (i === steps - 1 ? high : low + ((high - low) * i) / (steps - 1));
  return Array.from({ length: steps }, (_, i) => (whole ? Math.round(value(i)) : value(i)));
}
