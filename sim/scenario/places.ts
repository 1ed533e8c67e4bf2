/** Single schools, districts and regions that a scenario names by their places in the system that it is about: on another system they are others. */
import { eventPlaces } from '../levers.ts';
import type { Scenario } from './schema.ts';

type Event = NonNullable<Scenario['events']>[number];
const isSomewhere = (event: Event): boolean => eventPlaces.some((place) => event[place] !== undefined);

export const namesPlaces = ({ pilots, coachedFirst, regionsFirst, rollouts, events = [] }: Scenario): boolean =>
  [pilots, coachedFirst, regionsFirst, rollouts].some((named) => named !== undefined) || events.some(isSomewhere);

/** The scenario without them: no pilots, nobody first, no rollouts that others choose, and no event that befalls one place. */
export function withoutPlaces(scenario: Scenario): Scenario {
  const { pilots: _, coachedFirst: __, regionsFirst: ___, rollouts: ____, events = [], ...rest } = scenario;
  const everywhere = events.filter((event) => !isSomewhere(event));
  return everywhere.length > 0 ? { ...rest, events: everywhere } : rest;
}
