/** Which plan holds up: every plan in every setting, through the same futures. */
import { quantile, strategies } from '../../sim/index.ts';
import { type Robustness, robustness } from '../statistics/regret.ts';
import { counts, drawsOf, intervalOf } from '../statistics/resample.ts';
import type { FactorColumn, StudyTable } from '../table.ts';
import type { AnswerTable, HoldsAnswer, PlanCell, PlanRow, Refusal } from './answer.ts';
import { type Aiming, allValues, isRefusal, outcomeOf, RESAMPLES, reaches, refuse, startOf } from './asking.ts';

export interface HoldsWish extends Aiming {
  /** Name of the factor whose values are the plans; where absent the one called plan, or of rollouts, or the first choice. */
  readonly plan?: string;
  /** What the outcome has to reach; the median of all futures where absent. */
  readonly threshold?: number;
}

export function holds(table: StudyTable, wish: HoldsWish = {}): HoldsAnswer | Refusal {
  const outcome = outcomeOf(table, wish);
  if (isRefusal(outcome)) return outcome;
  const crossing = crossingOf(table, wish);
  if (isRefusal(crossing)) return crossing;
  const { plan, planNames, settingNames, pointAt } = crossing;
  const { replicates, values, factors } = table;
  const better = wish.better ?? 'high';
  const sorted = allValues(table, outcome.name);
  if (sorted.length === 0) return refuse(`No future has a value of ${outcome.name}.`);
  const threshold = wish.threshold ?? quantile(sorted, 0.5);
  const sign = better === 'high' ? 1 : -1;
  const outcomeAt = (p: number, s: number, k: number): number => values[outcome.name][pointAt[p][s] * replicates + k];
  const size = [planNames.length, settingNames.length, replicates] as const;
  const judge = (times?: ArrayLike<number>): Robustness[] =>
    robustness(size, (p, s, k) => sign * outcomeAt(p, s, k), sign * threshold, times);
  const draw = drawsOf(wish.seed ?? '1');
  const found = judge();
  const resamples = Array.from({ length: replicates > 1 ? (wish.resamples ?? RESAMPLES) : 0 }, () =>
    judge(counts(replicates, draw)),
  );
  const rows = planNames.map((name, p): PlanRow => {
    const interval = (of: (row: Robustness) => number) =>
      intervalOf(
        of(found[p]),
        resamples.map((rows) => of(rows[p])),
      );
    return {
      name,
      satisfices: interval((row) => row.satisfices),
      meanRegret: interval((row) => row.meanRegret),
      worstRegret: interval((row) => row.worstRegret),
      best: interval((row) => row.best),
    };
  });
  const order = rows.map((_, p) => p).sort((a, b) => rows[a].meanRegret.value - rows[b].meanRegret.value || a - b);
  const plans = order.map((p) => rows[p]);
  return {
    ...startOf(table, outcome),
    question: 'holds',
    planLabel: factors[plan].label,
    settingLabel: factors
      .filter((_, f) => f !== plan)
      .map(({ label }) => label)
      .join(', '),
    threshold,
    better,
    plans,
    settings: settingNames,
    cells: cellsOf(order, settingNames.length, replicates, outcomeAt, reaches(better, threshold), sign),
    table: tableOf(plans),
  };
}

interface Crossing {
  readonly plan: number;
  readonly planNames: readonly string[];
  readonly settingNames: readonly string[];
  /** The point of a plan in a setting. */
  readonly pointAt: readonly (readonly number[])[];
}

