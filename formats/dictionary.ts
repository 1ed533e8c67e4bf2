/** The data dictionary that goes out with results: what each column means, as a table of its own. */
import { writeCsv } from './csv.ts';

export interface DictionaryRow {
  /** The column's name in the files. */
  readonly column: string;
  readonly label: string;
  /** 'share', 'years', 'count', ...; empty for text. */
  readonly unit: string;
  readonly meaning: string;
}

/** CSV with the columns column, label, unit, meaning. */
export function writeDictionary(rows: readonly DictionaryRow[]): string {
  return writeCsv(
    (['column', 'label', 'unit', 'meaning'] as const).map((name) => ({ name, values: rows.map((row) => row[name]) })),
  );
}
