/** What is asked of the study, or of a file: an outcome, a year, and the values that count as holding up and as failing. */
import { computed, signal } from '@preact/signals';
import { ticks } from 'd3';
import { quantile } from '../../sim/index.ts';
import { type FactorColumn, meanAt, type OutcomeColumn, type StudyTable } from '../../study/index.ts';
import { strategies } from '../controls/facts.ts';
import { rolloutName } from '../controls/rollouts.tsx';
import { outcomes } from '../state/outcomes.ts';
import { panelText } from '../state/paneltext.ts';
import { asked, lastYear, year } from '../state/store.ts';
import { file } from './file.ts';
import { groundNames } from './grounds.ts';
import type { PartName } from './parts.ts';
import { wholeRound } from './rounds.ts';
import { kept, rounds, version } from './running.ts';
import { choosable } from './varied.ts';

export const outcome = computed(() => outcomes.find(({ name }) => name === asked.value)!);
export const yearAsked = computed(() => Math.max(1, Math.min(lastYear.value, Math.round(year.value))));

/** The outcome as the columns of a table say it. The gap is turned round, so that more of it is a wider one. */
const column = computed<OutcomeColumn>(() => {
  const { outcomes: names, units } = panelText.value.matters;
  const { name, unit } = outcome.value;
  const units_ = { share: 'share', gap: 'share', points: units.points, money: units.money };
  return { name, label: names[name], unit: units_[unit] };
});

/** What counts is the outcome as it comes from the engine, but for a gap, which is turned round. */
const turned = computed(() => (outcome.value.scale < 0 ? -1 : 1));

/** The outcome that is looked at: of the page's study, or a column of a file. */
export const about = computed<OutcomeColumn>(() => file.value?.outcome ?? column.value);

function factorsOf(part: PartName, paths: readonly string[]): readonly FactorColumn[] {
  const words = panelText.value.matters;
  if (part === 'rollouts') {
    const plans = strategies.value.map(({ name }) => rolloutName(name));
    const grounds = groundNames.map((name) => words.holds.grounds[name]);
    return [choice('rollout', words.holds.columns.plan, plans), choice('setting', words.holds.columns.setting, grounds)];
  }
  return paths.map((path) => {
    const { label = path, grade = 'D' } = choosable.value.find((one) => one.path === path) ?? {};
    const two = { range: [0.2, 0.8] as const, levels: [0.2, 0.8] };
    return { name: path, label, grade, ...(part !== 'anywhere' ? two : { range: [0, 1] as const }) };
  });
}

const choice = (name: string, label: string, choices: readonly string[]): FactorColumn => ({
  name,
  label,
  range: [0, choices.length - 1],
  choices,
  grade: 'D',
});

const kinds = { mixes: 'fraction', alone: 'oneAtATime', rollouts: 'plans', anywhere: 'sobol' } as const;
/** Resolution of the fraction when all its points are there, and of its first points. */
const FULL = 5;
const FIRST = 3;

/** What is whole of a part of the page's study, as a table; null before the first round. */
export function tableOf(part: PartName): StudyTable | null {
  version.value;
  const one = kept.value[part];
  const round = one && wholeRound(part, rounds.value, one.has);
  // Of a plan with other years nothing is known yet.
  if (!round || yearAsked.value > one.years) return null;
  const { paths, points, pointCount } = one.part;
  const { metric } = outcome.value;
  const isAll = round.points === pointCount;
  return {
    title: panelText.value.matters.title,
    factors: factorsOf(part, paths),
    outcomes: [column.value],
    design: {
      kind: kinds[part],
      sameLuck: one.part.sameLuck,
      numbers: part === 'mixes' ? { resolution: isAll ? FULL : FIRST } : {},
    },
    pointCount: round.points,
    replicates: round.replicates,
    points: points.slice(0, round.points * paths.length),
    values: { [column.value.name]: one.values(metric, yearAsked.value, round.points, round.replicates, turned.value) },
  };
}

/** What each setting does alone, all others weak, by its path; empty before that was run. */
export const alone = computed<ReadonlyMap<string, number>>(() => {
  const table = tableOf('alone');
  if (!table) return new Map();
  const none = meanAt(table, column.value.name, 0);
  return new Map(table.factors.map(({ name }, j) => [name, meanAt(table, column.value.name, j + 1) - none]));
});

/** Values that somebody has chosen, by outcome; where there is none, one is taken from the runs. */
const chosen = signal<Readonly<Record<string, { readonly goal?: number; readonly failing?: number }>>>({});

export function choose(which: 'goal' | 'failing', value: number): void {
  const { name } = about.value;
  chosen.value = { ...chosen.value, [name]: { ...chosen.value[name], [which]: value } };
}

/** Whether less of the outcome is better. */
export const isLessBetter = computed(() => !file.value && outcome.value.more === 'worse');

const sortedValues = (table: StudyTable): Float64Array =>
  table.values[about.value.name].filter((value) => !Number.isNaN(value)).sort();

/** Round values over the range of what came out: those that may be chosen. */
export function barsOf(table: StudyTable): readonly number[] {
  const sorted = sortedValues(table);
  if (sorted.length === 0) return [];
  if (about.value.unit === 'share' && sorted[0] >= 0) return Array.from({ length: 19 }, (_, i) => (5 * (i + 1)) / 100);
  return ticks(sorted[0], sorted[sorted.length - 1], 20);
}

/** Shares of the runs at which the values stand that nobody has chosen: better than most, and worse than most. */
const GOAL = 0.7;
const FAILING = 0.25;

const nearest = (bars: readonly number[], to: number): number =>
  bars.reduce((best, bar) => (Math.abs(bar - to) < Math.abs(best - to) ? bar : best), bars[0] ?? Number.NaN);

export function barOf(which: 'goal' | 'failing', table: StudyTable): number {
  const own = chosen.value[about.value.name]?.[which];
  if (own !== undefined) return own;
  const share = which === 'goal' ? GOAL : FAILING;
  return nearest(barsOf(table), quantile(sortedValues(table), isLessBetter.value ? 1 - share : share));
}
