/** The time to which a group is known to the fit: 1958, +10 after the group's own beginning, or 50% of its own span. */
import { refuse } from '../problems.ts';

export type Until = (first: number, last: number) => number;

export interface UntilWish {
  readonly at: Until;
  /** Counted from each group's own beginning. */
  readonly own: boolean;
}

export function untilOf(text: string | undefined): UntilWish {
  if (text === undefined) return { at: (_, last) => last, own: false };
  const [, plus, digits, percent] = /^(\+?)(-?\d+(?:\.\d+)?)(%?)$/.exec(text.trim()) ?? [];
  if (digits === undefined || (plus && percent))
    return refuse('--until', `found "${text}", expected a time such as 1958, +10 (units after each group’s first) or 50%`);
  const n = Number(digits);
  if (percent && !(n > 0 && n < 100)) return refuse('--until', `found "${text}", expected a part above 0% and below 100%`);
  if (percent) return { at: (first, last) => first + (n / 100) * (last - first), own: true };
  return plus ? { at: (first) => first + n, own: true } : { at: () => n, own: false };
}
