/** Single schools and districts that a scenario names by their places in the system that it is about: on another system they are others. */
import type { Scenario } from './schema.ts';

type Event = NonNullable<Scenario['events']>[number];
const isSomewhere = ({ district, school }: Event): boolean => district !== undefined || school !== undefined;

export const namesPlaces = ({ pilots, coachedFirst, rollouts, events = [] }: Scenario): boolean =>
  pilots !== undefined || coachedFirst !== undefined || rollouts !== undefined || events.some(isSomewhere);

/** The scenario without them: no pilots, nobody first, no rollouts that others choose, and no event that befalls one place. */
export function withoutPlaces({ pilots: _, coachedFirst: __, rollouts: ___, events = [], ...rest }: Scenario): Scenario {
  const everywhere = events.filter((event) => !isSomewhere(event));
  return everywhere.length > 0 ? { ...rest, events: everywhere } : rest;
}
