/** State as columns: one typed array an attribute, one row an agent. A table is declared once and made, copied and counted from that. */

const makers = {
  f64: (n: number) => new Float64Array(n),
  f32: (n: number) => new Float32Array(n),
  i32: (n: number) => new Int32Array(n),
  u16: (n: number) => new Uint16Array(n),
  u8: (n: number) => new Uint8Array(n),
};

type Kind = keyof typeof makers;
export type Column = Float64Array | Float32Array | Int32Array | Uint16Array | Uint8Array;

/** What a column holds, and how many numbers a row has: 1, one for each innovation, or a fixed few. */
export interface ColumnSpec {
  readonly kind: Kind;
  readonly per: 'row' | 'innovation' | number;
  readonly about: string;
}

export type Table<S extends Record<string, ColumnSpec>> = { readonly [K in keyof S]: ReturnType<(typeof makers)[S[K]['kind']]> };

export function makeTable<const S extends Record<string, ColumnSpec>>(spec: S, rows: number, innovations: number): Table<S> {
  // Made in one go: an object that grows key by key ends as a hash table in V8, at ten times the cost of every access.
  return Object.fromEntries(
    Object.entries(spec).map(([name, { kind, per }]) => [
      name,
      makers[kind](rows * (per === 'row' ? 1 : per === 'innovation' ? innovations : per)),
    ]),
  ) as unknown as Table<S>;
}

export const row = <const K extends Kind>(kind: K, about: string) => ({ kind, per: 'row', about }) as const;
export const each = <const K extends Kind>(kind: K, about: string) => ({ kind, per: 'innovation', about }) as const;
export const few = <const K extends Kind, const N extends number>(kind: K, per: N, about: string) =>
  ({ kind, per, about }) as const;
