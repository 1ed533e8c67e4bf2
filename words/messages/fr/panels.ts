/** French: the words of the panels that lie over Explore. */
import type { PanelMessages } from '../../language.ts';
import { brief } from './brief.ts';
import { choosing } from './choosing.ts';
import { learned } from './learned.ts';
import { matters } from './matters.ts';
import { present } from './present.ts';
import { rollouts } from './rollouts.ts';
import { schools } from './schools.ts';
import { sharing } from './sharing.ts';
import { spaced } from './spaces.ts';
import { systems } from './systems.ts';
import { trust } from './trust.ts';
import { why } from './why.ts';

export const panels: PanelMessages = spaced({
  brief,
  choosing,
  learned,
  matters,
  present,
  rollouts,
  schools,
  sharing,
  systems,
  trust,
  why,
});
