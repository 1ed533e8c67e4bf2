/** Columns -> a Parquet file, with what the file is about in its key-value metadata. */
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer/src/index.js';
import { type Column, rowsOf } from './columns.ts';

/**
 * The bytes of a Parquet file (Snappy). Missing values are nulls, as they are empty cells in CSV: an average over a column
 * leaves them out in every reader, which a NaN would not allow. Infinities stay.
 */
export function writeParquet(columns: readonly Column[], about: ReadonlyMap<string, string>): Uint8Array {
  rowsOf(columns);
  const bytes = parquetWriteBuffer({
    columnData: columns.map(source),
    kvMetadata: [...about].map(([key, value]) => ({ key, value })),
    createdBy: 'Taking Root',
  });
  return new Uint8Array(bytes);
}

function source({ name, values }: Column): ColumnSource {
  if (isTexts(values)) return { name, data: values as (string | null)[], type: 'STRING' };
  if (values instanceof Uint32Array) return { name, data: Array.from(values, BigInt), type: 'INT64' };
  if (values instanceof Float32Array) return { name, data: nullable(values), type: 'FLOAT' };
  if (Array.isArray(values) || values instanceof Float64Array) return { name, data: nullable(values), type: 'DOUBLE' };
  return { name, data: Int32Array.from(values), type: 'INT32' };
}

/** A column with no number and no text in it counts as numbers. */
function isTexts(values: Column['values']): values is readonly (string | null)[] {
  return Array.isArray(values) && values.some((value) => typeof value === 'string');
}

function nullable<T extends ArrayLike<number>>(values: T): T | (number | null)[] {
  const data = Array.from(values, (value) => (Number.isNaN(value) ? null : value));
  return data.includes(null) ? data : values;
}
