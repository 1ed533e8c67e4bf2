/** Source files as the tests of the walls read them: what they import, and their syntax tree. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { parseSync } from 'vite';

/** A node of the tree, in ESTree's words. */
export interface Syntax {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export interface Source {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
  readonly tree: Syntax;
  readonly imports: readonly Import[];
}

/** Types count: to lean on a type is to lean. */
export interface Import {
  /** A path from the root of the project, or the name of a package or of a `node:` module. */
  readonly target: string;
  readonly isFile: boolean;
  /** Where in the text. */
  readonly at: number;
}

/** What stands for a path that is worked out while the program runs. */
const COMPUTED = 'a computed path';

export function sourceOf(path: string, text: string): Source {
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: expected TypeScript, got ${errors[0].message}`);
  const tree = program as unknown as Syntax;
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest ?? [])),
  ].map(({ value, start }) => ({ value, start }));
  for (const node of descendants(tree)) {
    if (node.type !== 'ImportExpression' && node.type !== 'TSImportType') continue;
    const request = node.source as Syntax;
    requests.push({ value: typeof request.value === 'string' ? request.value : COMPUTED, start: request.start });
  }
  return { path, text, tree, imports: requests.map(({ value, start }) => ({ ...targetOf(path, value), at: start })) };
}

function targetOf(path: string, request: string): { target: string; isFile: boolean } {
  if (request === COMPUTED) return { target: request, isFile: true };
  if (request.startsWith('.')) return { target: join(dirname(path), request.replace(/\?.*$/, '')), isFile: true };
  if (request.startsWith('node:')) return { target: request, isFile: false };
  return { target: request.split('/', request.startsWith('@') ? 2 : 1).join('/'), isFile: false };
}

/** All TypeScript files of some rooms; a room that does not exist has none. */
export function sourcesIn(rooms: readonly string[]): Source[] {
  const paths = rooms
    .filter((room) => existsSync(room))
    .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)));
  return paths
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => sourceOf(path, readFileSync(path, 'utf8')));
}

/** `sim/run.ts:12`: where to look. */
export function place({ path, text }: Source, at: number): string {
  return `${path}:${text.slice(0, at).split('\n').length}`;
}

/** The node and all below it, parents first. */
export function* descendants(node: Syntax): Generator<Syntax> {
  yield node;
  for (const child of children(node)) yield* descendants(child);
}

export function children(node: Syntax): Syntax[] {
  return Object.values(node).flat().filter(isSyntax);
}

function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Syntax>).type === 'string';
}
