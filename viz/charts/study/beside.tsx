/** What each input adds beside none of the others high, beside one, and so on to all: a small curve an input, on one scale. */
import type { Company } from '../../../study/index.ts';
import { linear } from '../scale.ts';
import { amount } from './amounts.ts';
import { cut, type Drawn, Foot, footRoom, Lines, px, Sheet } from './parts.tsx';

interface BesideProps extends Drawn {
  readonly company: Company;
  /** What a change is multiplied by to be written. */
  readonly times: number;
  readonly foot: string;
}

const HEIGHT = 104;
const LEAST = 190;

export function Beside({ company: { inputs, effects }, times, foot, words: _, ...drawn }: BesideProps) {
  const { width, paint } = drawn;
  const across = Math.max(1, Math.floor(width / LEAST));
  const cell = width / across;
  const values = effects.flat().map((value) => times * value);
  const ends: readonly [number, number] = [Math.min(0, ...values), Math.max(0, ...values)];
  const bottom = Math.ceil(inputs.length / across) * HEIGHT + 8;
  return (
    <Sheet {...drawn} height={bottom + footRoom(foot, width)}>
      {inputs.map(({ name, label }, i) => {
        const left = (i % across) * cell;
        const top = Math.floor(i / across) * HEIGHT;
        const x = linear([0, effects[i].length - 1], [left + 36, left + cell - 16]);
        const y = linear(ends, [top + HEIGHT - 14, top + 30]);
        return (
          <g key={name}>
            <Lines x={left + 4} y={top + 16} lines={[cut(label, cell - 8, 12.5)]} size={12.5} weight={600} />
            <path d={`M${px(x(0))},${px(y(0))}H${px(x(effects[i].length - 1))}`} stroke={paint.lineStrong} />
            {ends.map((value) => (
              <Lines
                key={value}
                x={left + 30}
                y={y(value) + 4}
                lines={[amount(value)]}
                size={11}
                anchor="end"
                fill={paint.ink3}
              />
            ))}
            <path
              d={effects[i].map((value, s) => `${s === 0 ? 'M' : 'L'}${px(x(s))},${px(y(times * value))}`).join('')}
              fill="none"
              stroke={paint.well}
              stroke-width="2.2"
            />
          </g>
        );
      })}
      <Foot y={bottom} text={foot} width={width} paint={paint} />
    </Sheet>
  );
}
