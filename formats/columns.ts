/** What results are made of when they leave: named columns of one length. */

export interface Column {
  readonly name: string;
  /** Numbers, NaN where there is none; or texts, null where there is none. */
  readonly values: NumberValues | readonly (string | null)[];
}

export type NumberValues =
  | readonly number[]
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;

/** The common length of some columns; throws where they differ, which only a programmer can cause. */
export function rowsOf(columns: readonly Column[]): number {
  const rows = columns[0]?.values.length ?? 0;
  for (const { name, values } of columns) {
    if (values.length !== rows) throw new Error(`column ${name} has ${values.length} rows, expected ${rows}`);
  }
  return rows;
}
