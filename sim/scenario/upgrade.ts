/** Older versions of the scenario format, each brought one version up until it is today's. */
import type { Problem } from '../problem.ts';
import { SCENARIO_VERSION } from './schema.ts';

type Upgraded = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problems: readonly Problem[] };

/** By version: what brings a scenario of that version to the next. Version 1 is the first, so there is nothing yet. */
const steps: Readonly<Record<number, (scenario: Readonly<Record<string, unknown>>) => Record<string, unknown>>> = {};

export function upgrade(value: unknown, upgrades = steps, newest: number = SCENARIO_VERSION): Upgraded {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      ok: false,
      problems: [
        {
          path: '',
          message: `found ${Array.isArray(value) ? 'a list' : JSON.stringify(value)}, expected a scenario: an object with version, title, system and years.`,
        },
      ],
    };
  }
  let scenario = value as Record<string, unknown>;
  const { version } = scenario;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return {
      ok: false,
      problems: [
        {
          path: 'version',
          message: `found ${version === undefined ? 'nothing' : JSON.stringify(version)}, expected ${newest}, the version of the scenario format.`,
        },
      ],
    };
  }
  if (version > newest) {
    return {
      ok: false,
      problems: [
        {
          path: 'version',
          message: `found ${version}, expected at most ${newest}: this file was written for a newer Taking Root.`,
        },
      ],
    };
  }
  for (let v = version; v < newest; v++) scenario = { ...upgrades[v](scenario), version: v + 1 };
  return { ok: true, value: scenario };
}
