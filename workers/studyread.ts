/** Results of a study from files, as `taking-root collect` writes them: what its table is, or why it cannot be used. */
import { decodeText } from '../formats/text.ts';
import { type Problem, settings } from '../sim/index.ts';
import {
  type FactorColumn,
  factorColumns,
  type OutcomeColumn,
  outcomeColumns,
  parseStudy,
  type StudyTable,
} from '../study/index.ts';
import { type Cells, cellsOf } from './studycells.ts';

export interface ResultsFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ResultsRead =
  | { readonly ok: true; readonly name: string; readonly table: StudyTable }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Columns that every file of results has beside its factors and outcomes. */
const BOOKS = ['run', 'point', 'replicate', 'status', 'reason', 'digest'] as const;
/** Futures that a page holds: 2^24, which is 128 MB an outcome. */
const MOST = 1 << 24;

const refused = (path: string, message: string): ResultsRead => ({ ok: false, problems: [{ path, message }] });

/** One file of results, and with it the manifest.json of its folder where that came too. */
export async function readResults(files: readonly ResultsFile[]): Promise<ResultsRead> {
  const named = (end: RegExp): ResultsFile | undefined => files.find(({ name }) => end.test(name));
  const main = named(/results\.(parquet|csv)$/i) ?? named(/\.parquet$/i) ?? named(/(?<!dictionary)\.csv$/i);
  if (!main)
    return refused(
      files[0]?.name ?? '',
      'is no file of results, expected results.csv or results.parquet as `taking-root collect` writes them.',
    );
  const cells = await cellsOf(main);
  if (!cells.ok) return cells;
  const missing = BOOKS.filter((name) => !cells.value.columns.has(name));
  if (missing.length > 0)
    return refused(
      main.name,
      `has no column named ${missing.join(', ')}, expected the columns that \`taking-root collect\` writes.`,
    );
  if (cells.value.rows === 0) return refused(main.name, 'has no rows, expected one for each future.');
  const manifest = named(/manifest\.json$/i);
  const study = studyIn(manifest, cells.value);
  return tableOf(main.name, cells.value, study);
}

interface Known {
  readonly title: string;
  readonly factors: readonly FactorColumn[];
  readonly outcomes: readonly OutcomeColumn[];
  readonly design: StudyTable['design'];
}

/** What a manifest says of the study, from beside the results or from inside a Parquet file; null where none can be read. */
function studyIn(manifest: ResultsFile | undefined, { about }: Cells): Known | null {
  const decoded = manifest && decodeText(manifest.bytes);
  const text = decoded?.ok ? decoded.text : (about.get('manifest') ?? about.get('study'));
  if (text === undefined) return null;
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = parseStudy((said as { study?: unknown })?.study ?? said);
  if (!parsed.ok) return null;
  const { title, design, luck } = parsed.value;
  const numbers = Object.entries(design).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return {
    title,
    factors: factorColumns(parsed.value),
    outcomes: outcomeColumns(parsed.value),
    design: { kind: design.kind, sameLuck: luck === 'same', numbers: Object.fromEntries(numbers) },
  };
}

