/** Which inputs matter: what each moves alone (solid) and with others (outlined), with the range of nine in ten resamples. */

import type { InputShare, MattersAnswer } from '../../../study/questions/answer.ts';
import { fill } from '../../../words/index.ts';
import { linear, type Scale } from '../scale.ts';
import { amount, amountsOf } from './amounts.ts';
import { cut, type Drawn, Lines, NARROW, type Painted, px, roomFor, Sheet, Ticks, topUnder } from './parts.tsx';

interface ImportanceProps extends Drawn {
  readonly answer: MattersAnswer;
}

export function Importance({ answer, words, ...drawn }: ImportanceProps) {
  const { width, paint } = drawn;
  const isNarrow = width < NARROW;
  const { unit, times } = answer.measure === 'variance' ? { unit: '', times: 100 } : amountsOf(answer.outcome, words);
  const rows = answer.inputs.map((input) => scaled(input, times));
  const room = isNarrow
    ? 4
    : roomFor(
        rows.map(({ label }) => label),
        13.5,
        0.42 * width,
      );
  const pitch = isNarrow ? 42 : 26;
  const axis = fill(words.importance.axis[answer.measure], { outcome: answer.outcome.label, unit });
  const top = topUnder(axis, width);
  const bottom = top + rows.length * pitch;
  const x = linear(endsOf(rows), [room + 10, width - 14]);
  const perLine = width >= 4 * KEY ? 4 : 2;
  return (
    <Sheet {...drawn} height={bottom + 14 + (24 * 4) / perLine}>
      <Ticks x={x} top={top} width={width} bottom={bottom} paint={paint} text={amount} title={axis} count={isNarrow ? 4 : 6} />
      {rows.map((row, i) => {
        const y = top + (i + (isNarrow ? 0.7 : 0.5)) * pitch;
        const name = isNarrow
          ? { x: 4, y: y - 13, lines: [cut(row.label, width, 13.5)] }
          : { x: room, y: y + 4.5, lines: [cut(row.label, room, 13.5)], anchor: 'end' as const };
        return (
          <g key={row.label}>
            <Lines {...name} size={13.5} weight={i < 3 ? 700 : undefined} />
            <Bar row={row} x={x} y={y} paint={paint} />
          </g>
        );
      })}
      <Legend y={bottom + 24} perLine={perLine} paint={paint} words={words} />
    </Sheet>
  );
}

interface Row {
  readonly label: string;
  readonly alone: number;
  readonly withOthers: number;
  readonly low: number;
  readonly high: number;
  readonly isThin: boolean;
}

const scaled = ({ label, alone, withOthers, grade }: InputShare, times: number): Row => ({
  label,
  alone: times * alone.value,
  withOthers: times * withOthers.value,
  low: times * withOthers.low,
  high: times * withOthers.high,
  isThin: grade === 'C' || grade === 'D',
});

/** From nothing to the farthest; a scale has two ends, also where every effect is nought. */
function endsOf(rows: readonly Row[]): readonly [number, number] {
  const values = rows.flatMap(({ alone, withOthers, low, high }) => [alone, withOthers, low, high]).filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return low === high ? [0, 1] : [low, high];
}

interface BarProps extends Painted {
  readonly row: Row;
  readonly x: Scale;
  readonly y: number;
}

function Bar({ row: { alone, withOthers, low, high, isThin }, x, y, paint }: BarProps) {
  const span = (value: number) => ({ x: px(Math.min(x(0), x(value))), width: px(Math.abs(x(value) - x(0))) });
  const outline = { fill: paint.wellSoft, stroke: paint.well, 'stroke-width': 1.2 };
  return (
    <g>
      {Number.isFinite(withOthers) && <rect {...span(withOthers)} {...outline} y={px(y - 7)} height="14" />}
      {Number.isFinite(alone) && <rect {...span(alone)} y={px(y - 4)} height="8" fill={paint.well} />}
      {Number.isFinite(low) && Number.isFinite(high) && <Range from={x(low)} to={x(high)} y={y} isThin={isThin} paint={paint} />}
      {Number.isFinite(withOthers) && (
        <circle cx={px(x(withOthers))} cy={px(y)} r="4" fill={paint.surface} stroke={paint.ink} stroke-width="1.8" />
      )}
    </g>
  );
}

interface RangeProps extends Painted {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly isThin: boolean;
}

/** A range on a ground of its own, so that it is seen over a bar as beside it. */
export function Range({ from, to, y, isThin, paint }: RangeProps) {
  const d = `M${px(from)},${px(y)}H${px(to)}`;
  return (
    <g>
      <path d={d} stroke={paint.surface} stroke-width="4" stroke-opacity="0.85" />
      <path d={d} stroke={paint.ink} stroke-width="1.5" stroke-dasharray={isThin ? '3 3' : undefined} />
    </g>
  );
}

const KEY = 128;

function Legend({ y, perLine, paint, words }: { readonly y: number; readonly perLine: number } & Pick<Drawn, 'paint' | 'words'>) {
  const { alone, withOthers, range, thin } = words.importance;
  return (
    <g>
      {[alone, withOthers, range, thin].map((key, i) => {
        const [left, base] = [6 + (i % perLine) * KEY, y + Math.floor(i / perLine) * 24];
        return (
          <g key={key}>
            {i === 0 && <rect x={left} y={base - 8} width="22" height="8" fill={paint.well} />}
            {i === 1 && (
              <rect x={left} y={base - 11} width="22" height="14" fill={paint.wellSoft} stroke={paint.well} stroke-width="1.2" />
            )}
            {i >= 2 && <Range from={left} to={left + 22} y={base - 4} isThin={i === 3} paint={paint} />}
            <Lines x={left + 30} y={base} lines={[key]} size={12.5} fill={paint.ink2} />
          </g>
        );
      })}
    </g>
  );
}
