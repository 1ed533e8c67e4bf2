/** Places that a scenario names and its schools do not have: what only the schools themselves can show to be wrong. */
import { compile, namesPlaces, type Problem, problemsWith, type Scenario, type SchoolTable } from '../sim/index.ts';
import { systemOf } from './service.ts';

/** The system is made only when a place is named. */
export function placesOf(scenario: Scenario, table?: SchoolTable): readonly Problem[] {
  return namesPlaces(scenario) ? problemsWith(scenario, compile(scenario, table && systemOf(table, scenario)).system) : [];
}
