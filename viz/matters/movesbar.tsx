/** A bar of What moves it most, the scale above the bars, and their key. */

import type { OutcomeColumn } from '../../study/index.ts';
import type { InputShare } from '../../study/questions/answer.ts';
import type { Scale as ScaleOf } from '../charts/scale.ts';
import { panelText } from '../state/paneltext.ts';
import { signed } from './figures.ts';

/** Pixels of a row. */
const HEIGHT = 25;

interface ScaleProps {
  readonly x: ScaleOf;
  readonly width: number;
  readonly outcome: OutcomeColumn;
}

export const Scale = ({ x, width, outcome }: ScaleProps) => (
  <svg class="moves-scale" width={width} height={20} aria-hidden="true">
    {x.ticks(4).map((tick) => (
      <text key={tick} class="chart-tick" x={x(tick)} y={14} text-anchor="middle">
        {signed(tick, outcome)}
      </text>
    ))}
  </svg>
);

const isThin = ({ grade }: Pick<InputShare, 'grade'>): boolean => grade === 'C' || grade === 'D';

export function Bar({ x, width, input }: ScaleProps & { readonly input: InputShare }) {
  const { alone, withOthers } = input;
  const middle = HEIGHT / 2;
  const span = (value: number) => ({ x: Math.min(x(0), x(value)), width: Math.abs(x(value) - x(0)) });
  return (
    <svg class="moves-bar" width={width} height={HEIGHT} aria-hidden="true">
      {x.ticks(4).map((tick) => (
        <path key={tick} class={tick === 0 ? 'moves-nought' : 'chart-grid'} d={`M${x(tick)},0V${HEIGHT}`} />
      ))}
      {Number.isFinite(withOthers.value) && <rect class="moves-with" {...span(withOthers.value)} y={middle - 6} height={12} />}
      {Number.isFinite(alone.value) && <rect class="moves-alone" {...span(alone.value)} y={middle - 4} height={8} />}
      {Number.isFinite(withOthers.low) && (
        <>
          <path class="moves-ground" d={`M${x(withOthers.low)},${middle}H${x(withOthers.high)}`} />
          <path
            class={isThin(input) ? 'moves-range thin' : 'moves-range'}
            d={`M${x(withOthers.low)},${middle}H${x(withOthers.high)}`}
          />
        </>
      )}
      {Number.isFinite(withOthers.value) && <circle class="moves-dot" cx={x(withOthers.value)} cy={middle} r={4} />}
    </svg>
  );
}

/** What the marks mean. */
export function Key() {
  const words = panelText.value.matters.moves.key;
  return (
    <ul class="moves-key">
      <li>
        <svg width="28" height="14" aria-hidden="true">
          <rect class="moves-with" x="1" y="1" width="26" height="12" />
          <rect class="moves-alone" x="1" y="3" width="14" height="8" />
        </svg>
        <span class="chart-said">{words.both}</span>
      </li>
      <li>
        <svg width="24" height="14" aria-hidden="true">
          <path class="moves-range" d="M1,7H23" />
        </svg>
        <span class="chart-said">{words.range}</span>
      </li>
      <li>
        <svg width="28" height="14" aria-hidden="true">
          <path class="moves-range thin" d="M1,7H27" />
        </svg>
        <span class="chart-said">{words.thin}</span>
      </li>
    </ul>
  );
}
