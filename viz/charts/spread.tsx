/** The two series of a fan, and how their spread is drawn: bands for all futures, thin lines for a few. */
import type { Band, Results } from '../../sim/index.ts';
import { text } from '../state/language.ts';
import type { Ground } from './frame.tsx';
import { bandPath, futurePath } from './geometry.ts';

/** Uses it, and uses it well: role of the colour, metric, key of the word. */
export const series = [
  { role: 'uses', metric: 'schoolsInUse' },
  { role: 'well', metric: 'schoolsWell' },
] as const;

export type Role = (typeof series)[number]['role'];

/** Futures below which a spread is rough. */
const FEW = 16;

/** Whether a spread of so many futures is rough. */
export const isFew = (futures: number): boolean => futures < FEW;

/** Thin futures drawn over each fan. */
const THIN = 6;

/** The futures that are drawn thin: the first ones, without the one on the map. */
export const thinOf = (runs: readonly Results[], map: Results | undefined): readonly Results[] =>
  runs.filter((run) => run !== map).slice(0, THIN);

interface BandsProps {
  readonly role: Role;
  readonly bands: readonly Band[];
  readonly years: ArrayLike<number>;
  readonly ground: Ground;
  /** Faint: of the plan before the last change. Outlined: under other assumptions. */
  readonly as?: 'faint' | 'outlined';
  /** Pattern of the edge while the futures are few. */
  readonly edge?: string | undefined;
}

/** Nine in ten futures pale, the middle half stronger; no line in the middle, for no future runs along it. */
export function Bands({ role, bands, years, ground: { x, y }, as, edge }: BandsProps) {
  const wide = bandPath(bands, 'wide', years, x, y);
  if (as === 'outlined') return <path class={`fan-outline fan-${role}`} d={wide} />;
  return (
    <g class={as && `fan-${as}`}>
      <path class={`fan-wide fan-${role}`} d={wide} />
      <path class={`fan-middle fan-${role}`} d={bandPath(bands, 'middle', years, x, y)} />
      {edge && <path class="fan-edge" d={wide} stroke={`url(#${edge})`} />}
    </g>
  );
}

interface LineProps {
  readonly class: string;
  readonly role: Role;
  readonly values: ArrayLike<number>;
  readonly years: ArrayLike<number>;
  readonly ground: Ground;
}

export const Line = ({ class: kind, role, values, years, ground: { x, y } }: LineProps) => (
  <path class={`${kind} fan-${role}`} d={futurePath(values, years, x, y)} />
);

/** Slanted lines for what is not settled. */
export const Hatch = ({ id, of }: { readonly id: string; readonly of: Role | 'fog' }) => (
  <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    {of === 'fog' && <rect class="fan-fog" width="7" height="7" />}
    <rect class={of === 'fog' ? 'fan-fog-line' : `fan-hatch fan-${of}`} width={of === 'fog' ? 2.5 : 1.4} height="7" />
  </pattern>
);

/** The word for a spread that is not settled. */
export const Rough = ({ ground: { x, y } }: { readonly ground: Ground }) => (
  <text class="fan-rough" x={x.range()[0] + 8} y={y.range()[1] + 34}>
    {text.value.charts.rough}
  </text>
);
