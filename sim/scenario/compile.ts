/** From a scenario to numbers per step: the only place where years become steps. Everything that changes is a dated change. */

import { clamp } from '../arithmetic.ts';
import { ingredients } from '../ingredients.ts';
import { type EventKind, type EventPlace, eventKinds, eventPlaces } from '../levers.ts';
import type { Picked } from '../model.ts';
import type { Problem } from '../problem.ts';
import { boundsOf } from '../quantity.ts';
import { defaultSettings, settings, slotOf } from '../settings.ts';
import { strategies } from '../strategies/index.ts';
import { type System, type SystemSpec, systemFromSpec } from '../system/index.ts';
import { compileFormula, type Formula } from './formula.ts';
import { readValue, ruleNames } from './parse.ts';
import type { Scenario } from './schema.ts';

/** A setting's new value from a step on. Events are changes whose values last one step. */
export interface DatedChange {
  readonly step: number;
  readonly slot: number;
  readonly value: number;
}

export interface Rule {
  readonly when: Formula;
  readonly set: readonly { readonly slot: number; readonly value: number }[];
  readonly once: boolean;
}

/** A scenario ready to run: numbers only, shared by all its futures. */
export interface Plan {
  readonly title: string;
  readonly system: System;
  readonly years: number;
  readonly stepsPerYear: number;
  readonly seed: string;
  readonly scenarioInnovations: number;
  readonly innovationNames: readonly string[];
  readonly variants: number;
  readonly picked: Picked;
  readonly settings: Float64Array;
  /** In the order of steps; within a step in the order of the file, later ones win. */
  readonly changes: readonly DatedChange[];
  readonly rules: readonly Rule[];
  /** Paths of the settings that are ever moved from their defaults: at the start, later, or by a rule; and `rollouts` where there are any. */
  readonly moved: ReadonlySet<string>;
}

/** First step that begins in a year or after it. */
const stepOf = (year: number, stepsPerYear: number): number => Math.ceil(year * stepsPerYear - 1e-9);

/**
 * Compiles a parsed scenario. A system that is read from files comes from the caller, who has read them.
 * Throws when a scenario that asks for a file comes without its system: that is a programmer's mistake.
 */
