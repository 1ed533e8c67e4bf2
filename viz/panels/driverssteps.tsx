/** The steps of a waterfall: a row a switch, a bar from where it found the plan to where it left it. */
import type { ComponentChildren } from 'preact';
import { fill } from '../../words/index.ts';
import { linear, type Scale } from '../charts/scale.ts';
import { whole } from '../state/language.ts';
import { planName } from '../state/names.ts';
import { panelText } from '../state/paneltext.ts';
import { signed } from './driverswords.ts';
import { type Step, type Waterfall, wholeChange } from './waterfall.ts';

const HEIGHT = 34;
const BAR = 14;
const MIDDLE = HEIGHT / 2;
/** Room for the number beside a bar. */
const NUMBER = 34;
const HUNDRED = 100;

interface StepsProps {
  readonly waterfall: Waterfall;
  readonly names: readonly string[];
  /** Whether the rows are named here, or in the picture beside. */
  readonly named: boolean;
  readonly kind: 'reach' | 'depth';
  /** Of the bars, in pixels. */
  readonly width: number;
}

export function Steps({ waterfall, names, named, kind, width }: StepsProps) {
  const words = panelText.value.why.drivers;
  const { start, end, steps } = waterfall;
  const x = linear([0, HUNDRED], [1, Math.max(HEIGHT, width - NUMBER)]);
  const frame = { x, width, named };
  return (
    <ol class={`drivers-steps drivers-${kind}`}>
      <Row {...frame} name={fill(words.from, { plan: planName('b') })} isEnd>
        <End at={start} x={x} />
      </Row>
      {steps.map((step, i) => (
        <Row key={names[i]} {...frame} name={names[i]}>
          <Bar step={step} x={x} />
        </Row>
      ))}
      <Row {...frame} name={fill(words.to, { plan: planName('a') })} isEnd>
        <End at={end} x={x} />
      </Row>
    </ol>
  );
}

interface RowProps {
  readonly x: Scale;
  readonly width: number;
  readonly named: boolean;
  readonly name: string;
  readonly isEnd?: boolean;
  readonly children: ComponentChildren;
}

function Row({ x, width, named, name, isEnd = false, children }: RowProps) {
  return (
    <li>
      {named && <span class={isEnd ? 'drivers-name chart-said drivers-strong' : 'drivers-name chart-said'}>{name}</span>}
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        {[0, HUNDRED / 2, HUNDRED].map((value) => (
          <path key={value} class="chart-grid" d={`M${x(value)},0V${HEIGHT}`} />
        ))}
        {children}
      </svg>
    </li>
  );
}

const End = ({ at, x }: { readonly at: number; readonly x: Scale }) => (
  <>
    <rect class="drivers-whole" x={x(0)} y={MIDDLE - BAR / 2} width={Math.max(1, x(at) - x(0))} height={BAR} />
    <text class="drivers-number" x={x(at) + 6} y={MIDDLE + 5}>
      {whole(at)}
    </text>
  </>
);

function Bar({ step, x }: { readonly step: Step; readonly x: Scale }) {
  const { from, to, low, high } = step;
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  const within = (value: number): number => x(Math.min(HUNDRED, Math.max(0, value)));
  const [start, end] = [within(from + low), within(from + high)];
  return (
    <>
      <path class="drivers-link" d={`M${x(from)},0V${MIDDLE}M${x(to)},${MIDDLE}V${HEIGHT}`} />
      <rect
        class={to >= from ? 'drivers-up' : 'drivers-down'}
        x={x(left)}
        y={MIDDLE - BAR / 2}
        width={Math.max(1.5, x(right) - x(left))}
        height={BAR}
      />
      <path
        class="drivers-range"
        d={`M${start},${MIDDLE}H${end}M${start},${MIDDLE - 4}V${MIDDLE + 4}M${end},${MIDDLE - 4}V${MIDDLE + 4}`}
      />
      <text class="drivers-number" x={Math.max(x(right), end) + 6} y={MIDDLE + 5}>
        {signed(wholeChange(step))}
      </text>
    </>
  );
}
