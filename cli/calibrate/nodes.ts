/** Nodes with times of adoption, and who turns to whom, from CSV files: as groups for the fit. */
import type { PeopleGiven, Tie, Watched } from '../../study/index.ts';
import { refuse } from '../problems.ts';
import { grouped, needed, numberAt, readTable, type Table } from './table.ts';
import type { UntilWish } from './until.ts';

export interface NodesWish {
  readonly node: string;
  readonly time: string;
  readonly group: readonly string[];
  /** A file of all who could adopt, where the first lists adopters only. */
  readonly everyone: string | undefined;
  readonly edges: string | undefined;
  readonly source: string;
  readonly target: string;
  readonly weight: string | undefined;
  readonly layer: string;
  readonly layers: readonly string[] | undefined;
  readonly influence: 'both' | 'target' | 'source';
  readonly stopped: string | undefined;
  readonly still: string | undefined;
  readonly stillAt: number | undefined;
  readonly from: number | undefined;
  readonly end: number | undefined;
  readonly to: number | undefined;
  readonly until: UntilWish;
  readonly step: number;
}

export interface NodesGiven {
  readonly groups: readonly PeopleGiven[];
  readonly uses: readonly Watched[];
  readonly notes: readonly string[];
}

export function nodesOf(file: string, wish: NodesWish): NodesGiven {
  const table = readTable(file);
  for (const column of wish.group) needed(table, '--group', column);
  needed(table, '--node', wish.node);
  needed(table, '--time', wish.time);
  if (wish.stopped !== undefined) needed(table, '--stopped', wish.stopped);
  if (wish.still !== undefined) needed(table, '--still', wish.still);
  const everyone = wish.everyone === undefined ? undefined : idsOf(wish.everyone, wish.node);
  const edges = wish.edges === undefined ? [] : edgesOf(wish.edges, wish);
  const times = table.rows.flatMap((_, r) => numberAt(table, r, wish.time) ?? []);
  if (times.length === 0) refuse(file, `${wish.time}: is empty in every row, expected a time of adoption in one at least`);
  const latest = wish.end ?? times.reduce((last, time) => Math.max(last, time));
  const notes: string[] = [];
  const uses: Watched[] = [];
  const groups = [...grouped(table, wish.group)].flatMap(([name, rows]) => {
    const made = groupOf(name, rows, table, everyone, edges, latest, wish);
    if (typeof made === 'string') notes.push(made);
    else uses.push(...made.uses);
    return typeof made === 'string' ? [] : [made.people];
  });
  if (groups.length === 0) refuse(file, `no group can be fitted: ${notes[0]}`);
  return { groups, uses, notes };
}

function idsOf(file: string, node: string): readonly string[] {
  const table = readTable(file);
  needed(table, '--everyone', node);
  return table.rows.map((row) => String(row[node]));
}

