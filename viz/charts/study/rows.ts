/** The numbers behind each picture of a study, as rows for a table and a file: every number that is drawn is in them. */

import { bandOf } from '../../../sim/index.ts';
import type {
  FailsAnswer,
  HoldsAnswer,
  Interval,
  MattersAnswer,
  TakesAnswer,
  TogetherAnswer,
} from '../../../study/questions/answer.ts';
import type { OutcomeColumn } from '../../../study/table.ts';
import type { PictureWords } from '../../../words/index.ts';
import type { Cell, Chart } from '../chart.ts';

type Columns = PictureWords['columns'];

const chart = (names: readonly string[], rows: readonly (readonly Cell[])[]): Chart => ({
  columns: names.map((name, c) => (rows.every((row) => typeof row[c] === 'number') ? { name, digits: 3 } : { name })),
  rows,
});

const ends = ({ value, low, high }: Interval): readonly Cell[] => [value, low, high];
const yes = (is: boolean, { yes, no }: Columns): string => (is ? yes : no);

export const importanceRows = ({ inputs }: MattersAnswer, w: Columns): Chart =>
  chart(
    [w.input, w.alone, w.low, w.high, w.withOthers, w.low, w.high, w.share, w.beyond, w.grade],
    inputs.map(({ label, alone, withOthers, share, isBeyondNoise, grade }) => [
      ...[label, ...ends(alone), ...ends(withOthers)],
      ...[share?.value ?? Number.NaN, yes(isBeyondNoise, w), grade],
    ]),
  );

export const placeRows = ({ inputs }: MattersAnswer, w: Columns): Chart =>
  chart(
    [w.input, w.place, w.best, w.worst],
    inputs.map(({ label, place: [best, worst] }, i) => [label, i + 1, best, worst]),
  );

/** A row a step, a column an input. */
export const growthRows = ({ inputs, growth }: MattersAnswer, w: Columns, units: PictureWords['growth']['units']): Chart =>
  chart(
    [growth ? units[growth.unit] : w.step, ...inputs.map(({ label }) => label), w.tau],
    (growth?.steps ?? []).map(({ n, withOthers, tau }) => [n, ...withOthers, tau]),
  );

export const pairRows = ({ pairs }: TogetherAnswer, w: Columns): Chart =>
  chart(
    [w.input, w.with, w.effect, w.low, w.high, w.beyond],
    pairs.map(({ a, b, effect, isBeyondNoise }) => [a.label, b.label, ...ends(effect), yes(isBeyondNoise, w)]),
  );

export const combinationRows = (
  { combinations: { list } }: TogetherAnswer,
  w: Columns,
  ends: PictureWords['combinations'],
): Chart =>
  chart(
    [w.held, w.consistency, w.lowest, w.coverage, w.unique, w.points],
    list.map(({ held, consistency, worst, coverage, uniqueCoverage, points }) => [
      held.map(({ label, end }) => `${label} (${ends[end]})`).join(' + '),
      ...[consistency, worst, coverage, uniqueCoverage, points],
    ]),
  );

export const peelRows = ({ trajectory, chosen }: FailsAnswer, w: Columns): Chart =>
  chart(
    [w.step, w.coverage, w.density, w.mass, w.limited, w.chosen],
    trajectory.map(({ coverage, density, mass, limited }, i) => [i, coverage, density, mass, limited, yes(i === chosen, w)]),
  );

/** The first box, and each further one. */
export const boxRows = ({ box, further }: FailsAnswer, w: Columns): Chart =>
  chart(
    [w.box, w.input, w.from, w.to, w.least, w.most, w.steadiness, w.chance],
    [box, ...further.map((one) => one.box)].flatMap((limits, b) =>
      limits.map(({ label, low, high, range, kept, steadiness, quasiP }) => [
        ...[b + 1, kept ? `${label}: ${kept.join(', ')}` : label],
        ...[low, high, ...range, steadiness, quasiP],
      ]),
    ),
  );

export const planRows = ({ plans, settings, cells }: HoldsAnswer, w: Columns): Chart =>
  chart(
    [w.plan, w.setting, w.mean, w.reached, w.futures, w.bestThere],
    cells.map(({ plan, setting, mean, reached, futures, isBest }) => [
      ...[plans[plan].name, settings[setting]],
      ...[mean, reached, futures, yes(isBest, w)],
    ]),
  );

export const regretRows = ({ plans }: HoldsAnswer, w: Columns): Chart =>
  chart(
    [w.plan, w.meanRegret, w.low, w.high, w.worstRegret, w.low, w.high, w.reached, w.low, w.high, w.bestIn, w.low, w.high],
    plans.map(({ name, meanRegret, worstRegret, satisfices, best }) => [
      name,
      ...[meanRegret, worstRegret, satisfices, best].flatMap(ends),
    ]),
  );

/** A row an input, a column a mix. */
export const mixRows = ({ inputs, candidates }: TakesAnswer, w: Columns): Chart =>
  chart(
    [w.input, ...candidates.map((_, i) => `${w.mix} ${i + 1}`)],
    [
      ...inputs.map(({ label, factor }): Cell[] => [label, ...candidates.map(({ values }) => values[factor])]),
      [w.cost, ...candidates.map(({ cost, real }) => real?.cost ?? cost)],
      [w.emulated, ...candidates.map(({ predicted }) => predicted)],
      [w.real, ...candidates.map(({ real }) => real?.share.value ?? Number.NaN)],
    ],
  );

export const curveRows = ({ curve, candidates }: TakesAnswer, w: Columns): Chart =>
  chart(
    [w.what, w.cost, w.reached, w.low, w.high],
    [
      ...curve.map(({ cost, reliability }): Cell[] => [w.emulated, cost, reliability, Number.NaN, Number.NaN]),
      ...candidates.flatMap(({ real }): Cell[][] => (real ? [[w.real, real.cost, ...ends(real.share)]] : [])),
    ],
  );

/** One row: the quantiles over all runs. */
export function spreadRows({ label }: OutcomeColumn, values: Float64Array, w: Columns): Chart {
  const { n, low, lowerMiddle, median, upperMiddle, high } = bandOf(values.filter(Number.isFinite).sort());
  return chart([w.outcome, w.runs, 'q05', 'q25', 'q50', 'q75', 'q95'], [[label, n, low, lowerMiddle, median, upperMiddle, high]]);
}
