/** From a scenario to numbers per step: the only place where years become steps. Everything that changes is a dated change. */

import { clamp } from '../arithmetic.ts';
import { ingredients } from '../ingredients.ts';
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
  const pulses: DatedChange[] = (scenario.events ?? []).flatMap(({ year, kind, size = 1, district = -1, school = -1 }) =>
    (['size', 'district', 'school'] as const).map((part) => ({
      step: stepOf(year, stepsPerYear),
      slot: slotOf(`events.${kind}.${part}`),
      value: { size, district, school }[part],
    })),
  );
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
    picked: pickedBy(scenario),
    settings: base,
    changes: [...changes, ...pulses].sort((a, b) => a.step - b.step),
    rules,
    moved: new Set([...moved.map(({ slot }) => settings[slot].path), ...(scenario.rollouts ? ['rollouts'] : [])]),
  };
}

/** Schools and districts that a scenario names, each once and in their order. */
function pickedBy({ pilots = [], coachedFirst = [], rollouts = [] }: Scenario): Picked {
  const places = (list: readonly number[] = []): Int32Array => Int32Array.from(new Set(list)).sort();
  return {
    pilots: places(pilots),
    districts: new Set(coachedFirst),
    rollouts: rollouts.map(({ kind, districts, schools }) => ({
      kind: strategies.findIndex(({ name }) => name === kind),
      districts: places(districts),
      schools: places(schools),
    })),
  };
}

/** What only a scenario with its schools can show to be wrong: places that are not there. */
export function problemsWith(scenario: Scenario, system: System): Problem[] {
  const check = (path: string, kind: 'school' | 'district', at: number | undefined): Problem[] => {
    const count = kind === 'school' ? system.schoolCount : system.districtCount;
    if (at === undefined || at < count) return [];
    return [{ path, message: `found ${at}, expected a place below ${count}: the system has ${count} ${kind}s.` }];
  };
  return [
    ...(scenario.pilots ?? []).flatMap((at, i) => check(`pilots[${i}]`, 'school', at)),
    ...(scenario.coachedFirst ?? []).flatMap((at, i) => check(`coachedFirst[${i}]`, 'district', at)),
    ...(scenario.rollouts ?? []).flatMap(({ districts = [], schools = [] }, i) => [
      ...districts.flatMap((at, k) => check(`rollouts[${i}].districts[${k}]`, 'district', at)),
      ...schools.flatMap((at, k) => check(`rollouts[${i}].schools[${k}]`, 'school', at)),
    ]),
    ...(scenario.events ?? []).flatMap(({ district, school }, i) => [
      ...check(`events[${i}].district`, 'district', district),
      ...check(`events[${i}].school`, 'school', school),
    ]),
  ];
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
