/** The kinds of tables that a study's results may become. */
import { hubverseTable } from './hubverse.ts';
import { csvTable, parquetTable, type TableFacts, type TableWriter } from './tables.ts';

interface TableKind {
  /** What follows `results` in the name of its file. */
  readonly ending: string;
  /** Whether it is written when nobody says which. */
  readonly isUsual: boolean;
  open(path: string, facts: TableFacts): TableWriter;
}

export const tableKinds: Readonly<Record<string, TableKind>> = {
  csv: { ending: '.csv', isUsual: true, open: csvTable },
  parquet: { ending: '.parquet', isUsual: true, open: parquetTable },
  hubverse: { ending: '-hubverse.csv', isUsual: false, open: hubverseTable },
};

export const usualKinds: readonly string[] = Object.keys(tableKinds).filter((name) => tableKinds[name].isUsual);
