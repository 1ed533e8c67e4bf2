/** The letter of a plan: A in a disc, B in a diamond. Shape and letter carry it; colour only helps. */
import type { PlanId } from '../state/plan.ts';

export function Tag({ plan }: { readonly plan: PlanId }) {
  return (
    <span class={`tag tag-${plan}`}>
      <span>{plan.toUpperCase()}</span>
    </span>
  );
}