interface Edge {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

function edgesOf(file: string, { source, target, weight, layer, layers }: NodesWish): readonly Edge[] {
  const table = readTable(file);
  needed(table, '--source', source);
  needed(table, '--target', target);
  if (layers) needed(table, '--layer', layer);
  if (weight !== undefined) needed(table, '--weight', weight);
  const missing = layers?.find((name) => !table.rows.some((row) => String(row[layer]) === name));
  if (missing !== undefined) refuse('--layers', `${file} has no tie of the layer "${missing}"`);
  return table.rows.flatMap((row, r) => {
    if (layers && !layers.includes(String(row[layer]))) return [];
    const strength = weight === undefined ? 1 : (numberAt(table, r, weight) ?? 0);
    if (strength < 0) refuse(file, `row ${r + 2}: ${weight}: found ${strength}, expected 0 or more`);
    return strength === 0 ? [] : [{ source: String(row[source]), target: String(row[target]), weight: strength }];
  });
}

/** The group, or a sentence on why there is nothing to fit. */
function groupOf(
  name: string,
  rows: readonly number[],
  table: Table,
  everyone: readonly string[] | undefined,
  edges: readonly Edge[],
  latest: number,
  wish: NodesWish,
): { readonly people: PeopleGiven; readonly uses: readonly Watched[] } | string {
  const ids = everyone ?? rows.map((r) => String(table.rows[r][wish.node]));
  const place = new Map(ids.map((id, i) => [id, i]));
  if (place.size < ids.length) {
    const twice = ids.find((id, i) => place.get(id) !== i);
    return refuse(
      table.file,
      `${name}: the node "${twice}" is there twice; expected each once (--group names the column of groups)`,
    );
  }
  const at = new Float64Array(ids.length).fill(Number.NaN);
  const stoppedAt = new Float64Array(ids.length).fill(Number.NaN);
  const still = new Map<number, boolean>();
  for (const r of rows) {
    const i = place.get(String(table.rows[r][wish.node]));
    if (i === undefined) return refuse(table.file, `row ${r + 2}: "${table.rows[r][wish.node]}" is not in ${wish.everyone}`);
    at[i] = numberAt(table, r, wish.time) ?? Number.NaN;
    stoppedAt[i] = wish.stopped === undefined ? Number.NaN : (numberAt(table, r, wish.stopped) ?? Number.NaN);
    if (stoppedAt[i] < at[i]) refuse(table.file, `row ${r + 2}: ${wish.stopped}: stopped before it began`);
    const current = wish.still === undefined ? undefined : numberAt(table, r, wish.still);
    if (current !== undefined && !Number.isNaN(at[i])) still.set(i, current > 0);
  }
  const known = at.filter((time) => time <= latest);
  if (known.length === 0) return `${name}: nobody has adopted, so that it is left out.`;
  const first = wish.from ?? known.reduce((low, time) => Math.min(low, time));
  const last = wish.end ?? (wish.until.own ? known.reduce((high, time) => Math.max(high, time)) : latest);
  const stepOf = (time: number): number => Math.ceil((time - first) / wish.step - 1e-9) + 0; // never −0
  const until = Math.min(wish.until.at(first, last), last);
  const seen = Math.floor((until - first) / wish.step + 1e-9);
  if (seen < 1) return `${name}: nothing is known between its beginning (${first}) and ${until}, so that it is left out.`;
  const later = at.map(stepOf);
  const within = (step: number): number => (step <= seen ? step : Number.NaN);
  const looked = wish.stillAt === undefined ? Number.POSITIVE_INFINITY : stepOf(wish.stillAt);
  // Who was gone when looked at did stop, nobody knows when: for what comes after it is enough that they are gone by the end.
  const isGone = (i: number): boolean => looked <= seen + 1 && still.get(i) === false;
  const stopped = stoppedAt.map((time, i) => (wish.stopped === undefined && isGone(i) ? seen : within(stepOf(time))));
  const knownSteps = Math.floor((last - first) / wish.step + 1e-9);
  const people: PeopleGiven = {
    ...{ name, size: ids.length, later, seen },
    adopted: later.map(within),
    stopped,
    ties: tiesOf(place, edges, wish.influence),
    known: knownSteps,
    horizon: Math.max(knownSteps, seen, wish.to === undefined ? 0 : stepOf(wish.to)),
    timeOf: (step) => first + step * wish.step,
  };
  return { people, uses: usesOf(people, at, still, wish, looked) };
}

/** Whom each turns to; a tie that is listed twice counts once, with the greater weight. */
function tiesOf(place: ReadonlyMap<string, number>, edges: readonly Edge[], influence: NodesWish['influence']): readonly Tie[] {
  const ties = new Map<string, Tie>();
  const add = (from: number, to: number, weight: number): void => {
    const key = `${from} ${to}`;
    if (weight > (ties.get(key)?.weight ?? 0)) ties.set(key, { from, to, weight });
  };
  for (const { source, target, weight } of edges) {
    const [a, b] = [place.get(source), place.get(target)];
    if (a === undefined || b === undefined || a === b) continue;
    if (influence !== 'source') add(b, a, weight);
    if (influence !== 'target') add(a, b, weight);
  }
  return [...ties.values()];
}

/** What is known of stopping by the end of what the fit may see. */
function usesOf(
  { name, adopted, stopped, seen }: PeopleGiven,
  at: Float64Array,
  still: ReadonlyMap<number, boolean>,
  { stopped: column }: NodesWish,
  looked: number,
): readonly Watched[] {
  return Array.from(adopted.keys()).flatMap((i): Watched[] => {
    if (Number.isNaN(adopted[i])) return [];
    const user = { group: name, began: at[i] };
    if (column !== undefined) {
      const ended = !Number.isNaN(stopped[i]);
      const watched = seen - adopted[i];
      return [{ ...user, watched, time: ended ? stopped[i] - adopted[i] : watched, stopped: ended, exact: true }];
    }
    const uses = still.get(i);
    // Who still uses it is seen once: a fit that ends before must not know.
    if (uses === undefined || looked > seen + 1 || looked <= adopted[i]) return [];
    const watched = looked - adopted[i];
    return [{ ...user, watched, time: watched, stopped: !uses, exact: false }];
  });
}
