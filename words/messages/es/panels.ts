/** Spanish: the words of the panels that lie over Explore. */
import type { PanelMessages } from '../../language.ts';
import { brief } from './brief.ts';
import { choosing } from './choosing.ts';
import { learned } from './learned.ts';
import { matters } from './matters.ts';
import { schools } from './schools.ts';
import { systems } from './systems.ts';
import { trust } from './trust.ts';
import { why } from './why.ts';

export const panels: PanelMessages = { brief, choosing, learned, matters, schools, systems, trust, why };
