/** How a row of known results is named in the table. */
import type { Label } from './check.ts';
import type { Known } from './reference.ts';

export const labelOf = ({ test, model, parameters, quantity, source }: Known, which = quantity): Label => ({
  name: test,
  quantity: `${model}; ${parameters}: ${which}`,
  source,
});