export function compile(scenario: Scenario, given?: System): Plan {
  const stepsPerYear = scenario.stepsPerYear ?? 3;
  const system = given ?? systemOf(scenario);
  const base = defaultSettings();
  const changes: DatedChange[] = [];
  const steps = scenario.years * stepsPerYear;
  const put = (path: string, value: unknown, step = 0): void => {
    const read = readValue(path, value);
    if (!read.ok) throw new Error(`${path}: ${read.message}`);
    if (step === 0) base[read.slot] = read.value;
    else if (step < steps) changes.push({ step, slot: read.slot, value: read.value });
  };
  /** A number now, or a curve as a change at every step. */
  const curve = (path: string, value: unknown): void => {
    const slot = slotOf(path);
    if (typeof value !== 'string' || settings[slot].quantity.choices) {
      put(path, value);
      return;
    }
    const compiled = compileFormula(value, ['year']);
    if (!compiled.ok) throw new Error(`${path}: ${compiled.problem}`);
    const [min, max] = boundsOf(settings[slot].quantity);
    let last = Number.NaN;
    for (let step = 0; step < steps; step++) {
      const at = compiled.formula.evaluate(() => step / stepsPerYear);
      const now = Number.isFinite(at) ? clamp(at, min, max) : last;
      if (now !== last && Number.isFinite(now)) put(path, now, step);
      last = now;
    }
  };
  const curves = (prefix: string, group: object | undefined): void => {
    for (const [name, value] of Object.entries(group ?? {})) if (value !== undefined) curve(`${prefix}.${name}`, value);
  };

  for (const { name } of ingredients) {
    const level = (scenario.ingredients as Record<string, unknown> | undefined)?.[name];
    if (Array.isArray(level))
      for (const step of level as { year: number; level: number }[])
        put(`ingredients.${name}`, step.level, stepOf(step.year, stepsPerYear));
    else if (level !== undefined) curve(`ingredients.${name}`, level);
  }
  if (typeof scenario.fragmentation === 'number')
    for (const part of ['structural', 'initiative', 'policy']) put(`fragmentation.${part}`, scenario.fragmentation);
  else curves('fragmentation', scenario.fragmentation);
  curves('collaboration', scenario.collaboration);
  for (const [force, group] of Object.entries(scenario.forces ?? {})) curves(`forces.${force}`, group as object);
  curves('foundations', scenario.foundations);
  curves('finance', scenario.finance);
  (scenario.innovations ?? []).forEach(({ name, ...rows }, v) => {
    curves(`innovations.${v}`, rows);
  });
  for (const [process, rows] of Object.entries(scenario.parameters ?? {})) curves(`parameters.${process}`, rows as object);
  for (const [ingredient, gains] of Object.entries(scenario.effects ?? {})) curves(`effects.${ingredient}`, gains as object);
  stagesOf(scenario).forEach((stage, i) => {
    const { from, ...rows } = stage as { from?: number };
    const step = i === 0 ? 0 : stepOf(from ?? 0, stepsPerYear);
    if (i > 0 && !('start' in rows)) put('strategy.start', from ?? 0, step);
    else if (from !== undefined && !('start' in rows)) put('strategy.start', from, step);
    for (const [name, value] of Object.entries(rows)) {
      if (typeof value === 'object' && value !== null)
        for (const [row, v] of Object.entries(value)) put(`strategy.${name}.${row}`, v, step);
      else if (value !== undefined) put(`strategy.${name}`, value, step);
    }
  });
  for (const { year, set } of scenario.changes ?? [])
    for (const [path, value] of Object.entries(set)) put(path, value, stepOf(year, stepsPerYear));
  // Pulses end with their step, so one at the start is a change like the others.
  const pulses: DatedChange[] = (scenario.events ?? []).flatMap((event) => {
    const { year, kind, size = 1 } = event;
    const pulse = (part: string, value: number): DatedChange => ({
      step: stepOf(year, stepsPerYear),
      slot: slotOf(`events.${kind}.${part}`),
      value,
    });
    const { places } = eventKinds[kind as EventKind];
    return [pulse('size', size), ...places.map((place) => pulse(place, event[place] ?? -1))];
  });
  const rules = (scenario.rules ?? []).map((rule): Rule => {
    const compiled = compileFormula(rule.when, ruleNames);
    if (!compiled.ok) throw new Error(compiled.problem);
    return {
      when: compiled.formula,
      once: rule.once ?? true,
      set: Object.entries(rule.set).map(([path, value]) => {
        const read = readValue(path, value);
        if (!read.ok) throw new Error(`${path}: ${read.message}`);
        return { slot: read.slot, value: read.value };
      }),
    };
  });
  const count = scenario.innovations?.length ?? 1;
  const later = [...changes, ...pulses, ...rules.flatMap(({ set }) => set)];
  const values = [...Array.from(base, (value, slot) => ({ slot, value })), ...later];
  const moved = values.filter(({ slot, value }) => value !== settings[slot].quantity.default);
  return {
    title: scenario.title,
    system,
    years: scenario.years,
    stepsPerYear,
    seed: String(scenario.seed ?? '1'),
    scenarioInnovations: count,
    innovationNames: scenario.innovations?.map(({ name }) => name) ?? ['the innovation'],
    variants: Math.min(scenario.localVariants ?? 2, 8 - count),
    picked: pickedBy(scenario, system),
    settings: base,
    changes: [...changes, ...pulses].sort((a, b) => a.step - b.step),
    rules,
    moved: new Set([...moved.map(({ slot }) => settings[slot].path), ...(scenario.rollouts ? ['rollouts'] : [])]),
  };
}

