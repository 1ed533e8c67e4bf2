import { describe, expect, test } from 'vitest';
import { children, descendants, type Import, place, type Source, type Syntax, sourceOf, sourcesIn } from './source.ts';

/** Who may import what: the table of the house. A path ends in / when it stands for all below it. */
interface Room {
  readonly room: string;
  readonly files: readonly string[];
  /** A package, and the files that may import it; `*` stands for any package, `node:*` for any module of Node. */
  readonly packages: Readonly<Record<string, readonly string[]>>;
  readonly never?: readonly string[];
}

const rooms: readonly Room[] = [
  {
    room: 'sim/',
    files: ['sim/'],
    packages: {
      seedrandom: ['sim/random.ts'],
      zod: ['sim/scenario/', 'sim/contagion/case.ts'],
      mathjs: ['sim/scenario/formula/'],
      '@stdlib/math-base-special-ln': ['sim/arithmetic.ts'],
      '@stdlib/math-base-special-pow': ['sim/arithmetic.ts'],
      '@noble/hashes': ['sim/results.ts'],
      'fastest-levenshtein': ['sim/problem.ts'],
    },
  },
  {
    room: 'study/',
    files: ['study/', 'sim/index.ts'],
    packages: {
      zod: ['study/file/schema.ts'],
      'ml-matrix': ['study/statistics/'],
      'ml-direct': ['study/statistics/'],
      seedrandom: ['study/statistics/'],
    },
  },
  // Types of answers only: the page would carry every method in its first script otherwise.
  { room: 'words/', files: ['words/', 'sim/index.ts', 'study/index.ts'], packages: {} },
  {
    room: 'formats/',
    files: ['formats/', 'sim/index.ts'],
    packages: {
      papaparse: ['formats/'],
      yaml: ['formats/'],
      hyparquet: ['formats/'],
      'hyparquet-writer': ['formats/'],
      fflate: ['formats/'],
      '@noble/hashes': ['formats/link.ts'],
    },
  },
  {
    room: 'workers/',
    // Files of schools are read beside the page, not in it.
    files: ['workers/', 'sim/index.ts', 'study/', 'formats/'],
    packages: { comlink: ['workers/'], '@noble/hashes': ['workers/desk.ts'], 'node:worker_threads': ['workers/node.ts'] },
  },
  {
    room: 'cli/',
    files: ['cli/', 'sim/index.ts', 'study/', 'words/', 'formats/', 'workers/', 'viz/charts/'],
    packages: { '*': ['cli/'], 'node:*': ['cli/'] },
    never: ['d3'],
  },
  {
    room: 'viz/',
    files: ['viz/', 'sim/index.ts', 'study/', 'words/', 'formats/', 'workers/', 'scenarios/'],
    packages: { '*': ['viz/'] },
  },
];

/** Inside sim/, from top to bottom. What a layer leads to, by whatever way, never lies in a layer above it. */
const layers: readonly (readonly string[])[] = [
  ['sim/index.ts', 'sim/run.ts', 'sim/ensemble.ts', 'sim/futures.ts', 'sim/scenario/'],
  ['sim/processes/', 'sim/strategies/', 'sim/metrics/'],
  ['sim/model.ts'],
  ['sim/agents/', 'sim/network.ts', 'sim/system/'],
  ['sim/random.ts', 'sim/quantity.ts', 'sim/arithmetic.ts'],
];

/** The members of Math that the standard makes exact, to the last bit, on every engine. */
const exactMath = ['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc'];
const mathConstants = ['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'];

/** What makes a result depend on the machine, its clock, its language or the order of events. */
const worldly = [
  ...['Date', 'performance', 'console', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  ...['Intl', 'crypto', 'fetch', 'navigator', 'globalThis', 'eval', 'Function', 'WeakRef', 'FinalizationRegistry'],
];
const localeMethods = [
  'toLocaleString',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
  'toLocaleDateString',
  'toLocaleTimeString',
  'localeCompare',
];
const writingMethods = ['copyWithin', 'fill', 'pop', 'push', 'reverse', 'set', 'shift', 'sort', 'splice', 'unshift'];

const isIn = (path: string, places: readonly string[]) =>
  places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place));

/** Imports that leave a room by another way than its doors. */
function trespasses(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const room = rooms.find(({ room }) => source.path.startsWith(room));
    if (!room) throw new Error(`expected a file of a room, got ${source.path}`);
    return source.imports
      .filter((wanted) => !isAllowed(room, source.path, wanted))
      .map(({ target, at }) => `${place(source, at)} imports ${target}`);
  });
}

