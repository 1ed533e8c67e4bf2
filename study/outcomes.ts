/** The numbers that a study keeps of each future: measures, or formulas over them, at a year or over the years. */
import {
  brokenDown,
  compileFormula,
  type Formula,
  MOST_DISTRICTS,
  MOST_REGIONS,
  metrics,
  nearest,
  type Problem,
  type Results,
  timeColumn,
  timesTo,
} from '../sim/index.ts';
import type { OutcomeWish } from './file/schema.ts';
import type { Study } from './file/study.ts';
import type { OutcomeColumn } from './table.ts';

interface Measure {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
}

const numbered = (kind: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${kind} ${i + 1}`);

/** As many innovations, districts and regions as are told apart at all, and what few plans ask for; a run that has fewer leaves the others missing. */
const broken: readonly Measure[] = brokenDown({
  moved: { has: () => true },
  picked: { rollouts: { length: 20 } },
  scenarioInnovations: 8,
  system: { districtNames: numbered('district', MOST_DISTRICTS), regionNames: numbered('region', MOST_REGIONS) },
});

/** Every measure that a run may have a column of. */
const measures: ReadonlyMap<string, Measure> = new Map(
  [
    ...metrics,
    ...timesTo.map((share) => ({
      name: timeColumn(share),
      label: `Years until ${Math.round(100 * share)} per cent of schools use it`,
      unit: 'years',
    })),
    ...broken,
  ].map((measure) => [measure.name, measure]),
);
const names = [...measures.keys()];

/** What is wrong with an outcome by itself. */
export function outcomeProblems(wish: OutcomeWish, at: string): readonly Problem[] {
  const problems: Problem[] = [];
  const say = (part: string, message: string): void => void problems.push({ path: part === '' ? at : `${at}.${part}`, message });
  const { metric, formula, year, over, reaches, from, to } = wish;
  if ((metric === undefined) === (formula === undefined))
    say('', `found ${metric ? 'both' : 'neither'}, expected a metric or a formula.`);
  const times = [year !== undefined && 'year', over && 'over', reaches !== undefined && 'reaches'].filter(Boolean);
  if (times.length !== 1) say('', `found ${times.join(' and ') || 'none'}, expected one of year, over and reaches.`);
  if (metric !== undefined && !measures.has(metric)) {
    const close = nearest(metric, names);
    say(
      'metric',
      `found "${metric}", which is no measure; ${close ? `did you mean ${close}?` : '`taking-root list metrics` shows all.'}`,
    );
  }
  if (formula !== undefined) {
    const compiled = compileFormula(formula, names);
    if (!compiled.ok) say('formula', compiled.problem);
  }
  if (year !== undefined && (from !== undefined || to !== undefined)) say('', 'from and to have no place beside year.');
  if (from !== undefined && to !== undefined && from >= to) say('from', `found ${from}, expected a year before ${to}.`);
  if (metric !== undefined && wish.unit !== undefined) say('unit', `has no place beside metric: ${metric} brings its own.`);
  return problems;
}

const spans = {
  last: 'at the end',
  mean: 'on average',
  max: 'at its highest',
  min: 'at its lowest',
  slope: 'change a year',
} as const;

/** What each outcome is called, and its unit. */
export function outcomeColumns({ outcomes }: Pick<Study, 'outcomes'>): readonly OutcomeColumn[] {
  return outcomes.map(({ name, label, unit = '', metric, year, over, reaches }) => {
    const measure = metric === undefined ? { label: name, unit } : (measures.get(metric) ?? { label: name, unit });
    const when = over ? spans[over] : reaches === undefined ? `year ${year}` : `first year of ${reaches} or more`;
    const units = reaches !== undefined ? 'years' : over === 'slope' ? `${measure.unit} a year` : measure.unit;
    return { name, label: label ?? `${measure.label}, ${when}`, unit: units };
  });
}

/** A function that reads a future's outcomes, in their order; NaN where there was nothing to measure. */
export function outcomesOf({ outcomes }: Pick<Study, 'outcomes'>): (results: Results) => Float64Array {
  const readers = outcomes.map(readerOf);
  return (results) => Float64Array.from(readers, (read) => read(results));
}

/** Rows of results are steps of equal length; a year that falls between two is read at the later. */
const rowOf = (years: Float64Array, year: number): number => years.findIndex((y) => y >= year - 1e-9);

function readerOf({ metric, formula, year, over, reaches, from = 0, to = Number.POSITIVE_INFINITY }: OutcomeWish) {
  const at =
    metric === undefined
      ? overColumns(formula ?? '')
      : ({ columns }: Results, row: number) => columns[metric]?.[row] ?? Number.NaN;
  if (year !== undefined)
    return (results: Results): number => {
      const row = rowOf(results.years, year);
      return row < 0 ? Number.NaN : at(results, row);
    };
  return (results: Results): number => {
    const span: (readonly [year: number, value: number])[] = [];
    results.years.forEach((y, row) => {
      const value = y >= from - 1e-9 && y <= to + 1e-9 ? at(results, row) : Number.NaN;
      if (!Number.isNaN(value)) span.push([y, value]);
    });
    if (reaches !== undefined) return span.find(([, value]) => value >= reaches)?.[0] ?? Number.NaN;
    return over === undefined || span.length === 0 ? Number.NaN : summaries[over](span);
  };
}

function overColumns(text: string): (results: Results, row: number) => number {
  const compiled = compileFormula(text, names);
  if (!compiled.ok) throw new Error(`formula ${text}: ${compiled.problem}`);
  const { formula }: { formula: Formula } = compiled;
  return ({ columns }, row) => {
    const value = formula.evaluate((slot) => columns[names[slot]]?.[row] ?? Number.NaN);
    return Number.isFinite(value) ? value : Number.NaN;
  };
}

type Span = readonly (readonly [year: number, value: number])[];

const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Over the rows that have a value. */
const summaries: Readonly<Record<NonNullable<OutcomeWish['over']>, (span: Span) => number>> = {
  last: (span) => span[span.length - 1][1],
  mean: (span) => meanOf(span.map(([, value]) => value)),
  max: (span) => span.reduce((most, [, value]) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  min: (span) => span.reduce((least, [, value]) => Math.min(least, value), Number.POSITIVE_INFINITY),
  slope(span) {
    const middle = meanOf(span.map(([year]) => year));
    const spread = span.reduce((sum, [year]) => sum + (year - middle) * (year - middle), 0);
    return span.reduce((sum, [year, value]) => sum + (year - middle) * value, 0) / spread;
  },
};
