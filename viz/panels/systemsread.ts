/** A file of schools on its way in: read, and read again where a column was taken for something else. */
import { signal } from '@preact/signals';
import type { Mapping, Role } from '../../formats/index.ts';
import { fill } from '../../words/index.ts';
import type { SchoolsAnswer } from '../../workers/index.ts';
import { askDesk } from '../state/engine.ts';
import type { SystemOf } from '../state/grounds.ts';
import { whole } from '../state/language.ts';
import { pairName } from '../state/own.ts';
import { panelText } from '../state/paneltext.ts';

export interface FileRead {
  readonly name: string;
  /** Of a file of schools, to read it again; of a network's two files it is empty. */
  readonly bytes: Uint8Array;
  /** The names of a network's two files. */
  readonly pair?: { readonly nodes: string; readonly edges: string };
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
  const { name } = file;
  reading.value = name;
  const bytes = await bytesOf(file);
  if (typeof bytes === 'string') found.value = { ...noFile(name), answer: refusal(bytes) };
  else await read(name, bytes, {});
  reading.value = null;
}

/** Who there is, and who turns to whom: which of the two files is which is seen by their columns. */
export async function readNetworkFiles(one: File, other: File): Promise<void> {
  const name = pairName({ nodes: one.name, edges: other.name });
  reading.value = name;
  const [first, second] = await Promise.all([bytesOf(one), bytesOf(other)]);
  const why = [first, second].find((bytes) => typeof bytes === 'string');
  if (typeof first === 'string' || typeof second === 'string') found.value = { ...noFile(name), answer: refusal(why as string) };
  else await readPair([one.name, other.name], [first, second]);
  reading.value = null;
}

async function readPair(names: readonly [string, string], bytes: readonly [Uint8Array, Uint8Array]): Promise<void> {
  const { isSwapped, answer } = await askDesk((desk) => desk.readNetwork(...bytes, MOST_SCHOOLS)).catch((error: Error) => ({
    isSwapped: false,
    answer: refusal(error.message),
  }));
  const [nodes, edges] = isSwapped ? [names[1], names[0]] : names;
  const pair = { nodes, edges };
  found.value = { ...noFile(pairName(pair)), pair, answer };
}

const noFile = (name: string) => ({ name, bytes: new Uint8Array(), mapping: {}, header: [] });

/** The bytes of a file, or why there are none, in words. */
async function bytesOf(file: File): Promise<Uint8Array | string> {
  const words = panelText.value.systems.own;
  if (file.size > MOST * MEGABYTE) return fill(words.large, { size: whole(Math.ceil(file.size / MEGABYTE)), most: whole(MOST) });
  const bytes = await file.arrayBuffer().catch(() => null);
  return bytes ? new Uint8Array(bytes) : words.unread;
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
  // A column that looks like regions is taken for them until somebody says otherwise, and the plan says so.
  const region = answer.ok && answer.value.couldBeRegion;
  if (region) return read(name, bytes, { ...mapping, region });
  found.value = { name, bytes, mapping, answer, header: answer.ok ? answer.value.header : answer.header };
}

type FileOf = Extract<SystemOf, { file: string }>;

/** What a plan says of a file's schools: the file's name, or both of a network's, and the columns that were chosen, or refused. */
export function systemOfFile({ name, mapping, pair }: Pick<FileRead, 'name' | 'mapping' | 'pair'>): SystemOf {
  if (pair) return pair;
  const isChosen = Object.keys(mapping).length > 0;
  return { file: name, ...(isChosen && { columns: mapping as FileOf['columns'] }) };
}
