/** A study so small that a loop over what may befall it takes seconds, planned and run by the built program. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';

export const PROGRAM = [process.execPath, join(import.meta.dirname, '..', '..', 'bin', 'taking-root.mjs')];

/** Runs in a study of `points` points; a run takes a few milliseconds. */
export const REPLICATES = 4;

export const studyOf = (points: number, title = 'Tiny'): unknown => ({
  version: 1,
  title,
  base: { version: 1, title: 'Few schools, two years', system: { preset: 'made-up', sample: 0.1 }, years: 2 },
  factors: [{ name: 'champions', path: 'ingredients.champions', levels: Array.from({ length: points }, (_, i) => i / points) }],
  design: { kind: 'factorial' },
  replicates: REPLICATES,
  luck: 'same',
  seed: '1',
  outcomes: [{ name: 'using', metric: 'schoolsInUse', year: 2 }],
});

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Circumstances {
  /** Gets the process once it runs. */
  readonly during?: (child: ChildProcess) => void;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

/** Runs any program to its end. */
export function call(words: readonly string[], { during, env, cwd = '.' }: Circumstances = {}): Promise<Ended> {
  const [file, ...rest] = words;
  const child = spawn(file, rest, { stdio: ['ignore', 'pipe', 'pipe'], cwd, env: { ...process.env, ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  return new Promise((settle, fail) => {
    child.on('error', fail);
    // Not `close`: what a killed program leaves behind may hold its streams open for longer.
    child.on('exit', (code, signal) => settle({ code, signal, out, err }));
    if (child.pid !== undefined) during?.(child);
  });
}

export const taking = (...words: readonly string[]): Promise<Ended> => call([...PROGRAM, ...words]);

const folders: string[] = [];
/** A new folder, removed after the tests of a file. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'taking-root-'));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export interface Size {
  readonly points: number;
  /** Runs a chunk. */
  readonly chunk: number;
}

/** A study folder that has been planned and not begun. */
export async function planned({ points, chunk }: Size, folder = join(newFolder(), 'study')): Promise<string> {
  const file = join(newFolder(), 'study.json');
  writeFileSync(file, JSON.stringify(studyOf(points)));
  const { code, err } = await taking('plan', file, '-o', folder, '--chunk', String(chunk));
  expect(code, err).toBe(0);
  return folder;
}

export const chunksOf = ({ points, chunk }: Size): number => Math.ceil((points * REPLICATES) / chunk);

export interface Standing {
  readonly ok: number;
  readonly missing: number;
  readonly damaged: number;
  readonly shards: readonly number[];
}

export async function standing(folder: string, shards = 1): Promise<Standing> {
  const { out, err } = await taking('status', folder, '--shards', String(shards), '--json');
  expect(out, err).toMatch(/^\{/);
  return JSON.parse(out) as Standing;
}

/** The digest of a study's results once it is collected, which has to succeed. */
export async function collected(folder: string): Promise<string> {
  const { code, err } = await taking('collect', folder, '--format', 'csv');
  expect(code, err).toBe(0);
  return digestIn(folder);
}

export const digestIn = (folder: string): string => readFileSync(join(folder, 'results.sha256'), 'utf8');

/** The digest of a study that ran in one process and met with nothing. */
export async function undisturbed(size: Size): Promise<string> {
  const folder = await planned(size);
  const { code, err } = await taking('work', folder, '--workers', '1');
  expect(code, err).toBe(0);
  return collected(folder);
}

/** Paths of all files in a study folder, relative to it. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath.slice(folder.length + 1), entry.name));
export const chunkFiles = (folder: string): string[] =>
  filesIn(folder).filter((path) => /^chunks\/..\/[^.]+\.ndjson$/.test(path));

/** Files among the chunks that are none: what is half-written, or was kept aside. */
export const strays = (folder: string): string[] =>
  filesIn(folder).filter((path) => path.startsWith('chunks/') && !/^chunks\/..\/[^.]+\.ndjson$/.test(path));

/** A folder's name as nobody should give one; what is generated for schedulers has to bear it. */
export const ODD = `o'dd "name" {n} $HOME %a;é`;

/** What `submit` prints for a scheduler. */
export async function submission(engine: string, folder: string, ...words: readonly string[]): Promise<string> {
  const { code, out, err } = await taking('submit', engine, folder, ...words);
  expect(code, err).toBe(0);
  return out;
}
