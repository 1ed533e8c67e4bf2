/** A Parquet file -> columns by name, with the file's own key-value metadata. Flat files only, as studies and futures write them. */
import { parquetMetadata, parquetRead } from 'hyparquet';

export interface ParquetRead {
  readonly rows: number;
  /** Cells are numbers, texts or null. */
  readonly columns: ReadonlyMap<string, readonly (number | string | null)[]>;
  readonly about: ReadonlyMap<string, string>;
}

/** Rejects with a plain message where the bytes are no Parquet file, or one that is packed in a way this cannot read. */
export async function readParquet(bytes: Uint8Array): Promise<ParquetRead> {
  const file = bytes.slice().buffer as ArrayBuffer;
  const metadata = parquetMetadata(file);
  const rows = Number(metadata.num_rows);
  const names = metadata.schema.slice(1).map(({ name }) => name);
  const columns = new Map(names.map((name) => [name, new Array<number | string | null>(rows).fill(null)]));
  await parquetRead({
    file,
    metadata,
    onChunk({ columnName, columnData, rowStart }) {
      const column = columns.get(columnName);
      if (!column) return;
      for (let i = 0; i < columnData.length; i++) column[rowStart + i] = cellOf(columnData[i]);
    },
  });
  const about = new Map((metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? '']));
  return { rows, columns, about };
}

function cellOf(value: unknown): number | string | null {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}
