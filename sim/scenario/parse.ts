/** Believes a file once: unknown in, a scenario or every problem at once out. */
import { type EventRow, eventKinds, eventPlaces } from '../levers.ts';
import { metrics } from '../metrics/index.ts';
import { nearest, type Problem, pathText } from '../problem.ts';
import { boundsOf, type Quantity } from '../quantity.ts';
import { settings, slotOf } from '../settings.ts';
import { compileFormula } from './formula.ts';
import { type Scenario, scenarioSchema } from './schema.ts';
import { problemsOfShape, show } from './shape.ts';
import { upgrade } from './upgrade.ts';

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Names that a rule's condition may read: the year, every setting and every metric of the whole system. */
export const ruleNames: readonly string[] = ['year', ...settings.map(({ path }) => path), ...metrics.map(({ name }) => name)];

export function parseScenario(value: unknown): Parsed<Scenario> {
  const current = upgrade(value);
  if (!current.ok) return current;
  const checked = scenarioSchema.safeParse(current.value, { reportInput: true });
  if (checked.success) {
    const problems = meaning(checked.data);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: checked.data };
  }
  // Every problem at once: the parts whose shape is sound are read for their meaning too.
  const shape = problemsOfShape(checked.error, scenarioSchema);
  const broken = new Set(checked.error.issues.map(({ path }) => String(path[0] ?? '')));
  const sound = Object.fromEntries(Object.entries(current.value as object).filter(([name]) => !broken.has(name)));
  const rest = piecewise(current.value as Readonly<Record<string, unknown>>, broken);
  return { ok: false, problems: [...shape, ...meaning({ ...sound, ...rest } as Scenario)] };
}

/** Of the lists with a faulty entry, the entries that are sound in shape, in their places; faulty ones become empty. */
function piecewise(value: Readonly<Record<string, unknown>>, broken: ReadonlySet<string>): Record<string, unknown> {
  // Curves are looked for wherever there is an object: what is not text is passed over.
  const kept: Record<string, unknown> = Object.fromEntries(
    curveGroups.filter((name) => broken.has(name)).map((name) => [name, value[name]]),
  );
  for (const name of ['rules', 'changes', 'events'] as const) {
    const list = value[name];
    if (!broken.has(name) || !Array.isArray(list)) continue;
    const entry = scenarioSchema.shape[name].unwrap().element;
    const empty = { rules: { when: '0', set: {} }, changes: { year: 0, set: {} }, events: { year: -1, kind: '' } }[name];
    kept[name] = list.map((item, i) =>
      entry.safeParse(item).success ? item : { ...empty, ...(name === 'events' ? { kind: `${i}` } : {}) },
    );
  }
  return kept;
}

/** What no schema can say: formulas that parse, paths that exist, values inside their bounds, places that are there. */
function meaning(scenario: Scenario): Problem[] {
  const problems: Problem[] = [];
  const { rules = [], changes = [] } = scenario;
  const count = scenario.innovations?.length ?? 1;
  curves(scenario, [], problems);
  rules.forEach((rule, i) => {
    const compiled = compileFormula(rule.when, ruleNames);
    if (!compiled.ok) problems.push({ path: `rules[${i}].when`, message: compiled.problem });
    checkSet(rule.set, `rules[${i}].set`, problems);
  });
  changes.forEach((change, i) => {
    checkSet(change.set, `changes[${i}].set`, problems, change.year > 0);
  });
  for (const [at, set] of [
    ...rules.map((r, i) => [`rules[${i}]`, r.set] as const),
    ...changes.map((c, i) => [`changes[${i}]`, c.set] as const),
  ]) {
    const rolled = set['strategy.innovation'];
    if (typeof rolled === 'number' && rolled >= count) {
      problems.push({
        path: `${at}.set["strategy.innovation"]`,
        message: `found ${rolled}, expected a whole number below ${count}, the number of innovations.`,
      });
    }
  }
  sameStepEvents(scenario, problems);
  eventsSomewhere(scenario, problems);
  ownRollouts(scenario, problems);
  const stages = Array.isArray(scenario.strategy) ? scenario.strategy : scenario.strategy ? [scenario.strategy] : [];
  stages.forEach((stage, i) => {
    const rolled = (stage as { innovation?: number }).innovation ?? 0;
    if (!Number.isInteger(rolled) || rolled >= count) {
      problems.push({
        path: `strategy${Array.isArray(scenario.strategy) ? `[${i}]` : ''}.innovation`,
        message: `found ${rolled}, expected a whole number below ${count}, the number of innovations.`,
      });
    }
    if (i > 0 && (stage.from ?? 0) <= (stages[i - 1].from ?? 0)) {
      problems.push({
        path: `strategy[${i}].from`,
        message: `found ${show(stage.from)}, expected a year after that of the stage before (${stages[i - 1].from ?? 0}).`,
      });
    }
  });
  if (count + (scenario.localVariants ?? 0) > 8) {
    problems.push({
      path: 'localVariants',
      message: `found ${scenario.localVariants}, expected at most ${8 - count}: there is room for 8 innovations in all.`,
    });
  }
  return problems;
}