/** Finds every plan in every setting; refuses where some plan misses a setting, as plans could then not be compared. */
function crossingOf(table: StudyTable, { plan: name }: HoldsWish): Crossing | Refusal {
  const { factors, points, pointCount, design } = table;
  const named = factors.findIndex((factor) => factor.name === name);
  if (name !== undefined && named < 0)
    return refuse(`plan: expected one of the factors ${factors.map((factor) => factor.name).join(', ')}, got ${name}.`);
  const plan = name === undefined ? likelyPlan(factors) : named;
  if (plan < 0)
    return refuse('No factor of this study is a choice, such as a strategy: name the one whose values are the plans.');
  if (!design.sameLuck)
    return refuse(
      'The points of this study went through different luck, so that plans cannot be set against each other future by future.',
    );
  const count = factors.length;
  const planValues: number[] = [];
  const settings = new Map<string, Map<number, number>>();
  const rows = new Map<string, Float64Array>();
  for (let p = 0; p < pointCount; p++) {
    const row = points.subarray(p * count, (p + 1) * count);
    const key = Array.from(row)
      .filter((_, f) => f !== plan)
      .join(' ');
    if (!planValues.includes(row[plan])) planValues.push(row[plan]);
    if (!settings.has(key)) settings.set(key, new Map());
    settings.get(key)!.set(row[plan], p);
    rows.set(key, row);
  }
  if (planValues.length < 2)
    return refuse(`${factors[plan].name} takes one value only: there are no plans to set against each other.`);
  if ([...settings.values()].some((byPlan) => byPlan.size < planValues.length))
    return refuse(`Not every value of ${factors[plan].name} was run in every setting: use a grid or plans design.`);
  planValues.sort((a, b) => a - b);
  return {
    plan,
    planNames: planValues.map((value) => planText(factors[plan], value)),
    settingNames: [...rows.values()].map((row) => settingText(factors, row, plan)),
    pointAt: planValues.map((value) => [...settings.values()].map((byPlan) => byPlan.get(value)!)),
  };
}

/** The only factor, the one called plan, the one whose choices are rollouts, or the first choice; -1 where there is none. */
function likelyPlan(factors: readonly FactorColumn[]): number {
  if (factors.length === 1) return 0;
  const called = factors.findIndex(({ name }) => name === 'plan');
  if (called >= 0) return called;
  const rollouts = factors.findIndex(isRollout);
  return rollouts >= 0 ? rollouts : factors.findIndex(({ choices }) => choices !== undefined);
}

const isRollout = ({ choices }: FactorColumn): boolean =>
  choices?.every((choice) => strategies.some(({ name }) => name === choice)) ?? false;

/** Rollouts by the words that a reader knows them by. */
function planText(factor: FactorColumn, value: number): string {
  const text = valueText(factor, value);
  return isRollout(factor) ? strategies.find(({ name }) => name === text)!.label : text;
}

const valueText = ({ choices }: FactorColumn, value: number): string => choices?.[value] ?? String(value);

function settingText(factors: readonly FactorColumn[], row: Float64Array, plan: number): string {
  const others = factors.map((factor, f) => ({ factor, value: row[f], f })).filter(({ f }) => f !== plan);
  return others.map(({ factor, value }) => (factor.choices ? '' : `${factor.label} `) + valueText(factor, value)).join(', ');
}

/** In the order of the plans as answered, then by setting. */
function cellsOf(
  order: readonly number[],
  settings: number,
  replicates: number,
  outcomeAt: (plan: number, setting: number, future: number) => number,
  isReached: (value: number) => boolean,
  sign: number,
): PlanCell[] {
  const cells = order.flatMap((p, plan) =>
    Array.from({ length: settings }, (_, setting) => {
      const present = Array.from({ length: replicates }, (_, k) => outcomeAt(p, setting, k)).filter(
        (value) => !Number.isNaN(value),
      );
      const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
      return { plan, setting, mean, reached: present.filter(isReached).length, futures: present.length };
    }),
  );
  const isAhead = (a: (typeof cells)[number], b: (typeof cells)[number]): boolean => {
    const [of, than] = [a.reached / a.futures, b.reached / b.futures];
    return of > than || (of === than && sign * a.mean > sign * b.mean);
  };
  return cells.map((cell) => ({
    ...cell,
    isBest: cell.futures > 0 && !cells.some((other) => other.setting === cell.setting && isAhead(other, cell)),
  }));
}

function tableOf(plans: readonly PlanRow[]): AnswerTable {
  const columns = ['reaches', 'mean_regret', 'worst_regret', 'best'];
  return {
    columns: ['plan', ...columns.flatMap((column) => [column, `${column}_low`, `${column}_high`])],
    rows: plans.map(({ name, satisfices, meanRegret, worstRegret, best }) => [
      name,
      ...[satisfices, meanRegret, worstRegret, best].flatMap(({ value, low, high }) => [value, low, high]),
    ]),
  };
}
