/** What certainty costs: the cheapest mix for each reliability by the emulator, and the mixes that were really run. */
import type { ComponentChildren } from 'preact';
import type { TakesAnswer } from '../../../study/questions/answer.ts';
import { fill } from '../../../words/index.ts';
import type { Scale } from '../scale.ts';
import { amount, amountsOf } from './amounts.ts';
import { type Drawn, Lines, type Painted, px } from './parts.tsx';
import { Plot } from './plot.tsx';

interface CurveProps extends Drawn {
  readonly answer: TakesAnswer;
}

export function Curve({ answer, words, ...drawn }: CurveProps) {
  const { curve, candidates, tried, costOutcome, reliability } = answer;
  const { paint } = drawn;
  const texts = words.curve;
  const { unit, times } = costOutcome ? amountsOf(costOutcome, words) : { unit: '', times: 1 };
  const line = curve.filter(({ cost }) => Number.isFinite(cost)).map((at) => ({ ...at, cost: times * at.cost }));
  const costs = [
    ...line.map(({ cost }) => cost),
    ...[...candidates, ...tried].map(({ cost, real }) => times * (real?.cost ?? cost)),
  ];
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
          {tried.map(({ real }, i) => real && <Ring key={i} x={x(times * real.cost)} y={y(real.share.value)} paint={paint} />)}
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
          {tried.length > 0 && (
            <Key x={x} y={y(0.2)} text={texts.tried} paint={paint}>
              {(at, y) => <Ring x={at} y={y} paint={paint} />}
            </Key>
          )}
          <Key x={x} y={y(0.12)} text={texts.emulated} paint={paint}>
            {(at, y) => <path d={`M${px(at - 11)},${px(y)}h22`} stroke={paint.nameInk} stroke-width="2" />}
          </Key>
          <Key x={x} y={y(0.04)} text={texts.real} paint={paint}>
            {(at, y) => <circle cx={px(at)} cy={px(y)} r="5" fill={paint.well} />}
          </Key>
        </>
      )}
    </Plot>
  );
}

/** A mix that was run while seeking. */
const Ring = ({ x, y, paint }: Painted & { readonly x: number; readonly y: number }) => (
  <circle cx={px(x)} cy={px(y)} r="3" fill="none" stroke={paint.ink3} stroke-width="1.2" />
);

interface KeyProps extends Painted {
  readonly x: Scale;
  readonly y: number;
  readonly text: string;
  readonly children: (at: number, y: number) => ComponentChildren;
}

/** What a mark means, at the lower right. */
function Key({ x, y, text, paint, children }: KeyProps) {
  const right = x.range()[1];
  return (
    <>
      {children(right - 179, y)}
      <Lines x={right - 160} y={y + 4} lines={[text]} size={12.5} fill={paint.ink2} />
    </>
  );
}
