/** Says, wherever somebody looks, that charts also show what follows from assumptions of their own. */
import './trust/note.css';
import { assumeForGood, assumeNothing, assumptionCount } from '../state/assumptions.ts';
import { count, text } from '../state/language.ts';
import { panel } from '../state/store.ts';

export function AssumptionsNote() {
  const words = text.value.shell.assumptions;
  if (assumptionCount.value === 0) return null;
  return (
    <div class="notice trust-note">
      <strong>{count(words.title, assumptionCount.value)}</strong> {words.more}
      <button type="button" class="button" onClick={() => (panel.value = { kind: 'trust' })}>
        {words.see}
      </button>
      <button type="button" class="button" onClick={assumeForGood}>
        {words.keep}
      </button>
      <button type="button" class="button quiet" onClick={assumeNothing}>
        {words.reset}
      </button>
    </div>
  );
}
