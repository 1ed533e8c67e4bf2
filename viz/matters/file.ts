/** Results from a file in place of the page's own study. */
import { signal } from '@preact/signals';
import type { Problem } from '../../sim/index.ts';
import type { OutcomeColumn, StudyTable } from '../../study/index.ts';
import { askStudyDesk } from './desk.ts';

interface Opened {
  readonly name: string;
  readonly table: StudyTable;
  /** The column that is looked at. */
  readonly outcome: OutcomeColumn;
}

export const file = signal<Opened | null>(null);
/** Name of the file that is being read. */
export const reading = signal<string | null>(null);
export const refused = signal<{ readonly name: string; readonly problems: readonly Problem[] } | null>(null);

/** Reads files that came together; what cannot be used is said in `refused`, and nothing else changes. */
export async function openResults(given: readonly File[]): Promise<void> {
  if (given.length === 0) return;
  const [{ name }] = given;
  reading.value = name;
  refused.value = null;
  try {
    const files = await Promise.all(
      given.map(async (one) => ({ name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) })),
    );
    const read = await askStudyDesk((desk) => desk.read(files));
    if (read.ok) file.value = { name: read.name, table: read.table, outcome: read.table.outcomes[0] };
    else refused.value = { name, problems: read.problems };
  } catch (error) {
    refused.value = { name, problems: [{ path: '', message: (error as Error).message }] };
  }
  reading.value = null;
}

export function lookAtColumn(name: string): void {
  const now = file.value;
  const outcome = now?.table.outcomes.find((one) => one.name === name);
  if (now && outcome) file.value = { ...now, outcome };
}
