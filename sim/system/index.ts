/** The door of this room: systems from statistics or from tables of schools. */
import { buildSystem } from './build.ts';
import { generateSchools } from './generate.ts';
import type { SystemSpec } from './presets.ts';
import type { System } from './system.ts';

export { buildSystem } from './build.ts';
export { generateSchools } from './generate.ts';
export {
  type KnownStatistic,
  knownStatistics,
  type Preset,
  type PresetName,
  presetNames,
  presets,
  type SystemSpec,
} from './presets.ts';
export { type Statistic, type Statistics, systemQuantities } from './statistics.ts';
export type { SchoolTable, System } from './system.ts';
export { defaultActiveShare } from './ties.ts';

/** The system of a spec: made-up schools from its preset's statistics, built with its key. */
export function systemFromSpec(spec: SystemSpec): System {
  const keyText = spec.key ?? spec.preset ?? 'made-up';
  return buildSystem(generateSchools(spec, keyText), keyText);
}
