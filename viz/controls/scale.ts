/** Between values of a setting and places on its track, and what keys do there. All pure. */
import { boundsOf, type Quantity } from '../../sim/index.ts';

/** A track: its ends, and the steps that arrows and the hand move by. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Steps of a track that is not held to whole numbers. */
const STEPS = 100;
/** Steps that the page keys move by. */
const PAGE = 5;

export function scaleOf(quantity: Quantity): Scale {
  const [min, max] = boundsOf(quantity);
  return { min, max, step: quantity.whole ? 1 : (max - min) / STEPS };
}

/** Whether a quantity is a level from nothing to full, which has words. */
export const isLevel = (quantity: Quantity): boolean => {
  const [min, max] = boundsOf(quantity);
  return min === 0 && max === 1 && !quantity.whole && !quantity.choices;
};

/** The nearest value that the track can have, free of the dust of binary fractions. */
export function settled(value: number, { min, max, step }: Scale): number {
  const steps = Math.round((Math.min(max, Math.max(min, value)) - min) / step);
  return Number((min + steps * step).toPrecision(12));
}

/** Where a value stands, 0 to 1 from the track's start to its end. */
export const placeOn = (value: number, { min, max }: Scale): number =>
  max > min ? (Math.min(max, Math.max(min, value)) - min) / (max - min) : 0;

/** Places on a track where a hand is caught: the start, and the other plan's value. */
const CATCH = 0.035;

/** A value put down by one touch: exactly that of a mark where it is near one. */
export function caught(value: number, marks: readonly number[], scale: Scale): number {
  const away = (mark: number): number => Math.abs(placeOn(mark, scale) - placeOn(value, scale));
  const near = marks.filter((mark) => away(mark) <= CATCH).sort((a, b) => away(a) - away(b))[0];
  return near ?? settled(value, scale);
}

/** What a key makes of a value; undefined for a key that does nothing here. `start`: where Backspace goes. */
export function keyed(key: string, value: number, scale: Scale, start: number, other: number | null): number | undefined {
  const by = (steps: number): number => settled(value + steps * scale.step, scale);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return by(1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return by(-1);
    case 'PageUp':
      return by(PAGE);
    case 'PageDown':
      return by(-PAGE);
    case 'Home':
      return scale.min;
    case 'End':
      return scale.max;
    case 'Backspace':
      return start;
    case 'b':
      return other ?? undefined;
    default:
      return undefined;
  }
}

/** Key of the word for a level. */
export function levelWord(level: number): 'absent' | 'weak' | 'some' | 'strong' | 'veryStrong' {
  if (level < 0.05) return 'absent';
  return (['weak', 'weak', 'some', 'strong', 'veryStrong'] as const)[Math.round(Math.min(1, level) * 4)];
}