function tableOf(name: string, cells: Cells, known: Known | null): ResultsRead {
  const { rows, columns } = cells;
  const [point, replicate] = ['point', 'replicate'].map((book) => columns.get(book)!.map(Number));
  const bad = point.findIndex((p, row) => !isPlace(p) || !isPlace(replicate[row]));
  if (bad >= 0) return refused(`${name}, row ${bad + 2}`, 'point and replicate are not both whole numbers from 0 on.');
  const [pointCount, replicates] = [point, replicate].map((all) => all.reduce((most, one) => Math.max(most, one), 0) + 1);
  if (pointCount * replicates > MOST)
    return refused(name, `speaks of ${pointCount * replicates} futures, expected at most ${MOST} in a page.`);
  const others = [...columns.keys()].filter((column) => !BOOKS.includes(column as never));
  const factorNames = known
    ? known.factors.map((factor) => factor.name)
    : others.filter((column) => isStill(cells, column, point));
  const outcomeNames = others.filter((column) => !factorNames.includes(column));
  if (factorNames.length === 0 || outcomeNames.length === 0)
    return refused(
      name,
      'does not show which columns are inputs and which are outcomes, because every point has one future; choose the manifest.json of its folder with it.',
    );
  const factors = known?.factors ?? factorNames.map((column) => factorOf(cells, column));
  const lost = factors.find((factor) => !columns.has(factor.name));
  if (lost) return refused(name, `has no column named ${lost.name}, which the study's manifest names as an input.`);
  const points = new Float64Array(pointCount * factors.length).fill(Number.NaN);
  const values: Record<string, Float64Array> = {};
  for (const outcome of outcomeNames) values[outcome] = new Float64Array(pointCount * replicates).fill(Number.NaN);
  const status = columns.get('status')!;
  for (let row = 0; row < rows; row++) {
    factors.forEach((factor, j) => {
      points[point[row] * factors.length + j] = numberIn(columns.get(factor.name)![row], factor);
    });
    if (status[row] !== 'ok') continue;
    for (const outcome of outcomeNames)
      values[outcome][point[row] * replicates + replicate[row]] = numberOf(columns.get(outcome)![row]);
  }
  const outcomes = outcomeNames.map(
    (column) => known?.outcomes.find((one) => one.name === column) ?? { name: column, label: column, unit: '' },
  );
  const design = known?.design ?? { kind: kindOf(factors, pointCount), sameLuck: true, numbers: {} };
  return {
    ok: true,
    name,
    table: { title: known?.title ?? name, factors, outcomes, design, pointCount, replicates, points, values },
  };
}

const isPlace = (value: number): boolean => Number.isInteger(value) && value >= 0;

type Cell = number | string | null;

const numberOf = (cell: Cell): number => (cell === null || cell === '' ? Number.NaN : Number(cell));

const numberIn = (cell: Cell, { choices }: FactorColumn): number => (choices ? choices.indexOf(String(cell)) : numberOf(cell));

/** Whether a column says the same in every future of a point, and not the same at every point: then it was set, not measured. */
function isStill({ columns, rows }: Cells, name: string, point: readonly number[]): boolean {
  const cells = columns.get(name)!;
  const first = new Map<number, Cell>();
  let isRepeated = false;
  for (let row = 0; row < rows; row++) {
    const before = first.get(point[row]);
    if (before === undefined) first.set(point[row], cells[row]);
    else if (before !== cells[row]) return false;
    else isRepeated = true;
  }
  return isRepeated && new Set(first.values()).size > 1;
}

/** An input as its column shows it: numbers, or the names of choices in the order in which they come. */
function factorOf({ columns }: Cells, name: string): FactorColumn {
  const distinct = [...new Set(columns.get(name)!)];
  const known = settings.find(({ path }) => path === name || path.endsWith(`.${name}`))?.quantity;
  const about = { name, label: known?.label ?? name, grade: known?.grade ?? 'D' };
  const numbers = distinct.map(numberOf);
  if (numbers.some(Number.isNaN)) return { ...about, range: [0, distinct.length - 1], choices: distinct.map(String) };
  const sorted = numbers.sort((a, b) => a - b);
  const few = sorted.length <= 12 ? { levels: sorted } : {};
  return { ...about, range: [sorted[0], sorted[sorted.length - 1]], ...few };
}

/** What kind of design such points are, where nothing else says so. */
function kindOf(factors: readonly FactorColumn[], pointCount: number): string {
  if (factors.every(({ levels }) => levels?.length === 2)) return pointCount === 1 << factors.length ? 'factorial' : 'fraction';
  return factors.every(({ choices }) => choices) ? 'plans' : 'list';
}
