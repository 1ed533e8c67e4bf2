/** How well a straight line and a logistic curve go through a series, and when it turns. */
import direct from 'ml-direct';
import { mean } from './estimate.ts';

export interface Series {
  readonly years: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** Share of the series' variance that is left when a curve is taken away, from 1. */
function explained({ years, values }: Series, curve: (year: number) => number): number {
  const seen = Array.from(values);
  const middle = mean(seen);
  const all = seen.reduce((sum, y) => sum + (y - middle) ** 2, 0);
  return all === 0 ? Number.NaN : 1 - seen.reduce((sum, y, i) => sum + (y - curve(years[i])) ** 2, 0) / all;
}

/** R² of the straight line of least squares. */
export function lineFit(series: Series): number {
  const years = Array.from(series.years);
  const [x, y] = [mean(years), mean(Array.from(series.values))];
  const slope =
    years.reduce((sum, year, i) => sum + (year - x) * (series.values[i] - y), 0) /
    years.reduce((sum, year) => sum + (year - x) ** 2, 0);
  return explained(series, (year) => y + slope * (year - x));
}

/** R² of the logistic curve of least squares, whose rate (0.05 to 20 a year), middle (within the years) and height are free, and that middle. */
export function logisticFit(series: Series): { readonly fit: number; readonly middle: number } {
  const { years, values } = series;
  const shape = (year: number, rate: number, middle: number): number => 1 / (1 + Math.exp(-rate * (year - middle)));
  const curveAt = ({ 0: logRate, 1: middle }: ArrayLike<number>): ((year: number) => number) => {
    const rate = Math.exp(logRate);
    let [above, below] = [0, 0];
    for (let i = 0; i < years.length; i++) {
      const g = shape(years[i], rate, middle);
      above += g * values[i];
      below += g * g;
    }
    return (year) => (above / below) * shape(year, rate, middle);
  };
  const left = (at: ArrayLike<number>): number => {
    const curve = curveAt(at);
    let squares = 0;
    for (let i = 0; i < years.length; i++) squares += (values[i] - curve(years[i])) ** 2;
    return squares;
  };
  const last = years[years.length - 1];
  const { optima } = direct(left, [Math.log(0.05), years[0]], [Math.log(20), last], { iterations: 40 });
  return { fit: explained(series, curveAt(optima[0])), middle: optima[0][1] };
}

/** Times at which what is added in a year, over three years' moving means, rises again by a fifth of its peak after having fallen. */
export function risesAgain({ years, values }: Series): number {
  const stepsPerYear = Math.round(1 / (years[1] - years[0]));
  const yearly = Array.from(
    { length: Math.floor((values.length - 1) / stepsPerYear) },
    (_, y) => values[(y + 1) * stepsPerYear] - values[y * stepsPerYear],
  );
  const smooth = yearly.slice(2).map((_, y) => mean(yearly.slice(y, y + 3)));
  const much = Math.max(...smooth) / 5;
  let [high, low, times] = [smooth[0], smooth[0], 0];
  let falling = false;
  for (const now of smooth) {
    if (falling && now > low + much) {
      times++;
      falling = false;
      high = now;
    } else if (!falling && now < high - much) {
      falling = true;
      low = now;
    }
    high = Math.max(high, now);
    low = Math.min(low, now);
  }
  return times;
}
