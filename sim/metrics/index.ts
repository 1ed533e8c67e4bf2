/** Every measure, in the order of the columns. A measure is added in a file and, if the file is new, by a line here. */
import type { Model } from '../model.ts';
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
const MOST_DISTRICTS = 40;

/** The same measures for each innovation and district of a run, where there is more than one; and those that few plans ask for. */
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
  readonly system: Pick<Model['system'], 'districtCount' | 'districtNames'>;
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
  const byDistrict =
    system.districtCount > 1 && system.districtCount <= MOST_DISTRICTS
      ? Array.from({ length: system.districtCount }, (_, d): Metric[] => [
          {
            name: `qualityReach.district${d + 1}`,
            label: `Quality-weighted reach, ${system.districtNames[d]}`,
            unit: 'share of learners',
            about: 'Quality-weighted reach within the district.',
            measure: ({ districts }) => ratio(districts[d].quality, districts[d].learners),
          },
          {
            name: `schoolsInUse.district${d + 1}`,
            label: `Schools that use it, ${system.districtNames[d]}`,
            unit: 'share of schools',
            about: 'Spread within the district.',
            measure: ({ districts }) => ratio(districts[d].inUse, districts[d].schools),
          },
        ]).flat()
      : [];
  const asked = occasional(scenarioInnovations, picked.rollouts.length).filter((one) =>
    one.asked.some((path) => moved.has(path)),
  );
  return [...byInnovation, ...byDistrict, ...asked];
}

/** Measures of the whole run so far, made from a column: when a share of schools was first in use. */
export const timesTo = [0.1, 0.5, 0.8] as const;
export const timeColumn = (share: number): string => `timeTo${Math.round(100 * share)}`;