/** An event is a pulse of its step: two of a kind in one step at different places cannot both be felt. */
function sameStepEvents({ events = [], stepsPerYear = 3 }: Scenario, problems: Problem[]): void {
  const seen = new Map<string, number>();
  events.forEach(({ year, kind }, i) => {
    const step = `${kind} ${Math.ceil(year * stepsPerYear - 1e-9)}`;
    const before = seen.get(step);
    if (before !== undefined)
      problems.push({
        path: `events[${i}]`,
        message: `a second ${kind} in the step of events[${before}]; put them a step apart, or name no place.`,
      });
    seen.set(step, i);
  });
}

/** Not every event can be of one place, and of several the narrowest says it all. */
function eventsSomewhere({ events = [] }: Scenario, problems: Problem[]): void {
  events.forEach((event, i) => {
    const row: EventRow | undefined = (eventKinds as Readonly<Record<string, EventRow>>)[event.kind];
    if (!row) return;
    const { kind } = event;
    const named = eventPlaces.filter((place) => event[place] !== undefined);
    for (const place of named.filter((one) => !row.places.includes(one))) {
      const instead = row.places.length > 0 ? `expected a ${row.places.join(' or ')}, or none` : 'expected no place';
      problems.push({ path: `events[${i}].${place}`, message: `found a ${place}, which no ${kind} is of; ${instead}.` });
    }
    if (named.length > 1)
      problems.push({ path: `events[${i}]`, message: `found a ${named.join(' and a ')}, expected the narrowest of them alone.` });
  });
}

/** Rollouts beside the plan's: somebody chooses each, nobody two, and they begin when the plan does. */
function ownRollouts({ rollouts = [], strategy }: Scenario, problems: Problem[]): void {
  if (rollouts.length > 0 && Array.isArray(strategy))
    problems.push({
      path: 'rollouts',
      message: 'found beside a strategy in stages, expected one stage: rollouts that others choose begin when the plan’s does.',
    });
  const chosen = new Map<string, number>();
  rollouts.forEach(({ regions, districts, schools }, i) => {
    if (!regions && !districts && !schools)
      problems.push({ path: `rollouts[${i}]`, message: 'found nobody who chooses it, expected regions, districts or schools.' });
    for (const [kind, list = []] of [
      ['region', regions],
      ['district', districts],
      ['school', schools],
    ] as const)
      for (const at of new Set(list)) {
        const before = chosen.get(`${kind} ${at}`);
        if (before !== undefined)
          problems.push({
            path: `rollouts[${i}].${kind}s`,
            message: `found ${kind} ${at}, which rollouts[${before}] has too, expected one rollout for each.`,
          });
        chosen.set(`${kind} ${at}`, i);
      }
  });
}

const curveGroups = ['ingredients', 'fragmentation', 'collaboration', 'forces', 'foundations', 'finance'];

/** Curves anywhere in the groups that may hold them. */
function curves(node: unknown, path: readonly PropertyKey[], problems: Problem[]): void {
  if (path.length === 0) {
    for (const name of curveGroups) curves((node as Record<string, unknown>)[name], [name], problems);
    return;
  }
  if (typeof node === 'string') {
    const slot = slotOf(pathText(path));
    if (slot >= 0 && settings[slot].quantity.choices) return;
    const compiled = compileFormula(node, ['year']);
    if (!compiled.ok) problems.push({ path: pathText(path), message: compiled.problem });
    return;
  }
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  for (const [key, value] of Object.entries(node)) curves(value, [...path, key], problems);
}

function checkSet(set: Readonly<Record<string, number | string>>, path: string, problems: Problem[], later = true): void {
  for (const [name, value] of Object.entries(set)) {
    const at = `${path}["${name}"]`;
    const checked = readValue(name, value);
    if (!checked.ok) problems.push({ path: at, message: checked.message });
    else if (later && settings[checked.slot].quantity.fixed) {
      problems.push({ path: at, message: 'this is settled on the first day and cannot change later; set it under innovations.' });
    }
  }
}

/** The slot and number behind a path and what a file gives for it: a number, or the name of a choice. */
export function readValue(
  name: string,
  value: unknown,
): { readonly ok: true; readonly slot: number; readonly value: number } | { readonly ok: false; readonly message: string } {
  const slot = slotOf(name);
  if (slot < 0) {
    const close = nearest(
      name,
      settings.map(({ path }) => path),
    );
    return {
      ok: false,
      message: `unknown path; ${close ? `did you mean ${close}?` : '`taking-root list settings` shows all paths.'}`,
    };
  }
  const read = valueFor(settings[slot].quantity, value);
  return read.ok ? { ...read, slot } : read;
}

/** The number behind what a file gives for a row: a number, or the name of a choice. */
export function valueFor(
  row: Quantity,
  value: unknown,
): { readonly ok: true; readonly value: number } | { readonly ok: false; readonly message: string } {
  if (row.choices) {
    const choice = typeof value === 'number' ? value : row.choices.indexOf(String(value));
    if (Number.isInteger(choice) && choice >= 0 && choice < row.choices.length) return { ok: true, value: choice };
    const close = nearest(String(value), row.choices);
    return {
      ok: false,
      message: `found ${show(value)}, expected one of ${row.choices.join(', ')}${close ? `; did you mean ${close}?` : '.'}`,
    };
  }
  const [min, max] = boundsOf(row);
  if (typeof value !== 'number' || !(value >= min && value <= max) || (row.whole && !Number.isInteger(value))) {
    return {
      ok: false,
      message: `found ${show(value)}, expected a ${row.whole ? 'whole number' : 'number'} from ${min} to ${max} (${row.unit}).`,
    };
  }
  return { ok: true, value };
}
