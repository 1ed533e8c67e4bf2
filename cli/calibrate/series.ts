/** Series of shares, percentages or counts from a CSV: groups as columns or as rows. */
import type { Series } from '../../study/index.ts';
import { refuse } from '../problems.ts';
import { grouped, needed, numberAt, readTable, type Table } from './table.ts';
import type { UntilWish } from './until.ts';

export interface SeriesWish {
  readonly time: string;
  readonly group: readonly string[];
  readonly kind: 'share' | 'percent' | 'count';
  readonly columns: readonly string[];
  /** A number, or the column that holds it. */
  readonly population: string | undefined;
  readonly until: UntilWish;
  readonly to: number | undefined;
  readonly step: number;
}

export function seriesOf(
  file: string,
  wish: SeriesWish,
): { readonly groups: readonly Series[]; readonly notes: readonly string[] } {
  const table = readTable(file);
  needed(table, '--time', wish.time);
  for (const column of wish.columns) needed(table, `--${wish.kind}`, column);
  for (const column of wish.group) needed(table, '--group', column);
  const notes: string[] = [];
  const groups = [...grouped(table, wish.group)].flatMap(([group, rows]) =>
    wish.columns.flatMap((column) => {
      const name = wish.columns.length === 1 ? group : wish.group.length === 0 ? column : `${group}, ${column}`;
      const made = oneOf(name, table, rows, column, wish);
      if (typeof made !== 'string') return [made];
      notes.push(made);
      return [];
    }),
  );
  if (groups.length === 0) refuse(file, `no series can be fitted: ${notes[0]}`);
  return { groups, notes };
}

function oneOf(name: string, table: Table, rows: readonly number[], column: string, wish: SeriesWish): Series | string {
  const size = populationOf(table, rows, wish);
  const most = wish.kind === 'share' ? 1 : wish.kind === 'percent' ? 100 : size!;
  const points = rows.flatMap((r) => {
    const value = numberAt(table, r, column);
    const time = numberAt(table, r, wish.time);
    if (value === undefined) return [];
    if (time === undefined) return refuse(table.file, `row ${r + 2}: ${wish.time}: is empty, expected the time of ${value}`);
    if (value < 0 || value > most) {
      const hint = wish.kind === 'share' && value <= 100 ? ' (--percent reads percentages)' : '';
      return refuse(table.file, `row ${r + 2}: ${column}: found ${value}, expected 0 to ${most}${hint}`);
    }
    return [{ time, share: value / most }];
  });
  points.sort((a, b) => a.time - b.time);
  const twice = points.find(({ time }, k) => k > 0 && points[k - 1].time === time);
  if (twice)
    refuse(table.file, `${name}: time ${twice.time} is there twice; expected each once (--group names the columns of groups)`);
  const begun = points.filter(({ share }, k) => share > 0 || points[k + 1]?.share > 0);
  if (begun.length < 2) return `${name}: fewer than two values, so that it is left out.`;
  const [first, last] = [begun[0].time, begun[begun.length - 1].time];
  const until = wish.until.at(first, last);
  const seen = begun.filter(({ time }) => time <= until + 1e-9).length;
  if (seen < 2) return `${name}: fewer than two values up to ${until}, so that it is left out.`;
  const beyond: number[] = [];
  if (wish.to !== undefined) for (let time = last + wish.step; time <= wish.to + 1e-9; time += wish.step) beyond.push(time);
  return { name, size, times: begun.map(({ time }) => time), shares: begun.map(({ share }) => share), seen, beyond };
}

function populationOf(table: Table, rows: readonly number[], { population, kind }: SeriesWish): number | null {
  if (population === undefined)
    return kind === 'count' ? refuse('--population', 'is needed with --count: a number, or the column that holds it') : null;
  const given = Number.isFinite(Number(population))
    ? Number(population)
    : (numberAt(table, rows[0], needed(table, '--population', population)) ?? Number.NaN);
  return given > 0 ? given : refuse('--population', `found ${given}, expected a number above 0`);
}
