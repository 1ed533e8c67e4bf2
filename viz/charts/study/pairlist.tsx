/** Pairs beyond the noise as a list, strongest first: what the triangle becomes where there is no room for it. */
import type { TogetherAnswer } from '../../../study/questions/answer.ts';
import { fill } from '../../../words/index.ts';
import { linear } from '../scale.ts';
import { type Amounts, amount, amountsOf, signed } from './amounts.ts';
import { cut, type Drawn, Foot, footRoom, Lines, px, Sheet } from './parts.tsx';

export interface PairsProps extends Drawn {
  readonly answer: TogetherAnswer;
}

const MOST = 12;
const PITCH = 46;
const TOP = 4;

export function PairList({ answer, words, ...drawn }: PairsProps) {
  const { width, paint } = drawn;
  const amounts = amountsOf(answer.outcome, words);
  const beyond = answer.pairs.filter(({ isBeyondNoise }) => isBeyondNoise);
  const shown = beyond.slice(0, MOST);
  const most = Math.max(...shown.map(({ effect }) => Math.abs(effect.value)));
  const x = linear([-most, most], [4, width - 56]);
  const bottom = TOP + shown.length * PITCH;
  const more = beyond.length - shown.length;
  const notes = [
    ...(shown.length === 0 ? [words.pairs.none] : []),
    ...(more > 0 ? [fill(words.pairs.more, { n: more })] : []),
    noiseText(answer.noise, amounts, words),
  ];
  const foot = notes.join(' ');
  return (
    <Sheet {...drawn} height={bottom + footRoom(foot, width)}>
      {shown.map(({ a, b, effect: { value } }, i) => {
        const y = TOP + i * PITCH;
        return (
          <g key={`${a.name} ${b.name}`}>
            <Lines x={4} y={y + 14} lines={[cut(`${a.label} + ${b.label}`, width - 4, 13)]} />
            <rect
              x={px(Math.min(x(0), x(value)))}
              y={y + 21}
              width={px(Math.abs(x(value) - x(0)))}
              height="12"
              fill={value > 0 ? paint.well : paint.held}
            />
            <path d={`M${px(x(0))},${y + 18}v18`} stroke={paint.lineStrong} />
            <Lines x={width - 4} y={y + 31} lines={[signed(amounts.times * value)]} anchor="end" weight={650} />
          </g>
        );
      })}
      <Foot y={bottom} text={foot} width={width} paint={paint} />
    </Sheet>
  );
}

export const noiseText = (noise: number, { unit, times }: Amounts, words: PairsProps['words']): string =>
  fill(words.pairs.noise, { noise: amount(times * noise), unit });
