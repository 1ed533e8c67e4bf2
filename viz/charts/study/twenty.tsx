/** A share as dots out of twenty: full ones for futures that reach it, rings for the others. */
import { DOTS } from '../dots.ts';
import { type Painted, px } from './parts.tsx';

interface TwentyProps extends Painted {
  readonly x: number;
  readonly y: number;
  /** Between two dots. */
  readonly pitch: number;
  readonly share: number;
}

const ACROSS = 10;

export const inTwenty = (share: number): number => Math.round(DOTS * share);

export function Twenty({ x, y, pitch, share, paint }: TwentyProps) {
  const full = inTwenty(share);
  return (
    <g>
      {Array.from({ length: DOTS }, (_, i) => {
        const middle = { cx: px(x + ((i % ACROSS) + 0.5) * pitch), cy: px(y + (Math.floor(i / ACROSS) + 0.5) * pitch * 1.4) };
        return i < full ? (
          <circle key={i} {...middle} r={px(pitch * 0.42)} fill={paint.well} />
        ) : (
          <circle key={i} {...middle} r={px(pitch * 0.36)} fill="none" stroke={paint.none} stroke-width="1.1" />
        );
      })}
    </g>
  );
}
