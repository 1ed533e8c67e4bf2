/** The rows of an edges file -> ties between the posts of those whom the nodes file names. */

import type { SchoolTable } from '../../sim/index.ts';
import { layers, nearest } from '../../sim/index.ts';
import { type Ledger, quoted } from '../ledger.ts';
import { normal } from '../schools/columns.ts';
import { type NamedRow, readNamed } from './named.ts';
import type { People } from './people.ts';

export type Ties = NonNullable<SchoolTable['ties']>;

/** What an edges file can say, and the words that headers use for it, the most telling first. */
const edgeColumns = {
  source: ['source', 'from', 'ego', 'sender'],
  target: ['target', 'to', 'alter', 'receiver'],
  layer: ['layer', 'relation', 'type'],
  weight: ['weight', 'value', 'strength'],
} as const;

type EdgeColumn = keyof typeof edgeColumns;
export type EdgeMapping = { readonly [C in EdgeColumn]?: string };

/** Who learns from whom in a row: those who ask do. */
export type Direction = 'source asks target' | 'target asks source' | 'both ask';

interface Post {
  /** In the table's order of posts. */
  readonly place: number;
  readonly school: number;
}

/** Ties run `from` the one who asks `to` the one who is asked. */
export function readTies(text: string, people: People, mapping: EdgeMapping, direction: Direction, ledger: Ledger): Ties | null {
  const posts = postsOf(people);
  const seen = new Set<number>();
  const ties: Ties[number][] = [];
  const strange = new Set<string>();
  let weighted = 0;

  const tie = (row: number, from: Post, to: Post, layer: number) => {
    const key = (from.place * posts.size + to.place) * layers.length + layer;
    if (seen.has(key)) ledger.problem('duplicate', row, null, () => 'the tie was given before and counts once');
    else ties.push({ from: from.place, to: to.place, layer });
    seen.add(key);
  };
  const complete = readNamed(text, edgeColumns, mapping, ['source', 'target'], ledger, (named) => {
    const source = endOf(named, 'source', posts, ledger);
    const target = endOf(named, 'target', posts, ledger);
    if (!source || !target || !isWeighty(named, source, target, ledger)) return;
    if (![undefined, '', '1'].includes(named.cell('weight'))) weighted++;
    const written = named.cell('layer') ?? '';
    const own = (layers as readonly string[]).indexOf(normal(written));
    if (own < 0 && written !== '') strange.add(written);
    const layer = own < 0 ? layerBetween(source, target, people) : own;
    if (direction !== 'target asks source') tie(named.row, source, target, layer);
    if (direction !== 'source asks target') tie(named.row, target, source, layer);
  });
  if (!complete) return null;
  ledger.assume(`Ties are read as: ${direction}.`);
  if (weighted > 0) ledger.assume(`Weights are not used; ties with a weight other than 1: ${weighted}.`);
  if (strange.size > 0) {
    const names = [...strange].slice(0, 8).map(quoted).join(', ');
    ledger.assume(`Layers are ${layers.join(', ')}; ties in ${names} lie in the nearest of them that both ends share.`);
  }
  return ties;
}

/** The post at one end of a tie; none, and a problem, where no node has that id. */
function endOf(
  { row, cell, header }: NamedRow<EdgeColumn>,
  end: 'source' | 'target',
  posts: ReadonlyMap<string, Post>,
  ledger: Ledger,
) {
  const id = cell(end) ?? '';
  const post = posts.get(id);
  if (!post) {
    ledger.problem('unknown', row, header(end), () => {
      const near = nearest(id, posts.keys());
      return `found ${quoted(id)}, expected the id of a node${near === undefined ? '' : `; did you mean "${near}"?`}; the tie was left out`;
    });
  }
  return post;
}

function isWeighty({ row, cell, header }: NamedRow<EdgeColumn>, source: Post, target: Post, ledger: Ledger): boolean {
  if (source === target) {
    ledger.problem('implausible', row, null, () => 'the tie leads back to its own node, expected another; it was left out');
    return false;
  }
  const weight = cell('weight') || '1';
  if (Number(weight) > 0) return true;
  ledger.problem(
    'unusable',
    row,
    header('weight'),
    () => `found ${quoted(weight)}, expected a weight above 0; the tie was left out`,
  );
  return false;
}

/** Where each id's post stands in the table's order: school by school, inside a school as in the file. */
function postsOf({ nodes, schools }: People): ReadonlyMap<string, Post> {
  const next = new Int32Array(schools.length + 1);
  for (const { school } of nodes) next[school + 1]++;
  for (let s = 0; s < schools.length; s++) next[s + 1] += next[s];
  return new Map(nodes.map(({ id, school }) => [id, { place: next[school]++, school }]));
}

function layerBetween(a: Post, b: Post, { district }: People): number {
  if (a.school === b.school) return layers.indexOf('school');
  return layers.indexOf(district[a.school] === district[b.school] ? 'district' : 'profession');
}
