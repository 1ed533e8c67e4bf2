/** What a plan may cost in regret: its loss against the best plan of the same setting and future, in the mean and at worst. */
import type { HoldsAnswer } from '../../../study/questions/answer.ts';
import { fill } from '../../../words/index.ts';
import { linear } from '../scale.ts';
import { amount, amountsOf } from './amounts.ts';
import { Range } from './importance.tsx';
import { cut, type Drawn, Lines, NARROW, px, roomFor, Sheet, Ticks, topUnder } from './parts.tsx';

interface RegretProps extends Drawn {
  readonly answer: HoldsAnswer;
}

const PITCH = 28;

export function Regret({ answer: { plans, outcome }, words, ...drawn }: RegretProps) {
  const { width, paint } = drawn;
  const { unit, times } = amountsOf(outcome, words);
  const isNarrow = width < NARROW;
  const room = roomFor(
    plans.map(({ name }) => name),
    13,
    (isNarrow ? 0.4 : 0.3) * width,
  );
  const most = Math.max(
    ...plans.flatMap(({ meanRegret, worstRegret }) => [meanRegret.high, worstRegret.value]).filter(Number.isFinite),
    0,
  );
  const x = linear([0, times * most || 1], [room + 16, width - 14]);
  const axis = fill(words.regret.axis, { outcome: outcome.label, unit });
  const top = topUnder(axis, width);
  const bottom = top + plans.length * PITCH;
  const { mean, worst, range } = words.regret;
  return (
    <Sheet {...drawn} height={bottom + 32}>
      <Ticks x={x} top={top} width={width} bottom={bottom} paint={paint} text={amount} title={axis} count={isNarrow ? 4 : 6} />
      {plans.map(({ name, meanRegret, worstRegret }, i) => {
        const y = top + (i + 0.5) * PITCH;
        const far = x(times * worstRegret.value);
        return (
          <g key={name}>
            <Lines x={room} y={y + 4.5} lines={[cut(name, room, 13)]} anchor="end" weight={i === 0 ? 700 : undefined} />
            <Range from={x(times * meanRegret.low)} to={x(times * meanRegret.high)} y={y} isThin={false} paint={paint} />
            <circle cx={px(x(times * meanRegret.value))} cy={px(y)} r="5" fill={paint.well} stroke={paint.surface} />
            <path d={diamond(far, y)} fill={paint.surface} stroke={paint.held} stroke-width="2" />
          </g>
        );
      })}
      <circle cx="10" cy={bottom + 18} r="5" fill={paint.well} />
      <Lines x={20} y={bottom + 22} lines={[mean]} size={12.5} fill={paint.ink2} />
      <Range from={70} to={92} y={bottom + 18} isThin={false} paint={paint} />
      <Lines x={98} y={bottom + 22} lines={[range]} size={12.5} fill={paint.ink2} />
      <path d={diamond(170, bottom + 18)} fill={paint.surface} stroke={paint.held} stroke-width="2" />
      <Lines x={182} y={bottom + 22} lines={[worst]} size={12.5} fill={paint.ink2} />
    </Sheet>
  );
}

const diamond = (x: number, y: number): string => `M${px(x)},${px(y - 6)}l6,6l-6,6l-6,-6z`;
