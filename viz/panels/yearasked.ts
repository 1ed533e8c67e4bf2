/** The year that panels speak of. */
import { lastYear, year } from '../state/store.ts';

/** The whole year looked at, or the last while nothing has happened yet. */
export const yearAsked = (): number => (year.value < 1 ? lastYear.value : Math.floor(year.value + 1e-6));
