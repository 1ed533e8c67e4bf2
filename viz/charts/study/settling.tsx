/** How an answer settled: the size of every input as more was run, the largest by name. */
import type { Growth, MattersAnswer } from '../../../study/questions/answer.ts';
import { fill } from '../../../words/index.ts';
import { amount, amountsOf } from './amounts.ts';
import { cut, type Drawn, Lines, NARROW, px, roomFor } from './parts.tsx';
import { Plot } from './plot.tsx';

interface SettlingProps extends Drawn {
  readonly answer: MattersAnswer;
  readonly growth: Growth;
}

/** Inputs that are told apart. */
const NAMED = 5;
/** Least distance of two names (px). */
const PITCH = 16;

export function Settling({ answer, growth: { unit, steps }, words, ...drawn }: SettlingProps) {
  const { width, paint } = drawn;
  const { inputs, measure, outcome } = answer;
  const scale = measure === 'variance' ? { unit: '', times: 100 } : amountsOf(outcome, words);
  const lines = inputs.map((_, i) => steps.map(({ withOthers }) => scale.times * withOthers[i]));
  const values = lines.flat().filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const named = inputs.slice(0, NAMED);
  const size = width < NARROW ? 11.5 : 12.5;
  const room = roomFor(
    named.map(({ label }) => label),
    size,
    0.38 * Math.min(width, 620),
  );
  return (
    <Plot
      {...drawn}
      across={{
        title: words.growth.units[unit],
        // Steps double, so that they stand at even distances; names stand behind the last.
        ends: [0, Math.max(1, steps.length - 1)],
        text: (at) => (Number.isInteger(at) ? String(steps[at]?.n ?? '') : ''),
      }}
      up={{
        title: fill(words.growth.sizes[measure], { unit: scale.unit }),
        ends: low === high ? [0, 1] : [low, high],
        text: amount,
      }}
      side={room + 8}
    >
      {(x, y) => {
        const ends = apart(named.map((_, i) => y(lines[i].at(-1)!)));
        return (
          <>
            {lines.map((line, i) => (
              <path
                key={inputs[i].name}
                d={line.map((value, at) => `${at === 0 ? 'M' : 'L'}${px(x(at))},${px(y(value))}`).join('')}
                fill="none"
                stroke={i < NAMED ? paint.well : paint.lineStrong}
                stroke-width={i < NAMED ? 2 : 1}
              />
            ))}
            {named.map(({ name, label }, i) => (
              <Lines key={name} x={x(steps.length - 1) + 8} y={ends[i] + 4} lines={[cut(label, room, size)]} size={size} />
            ))}
          </>
        );
      }}
    </Plot>
  );
}

/** Heights moved down as far as names need, in their order from the top. */
function apart(heights: readonly number[]): readonly number[] {
  const placed = [...heights];
  const order = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b]);
  order.forEach((i, place) => {
    if (place > 0) placed[i] = Math.max(placed[i], placed[order[place - 1]] + PITCH);
  });
  return placed;
}
