/** `contagion CASE`: runs a reduced model from a case file, or from a folder of reference cases, and prints its table. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from '../sim/index.ts';
import { type CaseTable, type ContagionCase, parseCase, reportCase } from '../sim/index.ts';
import { adaptFolder, edgesOf, type Variant } from './caseFolder.ts';

export interface ContagionOptions {
  readonly replicates?: number;
  /** The text that luck is made from. */
  readonly seed?: string;
  /** In place of the case's own: `curve`, `finalDistribution`, `nodeProbability`, `perSeed`. */
  readonly output?: string;
  /** Of a folder with several cases, the one; absent: all of them, with a column that says which. */
  readonly variant?: string;
  readonly json?: boolean;
}

export interface ContagionIo {
  write(text: string): void;
  /** Where problems go. */
  complain(text: string): void;
}

type Loaded =
  | { readonly ok: true; readonly variants: readonly Variant[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Exit code 0, or 2 where the case cannot be believed: every problem is then one line, and nothing is printed. */
export async function contagion(path: string, options: ContagionOptions, io: ContagionIo): Promise<number> {
  const loaded = choose(load(path), options);
  if (!loaded.ok) {
    for (const { path: where, message } of loaded.problems) io.complain(where ? `${where}: ${message}\n` : `${message}\n`);
    return 2;
  }
  const tables = loaded.variants.map((variant) => ({ variant: variant.name, table: reportCase(variant.case) }));
  io.write(options.json ? asJson(loaded.variants, tables) : asCsv(tables));
  return 0;
}

function load(path: string): Loaded {
  if (!existsSync(path)) return refuse('', `there is no file or folder ${path}`);
  try {
    if (statSync(path).isDirectory()) return adaptFolder((name) => readIfThere(join(path, name)));
    return withNetwork(parseCase(JSON.parse(readFileSync(path, 'utf8'))), dirname(path));
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('', `${path} is not JSON: ${error.message}`);
    throw error;
  }
}

const refuse = (path: string, message: string): Loaded => ({ ok: false, problems: [{ path, message }] });

const readIfThere = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

/** Reads the network that a case refers to, by a path from the case's own folder, and believes the whole again. */
function withNetwork(parsed: ReturnType<typeof parseCase>, folder: string): Loaded {
  if (!parsed.ok) return parsed;
  const { network } = parsed.case;
  if (network.kind !== 'file') return { ok: true, variants: [{ name: '', case: parsed.case }] };
  const text = readIfThere(join(folder, network.path));
  if (text === null) return refuse('network.path', `there is no file ${network.path}`);
  const { nodes, directed } = network;
  return withNetwork(parseCase({ ...parsed.case, network: { kind: 'edges', nodes, directed, edges: edgesOf(text) } }), folder);
}

/** The variants asked for, each with what the options put in place of its own. */
function choose(loaded: Loaded, options: ContagionOptions): Loaded {
  if (!loaded.ok) return loaded;
  const names = loaded.variants.map(({ name }) => name);
  if (options.variant !== undefined && !names.includes(options.variant)) {
    const expected = loaded.variants.length > 1 ? names.join(' or ') : 'none: there is one case';
    return refuse('--variant', `"${options.variant}" is not there; expected ${expected}`);
  }
  const variants: Variant[] = [];
  for (const variant of loaded.variants) {
    if (options.variant !== undefined && variant.name !== options.variant) continue;
    const parsed = parseCase({ ...variant.case, ...replacements(options) });
    if (!parsed.ok) return parsed;
    variants.push({ name: variant.name, case: parsed.case });
  }
  return { ok: true, variants };
}

function replacements({ replicates, seed, output }: ContagionOptions): Record<string, unknown> {
  return {
    ...(replicates !== undefined && { replicates }),
    ...(seed !== undefined && { seed }),
    ...(output !== undefined && { output: { kind: output } }),
  };
}

interface Named {
  readonly variant: string;
  readonly table: CaseTable;
}

function asCsv(tables: readonly Named[]): string {
  const several = tables.length > 1;
  const header = [...(several ? ['variant'] : []), ...tables[0].table.columns];
  const rows = tables.flatMap(({ variant, table }) => table.rows.map((row) => [...(several ? [variant] : []), ...row]));
  return [header, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

function asJson(variants: readonly Variant[], tables: readonly Named[]): string {
  const cases = tables.map(({ variant, table: { columns, rows } }, v) => ({
    ...described(variants[v].case, variant),
    rows: rows.map((row) => Object.fromEntries(columns.map((column, c) => [column, row[c]]))),
  }));
  return `${JSON.stringify(cases.length === 1 ? cases[0] : cases)}\n`;
}

function described({ name, about, replicates, seed, output }: ContagionCase, variant: string) {
  return { name, about, ...(variant && { variant }), replicates, seed, output };
}