/** Schools and districts that a scenario names, or whose region it names, each once and in their order. */
function pickedBy({ pilots = [], coachedFirst = [], regionsFirst = [], rollouts = [] }: Scenario, system: System): Picked {
  const places = (list: readonly number[] = []): Int32Array => Int32Array.from(new Set(list)).sort();
  return {
    pilots: places(pilots),
    districts: new Set([...coachedFirst, ...districtsIn(system, regionsFirst)]),
    rollouts: rollouts.map(({ kind, regions, districts = [], schools }) => ({
      kind: strategies.findIndex(({ name }) => name === kind),
      districts: places([...districts, ...districtsIn(system, regions)]),
      schools: places(schools),
    })),
  };
}

/** Places of the districts that lie in some regions. */
function districtsIn({ districtRegion }: System, regions: readonly number[] = []): number[] {
  const named = new Set(regions);
  return Array.from(districtRegion.keys()).filter((d) => named.has(districtRegion[d]));
}

/** What only a scenario with its schools can show to be wrong: places that are not there, and districts that two rollouts have. */
export function problemsWith(scenario: Scenario, system: System): Problem[] {
  const counts: Readonly<Record<EventPlace, number>> = {
    region: system.regionNames.length,
    district: system.districtCount,
    school: system.schoolCount,
  };
  const check = (path: string, place: EventPlace, at: number | undefined): Problem[] => {
    const count = counts[place];
    if (at === undefined || at < count) return [];
    const message =
      count > 0
        ? `found ${at}, expected a place below ${count}: the system has ${count} ${place}s.`
        : `found ${at}, but the system is not divided into regions; say how many under system.statistics, or which column names them under system.columns.`;
    return [{ path, message }];
  };
  const all = (path: string, place: EventPlace, list: readonly number[] = []): Problem[] =>
    list.flatMap((at, i) => check(`${path}[${i}]`, place, at));
  const { rollouts = [], events = [] } = scenario;
  return [
    ...all('pilots', 'school', scenario.pilots),
    ...all('coachedFirst', 'district', scenario.coachedFirst),
    ...all('regionsFirst', 'region', scenario.regionsFirst),
    ...rollouts.flatMap(({ regions, districts, schools }, i) => [
      ...all(`rollouts[${i}].regions`, 'region', regions),
      ...all(`rollouts[${i}].districts`, 'district', districts),
      ...all(`rollouts[${i}].schools`, 'school', schools),
    ]),
    ...events.flatMap((event, i) => eventPlaces.flatMap((place) => check(`events[${i}].${place}`, place, event[place]))),
    ...chosenTwice(rollouts, system),
  ];
}

/** Districts that one rollout has by their own place and another by their region's. */
function chosenTwice(rollouts: NonNullable<Scenario['rollouts']>, system: System): Problem[] {
  return rollouts.flatMap(({ districts = [] }, i) =>
    districts.flatMap((d, k) => {
      const other = rollouts.findIndex(({ regions = [] }, j) => j !== i && regions.includes(system.districtRegion[d]));
      if (other < 0 || d >= system.districtCount) return [];
      const message = `found district ${d}, which rollouts[${other}] has by its region ${system.districtRegion[d]}, expected one rollout for each.`;
      return [{ path: `rollouts[${i}].districts[${k}]`, message }];
    }),
  );
}

function stagesOf(scenario: Scenario): Record<string, unknown>[] & { from?: number }[] {
  const { strategy } = scenario;
  if (strategy === undefined) return [];
  return (Array.isArray(strategy) ? strategy : [strategy]) as Record<string, unknown>[] & { from?: number }[];
}

const built = new Map<string, System>();

/** Made-up systems, each built once. */
function systemOf({ system }: Scenario): System {
  if (!('preset' in system)) throw new Error('a scenario whose schools come from a file needs its system');
  const key = JSON.stringify(system);
  let known = built.get(key);
  if (!known) {
    known = systemFromSpec(system as SystemSpec);
    // Presets are few; a page that tries many statistics must not keep them all.
    if (built.size >= 8) built.delete(built.keys().next().value!);
    built.set(key, known);
  }
  return known;
}
