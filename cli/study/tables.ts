/** The tables that a study's rows become, written row by row so that memory stays flat: CSV, and Parquet with what it is about inside. */
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer/src/index.js';
import { type Column, csvChunks } from '../../formats/index.ts';
import type { FactorColumn, OutcomeColumn } from '../../study/index.ts';
import { type Growing, growing } from '../atomic.ts';
import { type CommonColumn, leading, trailing } from './common.ts';
import type { Row } from './row.ts';

export interface TableFacts {
  readonly factors: readonly FactorColumn[];
  readonly outcomes: readonly OutcomeColumn[];
  /** What the table is about, by key; asked for when all rows are in. */
  about(): ReadonlyMap<string, string>;
}

/** A table on its way. */
export interface TableWriter {
  add(rows: readonly Row[]): void;
  /** Ends the table and puts it in its place. */
  commit(): void;
  abandon(): void;
}

/** The columns of results, in their order. */
function columnsOf(rows: readonly Row[], { factors, outcomes }: TableFacts): readonly Column[] {
  const common = ({ name, values }: CommonColumn): Column => ({ name, values: values(rows) });
  return [
    ...leading.map(common),
    ...factors.map(({ name, choices }, j) => ({
      name,
      values: choices ? rows.map((row) => choices[row.factors[j]]) : Float64Array.from(rows, (row) => row.factors[j]),
    })),
    ...outcomes.map(({ name }, j) => ({ name, values: Float64Array.from(rows, (row) => row.outcomes[j]) })),
    ...trailing.map(common),
  ];
}

export function csvTable(path: string, facts: TableFacts): TableWriter {
  const file = growing(path);
  const [header] = csvChunks(columnsOf([], facts));
  file.write(header);
  return {
    add(rows) {
      let isHeader = true;
      for (const piece of csvChunks(columnsOf(rows, facts))) {
        if (!isHeader) file.write(piece);
        isHeader = false;
      }
    },
    commit: file.commit,
    abandon: file.abandon,
  };
}

/** Rows that are written together: large enough to be packed well, small enough to be held. */
const GROUP = 20_000;

export function parquetTable(path: string, facts: TableFacts): TableWriter {
  const file = growing(path);
  const bytes = new Sink(file);
  let writer: ParquetWriter | undefined;
  let held: Row[] = [];
  const write = (): void => {
    const columnData = columnsOf(held, facts).map(source);
    writer ??= new ParquetWriter({
      writer: bytes,
      schema: schemaFromColumnData({ columnData }),
      createdBy: 'Taking Root',
    });
    writer.write({ columnData, rowGroupSize: GROUP });
    held = [];
  };
  return {
    add(rows) {
      for (const row of rows) {
        held.push(row);
        if (held.length === GROUP) write();
      }
    },
    commit() {
      if (held.length > 0 || !writer) write();
      const ended = writer as ParquetWriter;
      ended.kvMetadata = [...facts.about()].map(([key, value]) => ({ key, value }));
      ended.finish();
      file.commit();
    },
    abandon: file.abandon,
  };
}

/** Missing numbers are nulls, as they are empty cells in CSV. */
function source({ name, values }: Column): ColumnSource {
  if (values instanceof Int32Array) return { name, data: values, type: 'INT32', nullable: false };
  if (values instanceof Float64Array)
    return { name, data: Array.from(values, (x) => (Number.isNaN(x) ? null : x)), type: 'DOUBLE', nullable: true };
  return { name, data: values as string[], type: 'STRING', nullable: false };
}

/** Hands its bytes to a file after each group of rows. */
class Sink extends ByteWriter {
  readonly #file: Growing;

  constructor(file: Growing) {
    super();
    this.#file = file;
  }

  flush(): void {
    this.#file.write(this.getBytes());
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}