function isAllowed({ files, packages, never = [] }: Room, path: string, { target, isFile }: Import): boolean {
  if (isFile) return isIn(target, files);
  const importers = packages[target] ?? packages[target.startsWith('node:') ? 'node:*' : '*'] ?? [];
  return isIn(path, importers) && !never.includes(target);
}

/** Ways by which a file of one layer leads to a file of a layer above. */
function climbs(sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return sources.flatMap(({ path }) => {
    const layer = layers.findIndex((places) => isIn(path, places));
    const above = layers.slice(0, Math.max(0, layer)).flat();
    const way = wayTo(path, above, byPath);
    return way ? [way.join(' -> ')] : [];
  });
}

/** The shortest chain of imports to one of some places. */
function wayTo(from: string, places: readonly string[], byPath: ReadonlyMap<string, Source>): string[] | undefined {
  const ways = [[from]];
  const seen = new Set([from]);
  for (const way of ways) {
    const last = way.at(-1)!;
    if (isIn(last, places)) return way;
    for (const { target } of byPath.get(last)?.imports ?? []) {
      if (seen.has(target)) continue;
      seen.add(target);
      ways.push([...way, target]);
    }
  }
  return undefined;
}

/** Processes that know of each other; only the schedule knows them all. A long one has a folder of its own, called as it is. */
function neighbours(sources: readonly Source[]): string[] {
  const folder = 'sim/processes/';
  const processOf = (path: string): string => path.slice(folder.length).split(/[./]/)[0];
  return sources
    .filter(({ path }) => path.startsWith(folder) && path !== `${folder}index.ts`)
    .flatMap((source) =>
      source.imports
        .filter(({ target }) => target.startsWith(folder) && processOf(target) !== processOf(source.path))
        .map(({ target, at }) => `${place(source, at)} imports ${target}`),
    );
}

/** Names that a file gives to something itself. */
function ownNames(tree: Syntax): Set<string> {
  const named = [...descendants(tree)].flatMap(({ id, local, params }) => [
    id,
    local,
    ...((params as Syntax[] | undefined) ?? []),
  ]);
  return new Set(named.flatMap((pattern) => (pattern ? namesIn(pattern as Syntax) : [])));
}

/** Names that a pattern binds: `a`, `{ b: a }`, `[a]`, `...a`, `a = 1`. */
function namesIn(pattern: Syntax): string[] {
  if (pattern.type === 'Identifier') return [pattern.name as string];
  if (pattern.type === 'AssignmentPattern') return namesIn(pattern.left as Syntax);
  const inner = [pattern.properties, pattern.elements, pattern.value, pattern.argument].flat() as (Syntax | null | undefined)[];
  return inner.flatMap((part) => (part ? namesIn(part) : []));
}

const isWholeNumber = ({ type, value }: Syntax) => type === 'Literal' && Number.isInteger(value);

/** Anything in a file whose value is not the same everywhere. */
function unrepeatable(source: Source): string[] {
  const own = ownNames(source.tree);
  const typed = typedNames(source.tree);
  return [...values(source.tree)].flatMap((node) => {
    const fault = faultOf(node, own, typed);
    return fault ? [`${place(source, node.start)} ${fault}`] : [];
  });
}

/** Nodes that stand for a value: not types, not the names of properties, and not the Math of Math.sqrt. */
function* values(node: Syntax): Generator<Syntax> {
  yield node;
  const { type, computed, property, key, object } = node;
  const names = type === 'MemberExpression' ? [property] : [key];
  for (const child of children(node)) {
    if (!computed && names.includes(child)) continue;
    if (child === object && child.name === 'Math') continue;
    if (!/^TS(Type|Interface)/.test(child.type)) yield* values(child);
  }
}

function faultOf(node: Syntax, own: ReadonlySet<string>, typed: ReadonlySet<string>): string | undefined {
  const name = node.name as string;
  if (node.type === 'MemberExpression') return faultOfMember(node);
  if (node.type === 'Identifier' && name === 'Math') return 'Math as a value: name its functions one by one';
  if (node.type === 'Identifier' && worldly.includes(name) && !own.has(name)) return `${name}: depends on the machine`;
  if (node.operator === '**=' || (node.operator === '**' && !isExactPower(node))) return '**: use power or pow of sim/arithmetic';
  if (node.type === 'CallExpression' && isBareSort(node, typed)) return 'sort without a comparator: numbers are sorted as text';
  return undefined;
}

