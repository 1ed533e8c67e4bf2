/** Where a degree becomes a word, from the engine's own list; it comes with the page, so that the first picture is right. */
import { first } from '../first/index.ts';
import { thresholdsOf } from './states.ts';

export const thresholds = thresholdsOf(first.levers.thresholds);
