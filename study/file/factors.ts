/** The factors of a study file, each with its name and values written out, and every problem with them. */
import { type Problem, parseScenario, type Scenario } from '../../sim/index.ts';
import { scenarioName } from '../axis.ts';
import type { FactorWish, StudyFile } from './schema.ts';
import type { Factor, PlansFactor, ScenariosFactor, SettingFactor } from './study.ts';
import { targetPaths } from './targets.ts';
import { held, rowsOf, valuesOf } from './values.ts';

type Entry = Extract<StudyFile['factors'], readonly unknown[]>[number];
type Many = Extract<Entry, { all: string }>;
interface Draft {
  readonly at: string;
  readonly wish: FactorWish;
  readonly factor: Omit<SettingFactor, 'name'> | Omit<PlansFactor, 'name'> | Omit<ScenariosFactor, 'name'>;
  readonly name: string;
}

/** Names that columns of results have already. */
const reserved = ['run', 'point', 'replicate', 'status', 'reason', 'digest'];

/** Factors in their order; entries that are undefined (of a faulty shape) are passed over. */
export function readFactors(given: Many | readonly (Entry | undefined)[], problems: Problem[]): readonly Factor[] {
  const list: readonly { readonly at: string; readonly entry: Entry }[] = Array.isArray(given)
    ? given.flatMap((entry, i) => (entry ? [{ at: `factors[${i}]`, entry }] : []))
    : [{ at: 'factors', entry: given as Many }];
  const wishes = list.flatMap(({ at, entry }) => ('all' in entry ? spread(entry, at, problems) : [{ at, wish: entry }]));
  const drafts = wishes.flatMap(({ at, wish }) => draftOf(wish, at, problems));
  const factors = drafts.map((draft): Factor => ({ name: nameOf(draft, drafts), ...draft.factor }) as Factor);
  distinct(factors, drafts, problems);
  return factors;
}

/** A factor for each setting below a path. */
function spread({ all, levels, range }: Many, at: string, problems: Problem[]): { at: string; wish: FactorWish }[] {
  const below = targetPaths.filter((path) => path.startsWith(`${all}.`));
  if (below.length === 0)
    problems.push({
      path: `${at}.all`,
      message: `found "${all}", expected the first part of paths, such as ingredients or parameters.decision.`,
    });
  return below.map((path) => ({ at, wish: { path, ...(levels && { levels }), ...(range && { range }) } }));
}

function draftOf(wish: FactorWish, at: string, problems: Problem[]): Draft[] {
  const { name, label, path, paths = path === undefined ? undefined : [path], plans, scenarios } = wish;
  const kinds = [path && 'path', wish.paths && 'paths', plans && 'plans', scenarios && 'scenarios'].filter(Boolean);
  if (kinds.length !== 1) {
    problems.push({
      path: at,
      message: `found ${kinds.join(' and ') || 'none'}, expected one of path, paths, plans and scenarios.`,
    });
    return [];
  }
  const called = { ...(label !== undefined && { label }) };
  if (paths) {
    const rows = rowsOf(paths, wish.paths ? `${at}.paths` : `${at}.path`, problems);
    const values = rows.length === paths.length && valuesOf(wish, rows, at, problems);
    return values ? [{ at, wish, name: name ?? lastOf(paths[0]), factor: { ...called, paths, ...values } }] : [];
  }
  for (const key of ['levels', 'range', 'distribution', 'baseline'] as const)
    if (wish[key] !== undefined) problems.push({ path: `${at}.${key}`, message: `has no place beside ${kinds[0]}.` });
  if (plans) {
    checkPlans(plans, at, problems);
    return [{ at, wish, name: name ?? 'plan', factor: { ...called, plans } }];
  }
  if (!scenarios) return [];
  const read = scenarios === 'all' ? scenarios : readScenarios(scenarios, at, problems);
  return [{ at, wish, name: name ?? 'scenario', factor: { ...called, scenarios: read } }];
}

function readScenarios(
  scenarios: Exclude<NonNullable<FactorWish['scenarios']>, 'all'>,
  at: string,
  problems: Problem[],
): ScenariosFactor['scenarios'] {
  if (new Set(scenarios.map(scenarioName)).size < scenarios.length)
    problems.push({ path: `${at}.scenarios`, message: 'two scenarios have one name; expected each once.' });
  return scenarios.map((entry, j) =>
    typeof entry === 'string'
      ? entry
      : { name: entry.name, scenario: readBase(entry.scenario, `${at}.scenarios[${j}].scenario`, problems) },
  );
}

/** A name as it stands; a scenario written in the study is believed here. */
export function readBase(given: StudyFile['base'], at: string, problems: Problem[]): string | Scenario {
  if (typeof given === 'string') return given;
  const parsed = parseScenario(given);
  if (parsed.ok) return parsed.value;
  problems.push(...parsed.problems.map(({ path, message }) => ({ path: path === '' ? at : `${at}.${path}`, message })));
  return '';
}

function checkPlans(plans: PlansFactor['plans'], at: string, problems: Problem[]): void {
  if (new Set(plans.map(({ name }) => name)).size < plans.length)
    problems.push({ path: `${at}.plans`, message: 'two plans have one name; expected each once.' });
  plans.forEach(({ set }, j) => {
    for (const [path, value] of Object.entries(set)) {
      const here = `${at}.plans[${j}].set["${path}"]`;
      const rows = rowsOf([path], here, problems);
      held(value, rows, here, problems);
    }
  });
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** The last part of a path where it is clear, the whole path where another factor ends so too. */
function nameOf({ wish, name }: Draft, all: readonly Draft[]): string {
  if (wish.name !== undefined || wish.path === undefined) return name;
  return all.filter((other) => other.name === name).length > 1 ? wish.path : name;
}

/** No two factors of one name, none that sets what another sets. */
function distinct(factors: readonly Factor[], drafts: readonly Draft[], problems: Problem[]): void {
  const names = new Map<string, string>();
  const paths = new Map<string, string>();
  factors.forEach((factor, i) => {
    const { at } = drafts[i];
    const { name } = factor;
    if (reserved.includes(name))
      problems.push({ path: `${at}.name`, message: `${name} is a column of every result; expected another name.` });
    if (names.has(name))
      problems.push({ path: `${at}.name`, message: `${name} is also the name of ${names.get(name)}; expected another name.` });
    names.set(name, at);
    for (const path of pathsOf(factor)) {
      const other = [...paths].find(([known]) => known === path || known.startsWith(`${path}.`) || path.startsWith(`${known}.`));
      if (other) problems.push({ path: at, message: `${path} is set by ${other[1]} too; expected one factor for it.` });
      paths.set(path, at);
    }
  });
}

/** Every path that a factor sets; a factor of scenarios takes the place of the base itself. */
const pathsOf = (factor: Factor): readonly string[] => {
  if ('paths' in factor) return factor.paths;
  return 'plans' in factor ? [...new Set(factor.plans.flatMap(({ set }) => Object.keys(set)))] : ['base'];
};