function faultOfMember({ object, property, computed }: Syntax): string | undefined {
  const name = (property as Syntax).name as string;
  if (localeMethods.includes(name)) return `${name}: depends on the language`;
  if ((object as Syntax).name !== 'Math') return undefined;
  if (computed) return 'Math[...]: name its functions one by one';
  return [...exactMath, ...mathConstants].includes(name) ? undefined : `Math.${name}: use sim/arithmetic or sim/random`;
}

/** Whole numbers only; a negative exponent only of 2, whose powers are exact. */
function isExactPower(node: Syntax): boolean {
  const base = node.left as Syntax;
  const exponent = node.right as Syntax;
  if (exponent.type === 'UnaryExpression') return base.value === 2 && isWholeNumber(exponent.argument as Syntax);
  return isWholeNumber(base) && isWholeNumber(exponent);
}

/** `x.sort()`, unless x is seen to be a typed array, which sorts numbers as numbers. */
function isBareSort({ callee, arguments: given }: Syntax, typed: ReadonlySet<string>): boolean {
  const { type, property, object } = callee as Syntax;
  if (type !== 'MemberExpression' || (given as Syntax[]).length > 0) return false;
  return ['sort', 'toSorted'].includes((property as Syntax).name as string) && !isTyped(object as Syntax, typed);
}

const typedArray = /^(Float|Int|Uint|BigInt|BigUint)\d+(Clamped)?Array$/;

/** `new Float64Array(...)`, `Float64Array.from(...)`, `.subarray(...)` of anything, `.slice(...)` of one, or a name of one. */
function isTyped({ type, callee, name }: Syntax, typed: ReadonlySet<string>): boolean {
  if (type === 'Identifier') return typed.has(name as string);
  if (type === 'NewExpression') return typedArray.test((callee as Syntax).name as string);
  if (type !== 'CallExpression' || (callee as Syntax).type !== 'MemberExpression') return false;
  const object = (callee as Syntax).object as Syntax;
  const method = ((callee as Syntax).property as Syntax).name;
  if (method === 'from' || method === 'of') return typedArray.test(object.name as string);
  return method === 'subarray' || (method === 'slice' && isTyped(object, typed));
}

/** Names that a file declares as typed arrays. */
function typedNames(tree: Syntax): Set<string> {
  const names = new Set<string>();
  for (const { type, id, init } of descendants(tree)) {
    if (type === 'VariableDeclarator' && init && isTyped(init as Syntax, names)) names.add((id as Syntax).name as string);
  }
  return names;
}

/** Writes to what a metric was given; what it made itself with `new`, [], {} or .from is its own. */
function writes(source: Source): string[] {
  const made = new Set<string>();
  for (const node of descendants(source.tree))
    if (node.type === 'VariableDeclarator' && isMaking(node.init as Syntax | null)) made.add((node.id as Syntax).name as string);
  const found: string[] = [];
  for (const node of descendants(source.tree)) {
    const target = writtenBy(node);
    if (target?.type !== 'MemberExpression') continue;
    const root = rootOf(target);
    if (root.type !== 'Identifier' || !made.has(root.name as string))
      found.push(`${place(source, node.start)} writes ${source.text.slice(target.start, target.end)}`);
  }
  return found;
}

function isMaking(value: Syntax | null): boolean {
  if (!value) return false;
  const method = ((value.callee as Syntax | undefined)?.property as Syntax | undefined)?.name;
  return (
    ['NewExpression', 'ArrayExpression', 'ObjectExpression'].includes(value.type) ||
    ['from', 'slice', 'map', 'filter'].includes(method as string)
  );
}

function writtenBy(node: Syntax): Syntax | undefined {
  if (node.type === 'AssignmentExpression') return node.left as Syntax;
  if (node.type === 'UpdateExpression') return node.argument as Syntax;
  if (node.type === 'UnaryExpression' && node.operator === 'delete') return node.argument as Syntax;
  const callee = node.type === 'CallExpression' ? (node.callee as Syntax) : undefined;
  const method = (callee?.property as Syntax | undefined)?.name as string | undefined;
  return method !== undefined && writingMethods.includes(method) ? callee : undefined;
}

function rootOf(node: Syntax): Syntax {
  return node.type === 'MemberExpression' ? rootOf(node.object as Syntax) : node;
}

