/** The box of a rule on the levers that it limits: where it fails, and where the plan stands. */
import type { Limit } from '../../study/questions/answer.ts';
import { linear } from '../charts/scale.ts';
import { factsOf } from '../controls/facts.ts';
import { departure, read } from '../controls/reading.ts';
import { panelText } from '../state/paneltext.ts';
import { edited, planOf } from '../state/store.ts';
import { file } from './file.ts';
import { levelOf, steadySaid } from './limits.ts';

/** Pixels of a lever, and where its track lies in it. */
const PITCH = 54;
const TRACK = 30;
const SIDE = 12;
const HAND = 7;

interface BoxProps {
  readonly limits: readonly Limit[];
  readonly width: number;
}

export const BoxOnLevers = ({ limits, width }: BoxProps) => (
  <svg class="fails-levers" width={width} height={PITCH * limits.length + 4} aria-hidden="true">
    {limits.map((limit, i) => (
      <g key={limit.name} transform={`translate(0,${i * PITCH})`}>
        <Lever limit={limit} width={width} />
      </g>
    ))}
  </svg>
);

function Lever({ limit, width }: { readonly limit: Limit; readonly width: number }) {
  const { label, low, high, range, kept, name } = limit;
  const x = linear(range, [SIDE, width - SIDE]);
  const from = Math.max(low, range[0]);
  const to = Math.min(high, range[1]);
  const now = planLevel(name);
  return (
    <>
      <text class="fails-name" x={SIDE} y={14}>
        {label}
      </text>
      <text class="fails-steady" x={width - SIDE} y={14} text-anchor="end">
        {steadySaid(limit)}
      </text>
      {kept ? (
        <text class="fails-kept" x={SIDE} y={TRACK + 6}>
          {kept.join(', ')}
        </text>
      ) : (
        <>
          <path class="fails-track" d={`M${x(range[0])},${TRACK}H${x(range[1])}`} />
          <rect class="fails-box" x={x(from)} y={TRACK - 7} width={Math.max(3, x(to) - x(from))} height={14} rx={4} />
          {from > range[0] && <End at={x(from)} text={levelOf(from, range)} />}
          {to < range[1] && <End at={x(to)} text={levelOf(to, range)} />}
          {now !== null && (
            <>
              <circle class="fails-hand" cx={x(now)} cy={TRACK} r={HAND} />
              <title>{panelText.value.matters.fails.now}</title>
            </>
          )}
        </>
      )}
    </>
  );
}

const End = ({ at, text }: { readonly at: number; readonly text: string }) => (
  <text class="fails-end" x={at} y={TRACK + 20} text-anchor="middle">
    {text}
  </text>
);

/** Where the plan has a setting; null for an input of a file. */
function planLevel(path: string): number | null {
  if (file.value || !factsOf(path)) return null;
  return Number(read(planOf(edited.value), path, departure()));
}
