/** How much a setting moves an outcome: at either end of the range tried against where it is, through the same futures. */
import { meanWithError, type Results, type Scenario } from '../../../sim/index.ts';
import type { Catalogue } from '../../../workers/index.ts';
import { isAssumption } from '../../state/assuming.ts';
import type { Outcome } from '../../state/outcomes.ts';

/** A setting that can be tried at both ends of its range. */
export interface Candidate {
  readonly path: string;
  readonly ends: readonly [low: number, high: number];
}

export interface Move {
  /** Mean difference at the low and at the high end, in the unit of the outcome as it is shown. */
  readonly low: number;
  readonly high: number;
  /** From the lowest to the highest of the three means; below 0 where more of the setting makes less of the outcome. */
  readonly span: number;
  /** Futures behind it. */
  readonly futures: number;
  /** Whether the larger of the two differences stands out from luck. */
  readonly isClear: boolean;
}

/** Futures below which a move is only a first look. */
export const LOOK = 8;

/**
 * Settings worth trying: what a plan mostly chooses, then what is assumed, the weakest evidence first. Within a grade, mechanisms
 * take turns, so that something is known of each of them early.
 */
export function candidatesOf({ settings }: Pick<Catalogue, 'settings'>): readonly Candidate[] {
  const tried = settings.filter(({ quantity: { choices, range } }) => !choices && range[0] < range[1]);
  const chosen = tried.filter(({ path }) => /^(ingredients|fragmentation|collaboration)\./.test(path));
  const turns = new Map<string, number>();
  const supposed = tried
    .filter(({ path }) => isAssumption(path))
    .map((setting) => {
      const turn = `${setting.quantity.grade} ${setting.path.split('.', 2).join('.')}`;
      turns.set(turn, (turns.get(turn) ?? 0) + 1);
      return { setting, turn: turns.get(turn)! };
    })
    .sort((a, b) => weakness(b.setting) - weakness(a.setting) || a.turn - b.turn)
    .map(({ setting }) => setting);
  return [...chosen, ...supposed].map(({ path, quantity }) => ({ path, ends: quantity.range }));
}

const weakness = ({ quantity }: Catalogue['settings'][number]): number => quantity.grade.charCodeAt(0);

/** Undefined where no future has anything to measure. */
export function moveOf(
  base: readonly Results[],
  ends: readonly [low: readonly Results[], high: readonly Results[]],
  { metric, scale }: Outcome,
  row: number,
): Move | undefined {
  const [low, high] = ends.map((runs) => pairedMean(base, runs, metric, row, scale));
  if (low.n === 0 || high.n === 0) return undefined;
  const reach = Math.max(low.mean, high.mean, 0) - Math.min(low.mean, high.mean, 0);
  const larger = Math.abs(low.mean) > Math.abs(high.mean) ? low : high;
  return {
    low: low.mean,
    high: high.mean,
    span: high.mean < low.mean ? -reach : reach,
    futures: Math.min(low.n, high.n),
    isClear: Math.abs(larger.mean) > larger.halfWidth,
  };
}

/** Mean of the differences within the same future, and the half-width of its 95 per cent interval. */
function pairedMean(base: readonly Results[], runs: readonly Results[], metric: string, row: number, scale: number) {
  const differences = runs
    .map(({ columns }, k) => (columns[metric][row] - base[k].columns[metric][row]) * scale)
    .filter((difference) => !Number.isNaN(difference));
  return { n: differences.length, ...meanWithError(differences) };
}

/** What counts as moving an outcome a lot: a twentieth of its axis, which is 5 schools in 100. */
export const muchOf = ({ axis: [low, high] }: Outcome): number => (high - low) / 20;

/** The plans at the two ends of a candidate's range. */
export const endsOf = (
  { path, ends }: Candidate,
  at: (assumed: Readonly<Record<string, number>>) => Scenario,
): readonly [Scenario, Scenario] => [at({ [path]: ends[0] }), at({ [path]: ends[1] })];