const everything = sourcesIn(rooms.map(({ room }) => room.slice(0, -1)));
const sim = everything.filter(({ path }) => path.startsWith('sim/'));
/** What decides which runs a study is made of; what is said of them afterwards may be worked out with any Math. */
const designs = everything.filter(
  ({ path }) => path.startsWith('study/') && !['study/statistics/', 'study/questions/'].some((part) => path.startsWith(part)),
);
const metrics = sim.filter(({ path }) => path.startsWith('sim/metrics/'));

describe('the walls stand', () => {
  test('the files are read', () => expect(sim.map(({ path }) => path)).toContain('sim/random.ts'));
  test('a room imports what its door allows', () => expect(trespasses(everything)).toEqual([]));
  test('inside sim/, no import leads back up', () => expect(climbs(sim)).toEqual([]));
  test('no process knows another', () => expect(neighbours(sim)).toEqual([]));
  test('sim/ holds nothing whose value is not the same everywhere', () => expect(sim.flatMap(unrepeatable)).toEqual([]));
  test('nor do the designs of studies', () => expect(designs.flatMap(unrepeatable)).toEqual([]));
  test('metrics write nothing', () => expect(metrics.flatMap(writes)).toEqual([]));
});

describe('each wall can fall', () => {
  const file = (path: string, ...lines: string[]) => sourceOf(path, lines.join('\n'));

  test.each([
    ['sim/run.ts', "import { select } from 'd3';", 'd3'],
    ['sim/run.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['sim/run.ts', "import * as words from '../words/sentence.ts';", 'words/sentence.ts'],
    ['sim/clocks.ts', "import seedrandom from 'seedrandom';", 'seedrandom'],
    ['sim/scenario/compile.ts', "import { evaluate } from 'mathjs/number';", 'mathjs'],
    ['sim/processes/decision.ts', "import exp from '@stdlib/math-base-special-exp';", '@stdlib/math-base-special-exp'],
    ['study/sobol.ts', "import type { Model } from '../sim/model.ts';", 'sim/model.ts'],
    ['study/sobol.ts', "export * from '../workers/pool.ts';", 'workers/pool.ts'],
    ['words/sentence.ts', "import { readFile } from 'node:fs/promises';", 'node:fs/promises'],
    ['formats/parquet.ts', "const x = await import('../cli/main.ts');", 'cli/main.ts'],
    ['formats/parquet.ts', "type Draw = import('../sim/random.ts').Key;", 'sim/random.ts'],
    ['formats/parquet.ts', 'const x = await import(name);', 'a computed path'],
    ['workers/browser.ts', "import { Worker } from 'node:worker_threads';", 'node:worker_threads'],
    ['workers/browser.ts', "import { select } from 'd3';", 'd3'],
    ['cli/main.ts', "import { state } from '../viz/state.ts';", 'viz/state.ts'],
    ['cli/main.ts', "import { run } from '../sim/run.ts';", 'sim/run.ts'],
    ['cli/main.ts', "import { select } from 'd3';", 'd3'],
    ['viz/main.ts', "import { run } from '../sim/run.ts?worker';", 'sim/run.ts'],
    ['viz/main.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['viz/main.ts', "import { main } from '../cli/main.ts';", 'cli/main.ts'],
  ])('%s with %s', (path, line, target) => {
    expect(trespasses([file(path, '// a comment', line)])).toEqual([`${path}:2 imports ${target}`]);
  });

  test('the doors are open', () => {
    const open = [
      file('sim/random.ts', "import seedrandom from 'seedrandom';", "import { log } from './arithmetic.ts';"),
      file('study/sobol.ts', "import { run } from '../sim/index.ts';"),
      file('workers/node.ts', "import { Worker } from 'node:worker_threads';", "import { wrap } from 'comlink';"),
      file(
        'cli/main.ts',
        "import { Command } from 'commander';",
        "import { curve } from '../viz/charts/curve.ts';",
        "import 'node:fs/promises';",
      ),
      file(
        'viz/main.ts',
        "import { select } from 'd3';",
        "import baseline from '../scenarios/baseline.json';",
        "import './main.css';",
      ),
    ];
    expect(trespasses(open)).toEqual([]);
  });

  test('a way back up, even through a file of no layer and a type', () => {
    const sources = [
      file('sim/model.ts', "import type { Habit } from './habit.ts';"),
      file('sim/habit.ts', "export { habit } from './processes/habit.ts';"),
      file('sim/processes/habit.ts', "import { defineProcess } from '../model.ts';"),
      file('sim/agents/schools.ts', "import { defineProcess } from '../model.ts';"),
      file('sim/metrics/reach.ts', "import { run } from '../run.ts';"),
      file('sim/network.ts', "import { exp } from './arithmetic.ts';"),
    ];
    expect(climbs(sources)).toEqual([
      'sim/model.ts -> sim/habit.ts -> sim/processes/habit.ts',
      'sim/agents/schools.ts -> sim/model.ts',
      'sim/metrics/reach.ts -> sim/run.ts',
    ]);
  });

  test('a process that knows another', () => {
    const sources = [
      file('sim/processes/index.ts', "import { turnover } from './turnover.ts';"),
      file('sim/processes/turnover.ts', '', "import { decision } from './decision.ts';"),
    ];
    expect(neighbours(sources)).toEqual(['sim/processes/turnover.ts:2 imports sim/processes/decision.ts']);
  });

  test.each([
    'const x = Math.random();',
    ...[
      'exp',
      'log',
      'pow',
      'sin',
      'cos',
      'tan',
      'atan2',
      'hypot',
      'cbrt',
      'expm1',
      'log1p',
      'log2',
      'log10',
      'sinh',
      'cosh',
      'tanh',
      'acosh',
    ].map((name) => `const x = Math.${name}(1, 2);`),
    "const x = Math['exp'](1);",
    'const { exp } = Math;',
    'const x = y ** 2;',
    'const x = 2 ** y;',
    'const x = 2 ** 0.5;',
    'const x = 10 ** -3;',
    'let x = 3; x **= 2;',
    'const x = Date.now();',
    'const x = new Date();',
    'const x = performance.now();',
    'console.log(1);',
    'setTimeout(() => {}, 1);',
    'const x = globalThis.Math.exp(1);',
    'const x = new Intl.NumberFormat();',
    "const x = eval('1');",
    "const x = new Function('return 1');",
    'const x = (1.5).toLocaleString();',
    "const x = 'a'.localeCompare('b');",
    'const x = [10, 9].sort();',
    'const x = values.toSorted();',
    'const list = [10, 9]; const x = list.slice().sort();',
    'const x = { value: Date.now() };',
    'const x = (now: Date, then = Date.now()) => 1;',
    'const x = { Date };',
  ])('%s', (line) => {
    expect(unrepeatable(file('sim/run.ts', '', line))).toEqual([expect.stringMatching(/^sim\/run\.ts:2 \S/)]);
  });

  test.each([
    'const x = Math.sqrt(2) * Math.PI + Math.imul(3, 4);',
    'const x = 2 ** 32 + 2 ** -32;',
    '// Math.random() and Date, in a comment',
    "const x = 'Math.exp(1) ** Date';",
    'const x = { Date: 1, exp: 2 }.Date;',
    'const performance = 0.5; const x = performance * 2;',
    'const x = ({ crypto: [performance = 1], ...fetch }) => performance + fetch.Date;',
    'const x = (day: Date): Intl.NumberFormat => day as Date;',
    'const x = [10, 9].sort((a, b) => a - b);',
    'const x = Float64Array.from(values).sort();',
    'const x = new Uint32Array(values).sort();',
    'const draws = Float64Array.from(values); const x = draws.slice().sort()[0];',
    'const x = draws.subarray(1, 3).sort();',
    "import { exp } from './arithmetic.ts'; const x = exp(1);",
  ])('but not %s', (line) => expect(unrepeatable(file('sim/run.ts', line))).toEqual([]));

  test.each([
    ['educators.adopted[0] = 1;', 'educators.adopted[0]'],
    ['schools.reach[s] += 1;', 'schools.reach[s]'],
    ['model.step++;', 'model.step'],
    ['educators.adopted.fill(0);', 'educators.adopted.fill'],
    ['delete model.cache;', 'model.cache'],
  ])('a metric with %s', (line, target) => {
    const source = file('sim/metrics/reach.ts', 'export function measure({ educators, schools, model }) {', line, '}');
    expect(writes(source)).toEqual([`sim/metrics/reach.ts:2 writes ${target}`]);
  });

  test('but a metric may count into what it made', () => {
    const source = file(
      'sim/metrics/reach.ts',
      'const counts = new Float64Array(5);',
      'let sum = 0;',
      'sum += 1;',
      'counts[0] += 1;',
      'counts.fill(0);',
    );
    expect(writes(source)).toEqual([]);
  });
});
