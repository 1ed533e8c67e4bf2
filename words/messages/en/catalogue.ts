/** English: the simulation's own lists say it all. */
import type { CatalogueWords } from '../../catalogue.ts';

export const catalogue: CatalogueWords = {};
