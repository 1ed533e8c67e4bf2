/** The door of the simulation: everything that other rooms may use. */

export type { ColumnSpec } from './agents/columns.ts';
export { educatorColumns, reasons, type Stage, stages } from './agents/educators.ts';
export { clusterColumns, districtColumns, forces, foundations, innovationColumns, systemColumns } from './agents/others.ts';
export { affiliations, fundingPhases, schoolColumns } from './agents/schools.ts';
export { exp, log, normalQuantile, normalShare } from './arithmetic.ts';
export { type ContagionCase, outputKinds, parseCase } from './contagion/case.ts';
export { hill } from './contagion/kernel.ts';
export { type Prepared as PreparedContagion, prepare as prepareContagion } from './contagion/prepare.ts';
export { type CaseTable, reportCase } from './contagion/report.ts';
export { runContagion } from './contagion/run.ts';
export { tiesFromEdges } from './contagion/ties.ts';
export { type Ensemble, ensembleOf } from './ensemble.ts';
export { numericsFingerprint } from './fingerprint.ts';
export {
  type Band,
  bandAt,
  bandOf,
  type Difference,
  differenceAt,
  type Futures,
  meanWithError,
  quantile,
  valuesAt,
} from './futures.ts';
export { type Effect, type Ingredient, ingredients } from './ingredients.ts';
export { innovationQuantities } from './innovation.ts';
export { type EventKind, type EventPlace, eventKinds } from './levers.ts';
export { type FactorName, factorNames, factors, type PracticeName, practice } from './life.ts';
export { brokenDown, type Metric, MOST_DISTRICTS, MOST_REGIONS, metrics, timeColumn, timesTo } from './metrics/index.ts';
export { occasional } from './metrics/occasional.ts';
export type { Cycle, Process, Strategy } from './model.ts';
export { type Layer, layerOf, layers, sourceOf } from './network.ts';
export { nearest, type Problem, pathText } from './problem.ts';
export { before, delivering, events, processes, settling, yearly } from './processes/index.ts';
export { boundsOf, type Grade, type Quantities, type Quantity, quantities, type Values } from './quantity.ts';
export { draw, futureKey, type Key, keyOf, purposes } from './random.ts';
export type { RecordWish } from './record.ts';
export { digestOfRuns, type Results, type SchoolLife, type SchoolRecord, type StoryEvent } from './results.ts';
export { type RunOptions, simulate, stepping } from './run.ts';
export { MAX_ROLLOUTS } from './scenario/bounds.ts';
export { compile, type Plan, problemsWith } from './scenario/compile.ts';
export { compileFormula, type Formula } from './scenario/formula.ts';
export { type Parsed, parseScenario, readValue, valueFor } from './scenario/parse.ts';
export { namesPlaces, withoutPlaces } from './scenario/places.ts';
export { withSetting } from './scenario/put.ts';
export { SCENARIO_VERSION, type Scenario, scenarioJsonSchema } from './scenario/schema.ts';
export { problemsOfShape, show } from './scenario/shape.ts';
export { conventions, type Setting, settings, slotOf } from './settings.ts';
export { Shelf } from './shelf.ts';
export { strategies } from './strategies/index.ts';
export {
  buildSystem,
  knownStatistics,
  type Preset,
  type PresetName,
  presetNames,
  presets,
  type SchoolTable,
  type System,
  type SystemSpec,
  systemFromSpec,
  systemQuantities,
} from './system/index.ts';
export { thresholds } from './thresholds.ts';
export { MODEL_VERSION } from './version.ts';
