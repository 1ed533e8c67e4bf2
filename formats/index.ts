/** The door of this room: text and bytes in and out. */
export type { Column, NumberValues } from './columns.ts';
export { csvChunks, writeCsv } from './csv.ts';
export { type DictionaryRow, writeDictionary } from './dictionary.ts';
export {
  type HubverseFacts,
  hubverseClash,
  hubverseColumns,
  hubverseDictionary,
  type PointFutures,
} from './hubverse.ts';
export type { Fault, RowProblem, Tally } from './ledger.ts';
export { fileDigest } from './link.ts';
export { type NetworkOptions, type NetworkRead, readNetwork } from './networks.ts';
export { writeParquet } from './parquet.ts';
export { readPoints } from './points.ts';
export { cycleColumns, type Measure, resultsDictionary, runColumns, summaryColumns } from './results.ts';
export type { Mapping, Role } from './schools/columns.ts';
export { type SizeAssumptions, sizeQuantities } from './schools/sizes.ts';
export { readSchools, type SchoolOptions, type SchoolsRead } from './schools.ts';
export { type Place, type PlacedProblem, parseStructured, type Structured } from './structured.ts';
export { type Decoded, decodeText, SCENARIO_BYTES } from './text.ts';
export { type ZipFile, zipPieces } from './zip.ts';
