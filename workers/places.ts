/** Places that a scenario names and its schools do not have: what only the schools themselves can show to be wrong. */
import { compile, type Problem, problemsWith, type Scenario, type SchoolTable } from '../sim/index.ts';
import { systemOf } from './service.ts';

/** The system is made only when a place is named. */
export function placesOf(scenario: Scenario, table?: SchoolTable): readonly Problem[] {
  const { pilots, coachedFirst, rollouts, events } = scenario;
  const named =
    pilots || coachedFirst || rollouts || events?.some(({ district, school }) => district !== undefined || school !== undefined);
  return named ? problemsWith(scenario, compile(scenario, table && systemOf(table, scenario)).system) : [];
}
