/** What came out: how often each size of an outcome was met over all runs of a study. */
import { bin, max } from 'd3';
import { bandOf } from '../../../sim/index.ts';
import type { OutcomeColumn } from '../../../study/table.ts';
import { fill } from '../../../words/index.ts';
import { linear } from '../scale.ts';
import { amount, amountsOf } from './amounts.ts';
import { type Drawn, Foot, footRoom, Lines, NARROW, px, Sheet } from './parts.tsx';

interface HistogramProps extends Drawn {
  readonly outcome: OutcomeColumn;
  /** Every run; NaN where there was nothing to measure. */
  readonly values: Float64Array;
}

const HEIGHT = 150;
const TOP = 26;
const SIDE = 16;

export function Histogram({ outcome, values, words, ...drawn }: HistogramProps) {
  const { width, paint } = drawn;
  const { unit, times } = amountsOf(outcome, words);
  const sorted = values
    .filter(Number.isFinite)
    .map((value) => times * value)
    .sort();
  if (sorted.length === 0)
    return (
      <Sheet {...drawn} height={36}>
        <Lines x={4} y={22} lines={[words.histogram.none]} />
      </Sheet>
    );
  const [low, high] = [sorted[0], sorted[sorted.length - 1]];
  // An edge on the greatest value would make a bin of no width.
  const edges = linear([low, high], [0, 1])
    .ticks(width < NARROW ? 16 : 24)
    .filter((edge) => edge > low && edge < high);
  const bins = bin().domain([low, high]).thresholds(edges)(sorted);
  const ends = [bins[0].x0!, bins[bins.length - 1].x1!] as const;
  const x = linear(ends[0] === ends[1] ? [ends[0] - 1, ends[0] + 1] : ends, [SIDE, Math.min(width, 620) - SIDE]);
  const bottom = TOP + HEIGHT - 70;
  const y = linear([0, max(bins, ({ length }) => length)!], [bottom, TOP]);
  const band = bandOf(sorted);
  const right = Math.min(width, 620) - SIDE;
  const foot = `${fill(words.histogram.axis, { outcome: outcome.label, unit })}. ${words.histogram.key}`;
  return (
    <Sheet {...drawn} height={bottom + 32 + footRoom(foot, width)}>
      {bins.map((one) => (
        <rect
          key={one.x0}
          x={px(x(one.x0!))}
          y={px(y(one.length))}
          width={px(Math.max(1, x(one.x1!) - x(one.x0!) - 1))}
          height={px(bottom - y(one.length))}
          fill={paint.well}
          fill-opacity="0.55"
        />
      ))}
      <path d={`M${SIDE},${bottom}H${right}`} stroke={paint.lineStrong} />
      <path d={`M${px(x(band.median))},${TOP - 6}V${bottom}`} stroke={paint.ink} stroke-width="2" />
      <Lines
        x={x(band.median)}
        y={TOP - 10}
        lines={[amount(band.median)]}
        anchor={anchorAt(x(band.median), right)}
        weight={700}
      />
      <path d={`M${px(x(band.low))},${bottom + 4}v5H${px(x(band.high))}v-5`} fill="none" stroke={paint.ink} stroke-width="1.5" />
      {x.ticks(width < NARROW ? 4 : 8).map((tick) => (
        <Lines key={tick} x={x(tick)} y={bottom + 26} lines={[amount(tick)]} size={12} anchor="middle" fill={paint.ink3} />
      ))}
      <Foot y={bottom + 32} text={foot} width={width} paint={paint} />
    </Sheet>
  );
}

/** A number over a line stays inside the picture. */
const anchorAt = (x: number, right: number): 'start' | 'middle' | 'end' => (x < 40 ? 'start' : x > right - 30 ? 'end' : 'middle');
