/** What it would take: the level of every input in the cheapest mix, and in the next ones as rings. */
import type { TakesAnswer } from '../../../study/questions/answer.ts';
import { linear } from '../scale.ts';
import { levelText } from './amounts.ts';
import { cut, type Drawn, Foot, footRoom, Lines, NARROW, px, roomFor, Sheet, Ticks } from './parts.tsx';

interface MixProps extends Drawn {
  readonly answer: TakesAnswer;
  /** By the place of a factor, its lowest and highest level. */
  readonly ranges: readonly (readonly [number, number])[];
}

const TOP = 26;
const PITCH = 26;
const NEXT = 3;

export function Mix({ answer: { inputs, candidates }, ranges, words, ...drawn }: MixProps) {
  const { width, paint } = drawn;
  const room = roomFor(
    inputs.map(({ label }) => label),
    13,
    (width < NARROW ? 0.46 : 0.42) * width,
  );
  const bottom = TOP + inputs.length * PITCH;
  const part = ({ factor }: { readonly factor: number }, value: number): number => {
    const [low, high] = ranges[factor];
    return high > low ? (value - low) / (high - low) : 1;
  };
  const x = linear([0, 1], [room + 16, width - 52]);
  const [first, ...others] = candidates;
  return (
    <Sheet {...drawn} height={bottom + 6 + footRoom(words.mix.key, width)}>
      <Ticks
        x={x}
        top={TOP}
        width={width}
        bottom={bottom}
        paint={paint}
        text={(at) => (at === 0 ? words.mix.lowest : at === 1 ? words.mix.highest : '')}
        title=""
        count={2}
      />
      {inputs.map((input, i) => {
        const y = TOP + (i + 0.5) * PITCH;
        const value = first?.values[input.factor] ?? Number.NaN;
        return (
          <g key={input.name}>
            <Lines x={room} y={y + 4.5} lines={[cut(input.label, room, 13)]} anchor="end" />
            <path d={`M${px(x(0))},${px(y)}H${px(x(1))}`} stroke={paint.line} stroke-width="2" />
            {first && (
              <rect
                x={px(x(0))}
                y={px(y - 5)}
                width={px(Math.max(1, x(part(input, value)) - x(0)))}
                height="10"
                fill={paint.well}
              />
            )}
            {others.slice(0, NEXT).map(({ values }, k) => (
              <circle
                key={k}
                cx={px(x(part(input, values[input.factor])))}
                cy={px(y)}
                r="4.5"
                fill={paint.surface}
                stroke={paint.ink}
                stroke-width="1.4"
              />
            ))}
            {first && (
              <Lines x={width - 4} y={y + 4.5} lines={[levelText(value, ranges[input.factor])]} anchor="end" weight={650} />
            )}
          </g>
        );
      })}
      <Foot y={bottom + 6} text={words.mix.key} width={width} paint={paint} />
    </Sheet>
  );
}
