/** What the columns of a study's results mean. */
import type { DictionaryRow } from '../../formats/index.ts';
import { type CommonColumn, leading, trailing } from './common.ts';
import type { StudyFolder } from './folder.ts';

export function dictionaryOf({ factors, outcomes, study }: StudyFolder): readonly DictionaryRow[] {
  const common = ({ name, label, meaning }: CommonColumn): DictionaryRow => ({
    column: name,
    label,
    unit: '',
    meaning: meaning(study.luck),
  });
  return [
    ...leading.map(common),
    ...factors.map(({ name, label, range: [low, high], choices, grade }) => ({
      column: name,
      label,
      unit: choices ? 'choice' : '',
      meaning: `Varied: ${choices ? choices.join(', ') : `from ${low} to ${high}`}. Evidence grade ${grade}.`,
    })),
    ...outcomes.map(({ name, label, unit }) => ({
      column: name,
      label,
      unit,
      meaning: 'Kept of each future; empty where there was nothing to measure.',
    })),
    ...trailing.map(common),
  ];
}
