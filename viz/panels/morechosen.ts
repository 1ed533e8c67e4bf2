/** Rollouts that regions, districts or networks of schools choose for themselves, changed one step at a time: every step is a plan that can be run. */
import type { Scenario } from '../../sim/index.ts';
import type { Ground } from '../../workers/index.ts';

export type Chosen = NonNullable<Scenario['rollouts']>[number];
/** Who chooses: regions with all their districts, districts, or schools wherever they lie. */
export type Who = 'regions' | 'districts' | 'schools';

export const chosenIn = ({ rollouts = [] }: Scenario): readonly Chosen[] => rollouts;

/** Everybody of a kind who has chosen, in any of the rollouts. */
export const taken = (plan: Scenario, who: Who): ReadonlySet<number> => new Set(chosenIn(plan).flatMap((one) => one[who] ?? []));

/** Districts that have chosen, by themselves or with their region. */
export function takenDistricts(plan: Scenario, { districtRegion }: Pick<Ground, 'districtRegion'>): ReadonlySet<number> {
  const regions = taken(plan, 'regions');
  const within = Array.from(districtRegion.keys()).filter((d) => regions.has(districtRegion[d]));
  return new Set([...taken(plan, 'districts'), ...within]);
}

/** Regions that could still choose: neither they nor a district of theirs have. */
export function freeRegions(
  plan: Scenario,
  { regionNames, districtRegion }: Pick<Ground, 'regionNames' | 'districtRegion'>,
): readonly number[] {
  const done = new Set(Array.from(takenDistricts(plan, { districtRegion }), (d) => districtRegion[d]));
  return Array.from(regionNames.keys()).filter((r) => !done.has(r));
}

/** How many have chosen a rollout: somebody must. */
export const choosers = ({ regions = [], districts = [], schools = [] }: Chosen): number =>
  regions.length + districts.length + schools.length;

/** The plan with other rollouts; without any it has no list of them. */
function withChosen({ rollouts: _, ...plan }: Scenario, rollouts: readonly Chosen[]): Scenario {
  return rollouts.length > 0 ? { ...plan, rollouts: [...rollouts] } : plan;
}

const changed = (plan: Scenario, at: number, how: (one: Chosen) => Chosen): Scenario =>
  withChosen(
    plan,
    chosenIn(plan).map((one, i) => (i === at ? how(one) : one)),
  );

/** The plan with one rollout more, which one district has chosen. */
export const withOneMore = (plan: Scenario, kind: string, district: number): Scenario =>
  withChosen(plan, [...chosenIn(plan), { kind, districts: [district] }]);

export const withoutOne = (plan: Scenario, at: number): Scenario =>
  withChosen(
    plan,
    chosenIn(plan).filter((_, i) => i !== at),
  );

export const withKind = (plan: Scenario, at: number, kind: string): Scenario => changed(plan, at, (one) => ({ ...one, kind }));

/** The plan with somebody more who has chosen a rollout, in the order of places. */
export const withChooser = (plan: Scenario, at: number, who: Who, place: number): Scenario =>
  changed(plan, at, (one) => ({ ...one, [who]: [...(one[who] ?? []), place].sort((a, b) => a - b) }));

/** The plan with one fewer. */
export const withoutChooser = (plan: Scenario, at: number, who: Who, place: number): Scenario =>
  changed(plan, at, ({ [who]: all = [], ...one }) => {
    const left = all.filter((other) => other !== place);
    return left.length > 0 ? { ...one, [who]: left } : one;
  });
