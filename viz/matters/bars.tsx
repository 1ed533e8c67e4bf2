/** The value that counts as holding up or as failing: chosen among round ones. */
import type { StudyTable } from '../../study/index.ts';
import { fill } from '../../words/index.ts';
import { about, barOf, barsOf, choose } from './asking.ts';
import { valued } from './figures.ts';

interface BarChoiceProps {
  readonly which: 'goal' | 'failing';
  readonly table: StudyTable;
  readonly label: string;
  /** With places for the outcome and the value. */
  readonly message: string;
}

export function BarChoice({ which, table, label, message }: BarChoiceProps) {
  const now = barOf(which, table);
  const bars = barsOf(table);
  return (
    <label class="matters-choice matters-bar">
      <span class="visually-hidden">{label}</span>
      <select value={now} onChange={({ currentTarget }) => choose(which, Number(currentTarget.value))}>
        {(bars.includes(now) ? bars : [now, ...bars]).map((bar) => (
          <option key={bar} value={bar}>
            {fill(message, { outcome: about.value.label, value: valued(bar, about.value) })}
          </option>
        ))}
      </select>
    </label>
  );
}
