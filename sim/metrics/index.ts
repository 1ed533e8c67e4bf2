/** Every measure, in the order of the columns. A measure is added in a file and, if the file is new, by a line here. */
import type { Model } from '../model.ts';
import type { Group, Tally } from '../tally.ts';
import { thresholds } from '../thresholds.ts';
import { climate } from './climate.ts';
import { cost } from './cost.ts';
import { depth } from './depth.ts';
import { equity } from './equity.ts';
import { evidence } from './evidence.ts';
import { evolution } from './evolution.ts';
import { fragmentation } from './fragmentation.ts';
import { learning } from './learning.ts';
import { type Metric, ratio } from './metric.ts';
import { occasional } from './occasional.ts';
import { ownership } from './ownership.ts';
import { reasons } from './reasons.ts';
import { spread } from './spread.ts';
import { stages } from './stages.ts';
import { sustainability } from './sustainability.ts';

export type { Metric } from './metric.ts';

export const metrics: readonly Metric[] = [
  ...spread,
  ...depth,
  ...ownership,
  ...sustainability,
  ...evolution,
  ...stages,
  ...learning,
  ...equity,
  ...cost,
  ...evidence,
  ...climate,
  ...fragmentation,
  ...reasons,
];

/** Districts beyond this number are summed up by districtSpread alone. */
export const MOST_DISTRICTS = 40;
/** Regions beyond this number, as no country has, are not told apart. */
export const MOST_REGIONS = 60;

/** The same measures for each innovation, district and region of a run, where there is more than one; and those that few plans ask for. */
export function brokenDown({
  scenarioInnovations,
  system,
  moved,
  picked,
}: {
  readonly scenarioInnovations: number;
  /** Paths of the settings that the plan ever moves from their defaults, and of what it says besides. */
  readonly moved: Pick<ReadonlySet<string>, 'has'>;
  readonly picked: { readonly rollouts: { readonly length: number } };
  readonly system: Pick<Model['system'], 'districtNames' | 'regionNames'>;
}): readonly Metric[] {
  const byInnovation =
    scenarioInnovations > 1
      ? Array.from({ length: scenarioInnovations }, (_, v): Metric[] => [
          {
            name: `educatorsUsing.innovation${v + 1}`,
            label: `Educators using innovation ${v + 1}`,
            unit: 'share of educators',
            about: 'Educators trialling this innovation or further.',
            measure: (t, m) => ratio(m.innovations.users[v], t.all.educators),
          },
          {
            name: `adoptersEver.innovation${v + 1}`,
            label: `Adoptions of innovation ${v + 1}`,
            unit: 'per educator’s post',
            about: 'Beginnings of use of this innovation so far.',
            measure: (t, m) => ratio(m.innovations.everUsed[v], t.all.educators),
          },
        ]).flat()
      : [];
  const byDistrict = ofGroups('district', system.districtNames, MOST_DISTRICTS, ({ districts }) => districts);
  const byRegion = ofGroups('region', system.regionNames, MOST_REGIONS, ({ regions }) => regions);
  const asked = occasional(scenarioInnovations, picked.rollouts.length).filter((one) =>
    one.asked.some((path) => moved.has(path)),
  );
  return [...byInnovation, ...byDistrict, ...byRegion, ...(byRegion.length > 0 ? [regionsReached] : []), ...asked];
}

/** How far it has come in each of the groups that a system is divided into, unless there are too many to tell apart. */
function ofGroups(
  kind: 'district' | 'region',
  names: readonly string[],
  most: number,
  groups: (tally: Tally) => readonly Group[],
): readonly Metric[] {
  if (names.length < 2 || names.length > most) return [];
  return names.flatMap((name, g): readonly Metric[] => [
    {
      name: `qualityReach.${kind}${g + 1}`,
      label: `Quality-weighted reach, ${name}`,
      unit: 'share of learners',
      about: `Quality-weighted reach within the ${kind}.`,
      measure: (tally) => ratio(groups(tally)[g].quality, groups(tally)[g].learners),
    },
    {
      name: `schoolsInUse.${kind}${g + 1}`,
      label: `Schools that use it, ${name}`,
      unit: 'share of schools',
      about: `Spread within the ${kind}.`,
      measure: (tally) => ratio(groups(tally)[g].inUse, groups(tally)[g].schools),
    },
  ]);
}

const regionsReached: Metric = {
  name: 'regionsReached',
  label: 'Regions reached',
  unit: 'share of regions',
  about: 'Parts of the country that it has come to: regions of whose schools a tenth or more use it.',
  measure: ({ regions }) =>
    ratio(
      regions.filter(({ inUse, schools }) => inUse > 0 && inUse >= thresholds.regionReached.default * schools).length,
      regions.length,
    ),
};

/** Measures of the whole run so far, made from a column: when a share of schools was first in use. */
export const timesTo = [0.1, 0.5, 0.8] as const;
export const timeColumn = (share: number): string => `timeTo${Math.round(100 * share)}`;
