/** What certainty costs: the cheapest mix for each reliability by the emulator, and the mixes that were really run. */
import type { TakesAnswer } from '../../../study/questions/answer.ts';
import { fill } from '../../../words/index.ts';
import { amount, amountsOf } from './amounts.ts';
import { type Drawn, Lines, px } from './parts.tsx';
import { Plot } from './plot.tsx';

interface CurveProps extends Drawn {
  readonly answer: TakesAnswer;
}

export function Curve({ answer, words, ...drawn }: CurveProps) {
  const { curve, candidates, costOutcome, reliability } = answer;
  const { paint } = drawn;
  const texts = words.curve;
  const { unit, times } = costOutcome ? amountsOf(costOutcome, words) : { unit: '', times: 1 };
  const line = curve.filter(({ cost }) => Number.isFinite(cost)).map((at) => ({ ...at, cost: times * at.cost }));
  const costs = [...line.map(({ cost }) => cost), ...candidates.map(({ cost, real }) => times * (real?.cost ?? cost))];
  const ends: readonly [number, number] = costs.length === 0 ? [0, 1] : [Math.min(...costs, 0), Math.max(...costs) * 1.04 || 1];
  const title = costOutcome ? fill(texts.cost, { outcome: costOutcome.label, unit }) : texts.steps;
  return (
    <Plot
      {...drawn}
      across={{ title, ends, text: amount }}
      up={{ title: texts.reliability, ends: [0, 1], text: (share) => String(Math.round(100 * share)) }}
    >
      {(x, y) => (
        <>
          <path d={`M${px(x.range()[0])},${px(y(reliability))}H${px(x.range()[1])}`} stroke={paint.ink3} stroke-dasharray="4 4" />
          <Lines
            x={x.range()[0] + 6}
            y={y(reliability) - 6}
            lines={[fill(texts.wanted, { n: Math.round(100 * reliability) })]}
            size={12}
            fill={paint.ink2}
            halo={paint.paper}
          />
          <path
            d={line.map(({ cost, reliability: share }, i) => `${i === 0 ? 'M' : 'L'}${px(x(cost))},${px(y(share))}`).join('')}
            fill="none"
            stroke={paint.nameInk}
            stroke-width="2"
          />
          {candidates.map(({ cost, predicted, real }, i) =>
            real ? (
              <g key={i}>
                <path
                  d={`M${px(x(times * real.cost))},${px(y(real.share.low))}V${px(y(real.share.high))}`}
                  stroke={paint.ink}
                  stroke-width="1.5"
                />
                <circle
                  cx={px(x(times * real.cost))}
                  cy={px(y(real.share.value))}
                  r="5"
                  fill={paint.well}
                  stroke={paint.surface}
                />
              </g>
            ) : (
              <circle
                key={i}
                cx={px(x(times * cost))}
                cy={px(y(predicted))}
                r="4.5"
                fill={paint.surface}
                stroke={paint.nameInk}
                stroke-width="1.6"
              />
            ),
          )}
          <path d={`M${px(x.range()[1] - 190)},${px(y(0.12))}h22`} stroke={paint.nameInk} stroke-width="2" />
          <Lines x={x.range()[1] - 160} y={y(0.12) + 4} lines={[texts.emulated]} size={12.5} fill={paint.ink2} />
          <circle cx={px(x.range()[1] - 179)} cy={px(y(0.04))} r="5" fill={paint.well} />
          <Lines x={x.range()[1] - 160} y={y(0.04) + 4} lines={[texts.real]} size={12.5} fill={paint.ink2} />
        </>
      )}
    </Plot>
  );
}
