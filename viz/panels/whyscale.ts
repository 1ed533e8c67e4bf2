/** One way across all pictures of a school's years, so that they stand under each other. */
import { fill } from '../../words/index.ts';
import { yearsNamed } from '../charts/geometry.ts';
import { linear, type Scale } from '../charts/scale.ts';
import { whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';

/** Narrower than this the names of rows stand over them instead of before them. */
const NARROW = 560;

export interface Across {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly narrow: boolean;
  readonly x: Scale;
  readonly years: number;
}

export function acrossOf(width: number, years: number): Across {
  const narrow = width < NARROW;
  const left = narrow ? 30 : 138;
  const right = width - 40;
  return { width, left, right, narrow, years, x: linear([0, years], [left, right]) };
}

/** Names under the years: the first says what the numbers are. */
export const yearLabels = ({ years }: Across): readonly { readonly year: number; readonly label: string }[] =>
  yearsNamed(years).map((year) => ({
    year,
    label: year === 0 ? fill(panelText.value.why.life.year, { year: whole(0) }) : whole(year),
  }));
