import { defineStrategy } from '../model.ts';
import { byRank, isStart, seed } from './offers.ts';

/** Nobody rolls it out: a few schools begin, and what spreads spreads. */
export const organic = defineStrategy({
  name: 'organic',
  label: 'Nobody rolls it out',
  about: 'Organic diffusion: some educators begin, without programme, invitation or support.',
  parameters: {},
  act(model) {
    if (isStart(model)) seed(model, false, byRank(model));
  },
});
