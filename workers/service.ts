/** What a worker offers, the same in the browser and in Node: plans made ready once, and futures of them. */
import { transfer } from 'comlink';
import {
  brokenDown,
  buildSystem,
  compile,
  metrics,
  type Plan,
  type RecordWish,
  type Results,
  type Scenario,
  type SchoolTable,
  Shelf,
  type System,
  stepping,
  timeColumn,
  timesTo,
} from '../sim/index.ts';
import { breathe } from './breath.ts';

/** A column of the results: what a table's header and a data dictionary say of it. */
export interface ColumnFact {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly about: string;
}

/** What is known of a plan once its system stands. */
export interface PlanFacts {
  readonly system: string;
  readonly about: string;
  readonly schools: number;
  readonly educators: number;
  readonly districts: number;
  /** 0 where it is not divided into any. */
  readonly regions: number;
  /** In the order of the results' columns. */
  readonly columns: readonly ColumnFact[];
}

/** Futures asked for: each by its number, with the seed of the scenario where none is given. */
export interface Wish {
  readonly replicates: readonly number[];
  readonly seed?: string;
  readonly record?: RecordWish;
  /** Names of the metric columns wanted, of those that the plan has; all of them where absent. The digest is of all either way. */
  readonly columns?: readonly string[];
}

/** Schools from files are told apart in draws by their ids; without a key of the scenario's own, this text is the system's. */
const FILED = 'schools';

/** The system of a table, as a scenario wants its ties drawn. */
export const systemOf = (table: SchoolTable, scenario: Scenario): System => buildSystem(table, scenario.system.key ?? FILED);

function factsOf(plan: Plan): PlanFacts {
  const { name, about, schoolCount, educatorCount, districtCount, regionNames } = plan.system;
  const measured = [...metrics, ...brokenDown(plan)].map(({ name, label, unit, about }) => ({ name, label, unit, about }));
  const times = timesTo.map((share) => ({
    name: timeColumn(share),
    label: `Years until ${Math.round(100 * share)} in 100 schools use it`,
    unit: 'years',
    about: 'The first time at which that share of schools was in use; missing before, and where it was never reached.',
  }));
  return {
    system: name,
    about,
    schools: schoolCount,
    educators: educatorCount,
    districts: districtCount,
    regions: regionNames.length,
    columns: [...measured, ...times],
  };
}

/** The memory behind some results, to be handed over instead of copied. */
function buffersOf(results: readonly Results[]): ArrayBuffer[] {
  return results.flatMap(({ years, columns, schools }) => {
    const recorded = schools ? [schools.use, schools.well, schools.owned, schools.affiliation, schools.adoptions] : [];
    return [years, ...Object.values(columns), ...recorded].map(({ buffer }) => buffer as ArrayBuffer);
  });
}

/** Memory for the luck of futures that plans go through one after another: 16 of the made-up district's over fifteen years. */
const SHELF_BYTES = 72e6;

export class Service {
  readonly #plans = new Map<number, Plan>();
  #table: SchoolTable | undefined;
  readonly #shelf = new Shelf(SHELF_BYTES);
  /** Systems of that table by the text their ties are drawn from. */
  readonly #systems = new Map<string | undefined, System>();

  /** Takes a table of schools in place of the one before; plans made on that one keep their systems. */
  bring(table: SchoolTable): void {
    this.#table = table;
    this.#systems.clear();
  }

  /** Makes a plan ready under a number; a system is built here, once. */
  prepare(plan: number, scenario: Scenario): PlanFacts {
    const made = compile(scenario, 'preset' in scenario.system ? undefined : this.#filed(scenario));
    this.#plans.set(plan, made);
    return factsOf(made);
  }

  /** Futures of a plan; where it is forgotten meanwhile, those that were whole by then. */
  async run(plan: number, { replicates, seed, record, columns }: Wish): Promise<Results[]> {
    const ready = this.#plans.get(plan);
    if (!ready) throw new Error(`expected a plan that was prepared, got ${plan}`);
    const results: Results[] = [];
    for (const replicate of replicates) {
      const luck = seed ?? ready.seed;
      const almanac = this.#shelf.of(ready, luck, replicate);
      const steps = stepping(ready, { replicate, seed: luck, ...(record && { record }), ...(almanac && { almanac }) });
      let at = steps.next();
      for (; !at.done && this.#plans.has(plan); at = steps.next()) await breathe();
      if (!at.done) break;
      const whole = at.value;
      const kept = columns?.filter((name) => name in whole.columns).map((name) => [name, whole.columns[name]]);
      results.push(kept ? { ...whole, columns: Object.fromEntries(kept) } : whole);
    }
    return transfer(results, buffersOf(results));
  }

  /** What is being run of it ends at its next step. */
  forget(plan: number): void {
    this.#plans.delete(plan);
  }

  #filed(scenario: Scenario): System {
    if (!this.#table) throw new Error('a scenario whose schools come from a file needs its table');
    const { key } = scenario.system;
    const system = this.#systems.get(key) ?? systemOf(this.#table, scenario);
    this.#systems.set(key, system);
    return system;
  }
}
