/** What a screen has room for, and what it is touched with. */
import { matching } from '../state/matching.ts';

/** Fingers rather than a mouse. */
export const coarse = matching('(pointer: coarse)');
/** One column: the levers are in a sheet. */
export const narrow = matching('(max-width: 899px)');
/** Room for a map beside a panel. */
export const wide = matching('(min-width: 1280px)');
