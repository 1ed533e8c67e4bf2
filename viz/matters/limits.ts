/** The limits of a box as they are written. */
import type { Limit } from '../../study/questions/answer.ts';
import { fill } from '../../words/index.ts';
import { whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { inHundred } from './figures.ts';

/** A level in 100, or a number of a file's input with the digits that its range asks for. */
export const levelOf = (value: number, [low, high]: Limit['range']): string =>
  low === 0 && high === 1 ? inHundred(value) : String(Number(value.toPrecision(high - low > 0 ? 3 : 1)));

/** How often a limit comes back in resamples, as it is said. */
export const steadySaid = ({ steadiness }: Limit): string =>
  fill(panelText.value.matters.fails.steady, { n: whole(Math.round(100 * steadiness)) });
