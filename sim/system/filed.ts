/** Candidate ties from a file: all switched on, each with a drawn depth. */
import { type CandidateTies, endOf, layers } from '../network.ts';
import { block, type Key, purposes, words } from '../random.ts';
import type { SchoolTable } from './system.ts';

/** The ties of a table as rows. `posts` turns a place in the table's order of posts into one in the system's. */
export function filedTies(
  key: Key,
  ties: NonNullable<SchoolTable['ties']>,
  posts: Int32Array,
  { schoolKey, firstEducator }: { readonly schoolKey: Uint32Array; readonly firstEducator: Int32Array },
): CandidateTies {
  for (const { from, to, layer } of ties) {
    if (!(from in posts && to in posts && layer in layers))
      throw new RangeError(
        `expected a tie between posts 0 to ${posts.length - 1} in layer 0 to ${layers.length - 1}, got ${from} to ${to} in ${layer}`,
      );
  }
  const rows = ties.map(({ from, to, layer }) => ({ e: posts[from], end: endOf(layer, posts[to]) }));
  rows.sort((a, b) => a.e - b.e || a.end - b.end);
  const offsets = new Uint32Array(posts.length + 1);
  for (const { e } of rows) offsets[e + 1]++;
  for (let e = 0; e < posts.length; e++) offsets[e + 1] += offsets[e];
  const depth = new Uint8Array(rows.length);
  for (let s = 0; s < schoolKey.length; s++) {
    for (let e = firstEducator[s]; e < firstEducator[s + 1]; e++) {
      for (let k = offsets[e]; k < offsets[e + 1]; k++) {
        block(key, purposes.tieLuck, schoolKey[s], e - firstEducator[s], k - offsets[e]);
        depth[k] = words[0] >>> 24;
      }
    }
  }
  return {
    offsets,
    ends: Int32Array.from(rows, ({ end }) => end),
    luck: new Uint8Array(rows.length),
    depth,
  };
}
