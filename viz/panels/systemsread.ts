/** A file of schools on its way in: read, and read again where a column was taken for something else. */
import { signal } from '@preact/signals';
import type { Mapping, Role } from '../../formats/index.ts';
import { fill } from '../../words/index.ts';
import type { SchoolsAnswer } from '../../workers/index.ts';
import { askDesk } from '../state/engine.ts';
import type { SystemOf } from '../state/grounds.ts';
import { whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';

export interface FileRead {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mapping: Mapping;
  readonly answer: SchoolsAnswer;
  /** Names of the file's columns. */
  readonly header: readonly string[];
}

/** The last file that was read, whether it could be used or not. */
export const found = signal<FileRead | null>(null);
/** Name of the file that is being read. */
export const reading = signal<string | null>(null);

/** The most schools that a page runs while somebody waits. */
export const MOST_SCHOOLS = 10_000;

/** Bytes in a megabyte, and the megabytes that a page reads: the desk believes no larger file. */
const MEGABYTE = 1024 * 1024;
const MOST = 256;

const refusal = (message: string): SchoolsAnswer => ({ ok: false, problems: [{ path: '', message }], header: [], schools: 0 });

export async function readSchoolsFile(file: File): Promise<void> {
  const words = panelText.value.systems.own;
  const { name, size } = file;
  const none = { name, bytes: new Uint8Array(), mapping: {}, header: [] };
  if (size > MOST * MEGABYTE) {
    const message = fill(words.large, { size: whole(Math.ceil(size / MEGABYTE)), most: whole(MOST) });
    found.value = { ...none, answer: refusal(message) };
    return;
  }
  reading.value = name;
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes) await read(name, new Uint8Array(bytes), {});
  else found.value = { ...none, answer: refusal(words.unread) };
  reading.value = null;
}

/** Reads the last file again with a column taken for something else; null: for nothing. */
export async function remapped(role: Role, column: string | null): Promise<void> {
  const last = found.value;
  if (!last) return;
  reading.value = last.name;
  await read(last.name, last.bytes, { ...last.mapping, [role]: column });
  reading.value = null;
}

async function read(name: string, bytes: Uint8Array, mapping: Mapping): Promise<void> {
  const answer = await askDesk((desk) => desk.readSchools(bytes, name, mapping, MOST_SCHOOLS)).catch((error: Error) =>
    refusal(error.message),
  );
  found.value = { name, bytes, mapping, answer, header: answer.ok ? answer.value.header : answer.header };
}

/** What a plan says of a file's schools: the file's name, and the columns that were chosen by hand. */
export function systemOfFile({ name, mapping }: Pick<FileRead, 'name' | 'mapping'>): SystemOf {
  const chosen = Object.entries(mapping).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { file: name, ...(chosen.length > 0 && { columns: Object.fromEntries(chosen) }) };
}
