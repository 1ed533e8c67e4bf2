/** A fan in words, for those who do not see it: what it is, the key numbers at the year looked at, the pattern. */
import type { Band, Results } from '../../sim/index.ts';
import { fill, inHundred } from '../../words/index.ts';
import { filled, text } from '../state/language.ts';
import { planName } from '../state/names.ts';
import type { PlanId } from '../state/plan.ts';
import { rowAt } from '../state/rows.ts';
import { futures } from '../state/store.ts';
import { bandsOf } from './bands.ts';
import { shapeOf } from './shape.ts';
import { series } from './spread.tsx';
import { wholeYear } from './yearline.tsx';

const numbersOf = (name: string, { median, low, high }: Band) => ({
  [name]: inHundred(median),
  [`${name}Low`]: inHundred(low),
  [`${name}High`]: inHundred(high),
});

/** `hidden`: only what has been of the future on the map is told. */
export function fanSummary(plan: PlanId, hidden: boolean, map: Results | undefined): string {
  const words = text.value.charts.fan;
  const { runs } = futures[plan].value;
  const { years } = runs[0];
  const row = Math.min(years.length - 1, rowAt(plan, wholeYear.value));
  const said = { plan: planName(plan), year: wholeYear.value };
  if (hidden && map) {
    const [uses, well] = series.map(({ metric }) => inHundred(map.columns[metric][row]));
    return filled(words.summaryAsking, { ...said, uses, well });
  }
  const [uses, well] = series.map(({ metric }) => bandsOf(runs, metric));
  const shape = (bands: readonly Band[]): string => {
    const found = shapeOf(
      bands.map(({ median }) => median),
      years,
    );
    return fill(words.shapes[found.kind], found.kind === 'falls' ? { peak: found.peak } : {});
  };
  return filled(words.summary, {
    ...said,
    years: years[years.length - 1],
    n: runs.length,
    ...numbersOf('uses', uses[row]),
    ...numbersOf('well', well[row]),
    usesShape: shape(uses),
    wellShape: shape(well),
  });
}
