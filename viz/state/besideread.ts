/** What a link says beside its plans, believed only where it is sound: fetched when there is a link to read. */
import type { LinkState } from '../../formats/linkstate.ts';
import type { Scenario } from '../../sim/index.ts';
import { problemsInRoom } from '../present/script.ts';
import { isAssumption, underAssumptions } from './assuming.ts';
import { OPEN } from './beside.ts';
import { CAPS } from './cap.ts';
import type { Value } from './plan.ts';
import { comparing, ground, type Panel, panel } from './store.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with what a link says beside its plans, each with its place; empty where all of it is sound. */
export function problemsBeside({ assumed, cap: most, room }: Readonly<Record<string, unknown>>): readonly string[] {
  const problems = [...problemsInRoom(room)];
  if (assumed !== undefined && !isObject(assumed)) problems.push('assumed: expected settings with their values');
  if (isObject(assumed))
    for (const [path, value] of Object.entries(assumed)) {
      if (!isAssumption(path)) problems.push(`assumed: "${path}" is nothing that the model assumes`);
      else if (typeof value !== 'number' && typeof value !== 'string')
        problems.push(`assumed.${path}: expected a number or a name`);
    }
  if (most !== undefined && !(typeof most === 'number' && most >= CAPS[0] && most <= CAPS[1]))
    problems.push(`cap: expected dollars from ${CAPS[0]} to ${CAPS[1]}`);
  return problems;
}

/** The plan as a link assumes it to run, for the same check as the plan itself; undefined where it assumes nothing. */
export const assumedOf = (plan: Scenario, { assumed }: Readonly<Record<string, unknown>>): Scenario | undefined =>
  isObject(assumed) ? underAssumptions(plan, assumed as Readonly<Record<string, Value>>) : undefined;

/** Opens what lay open where a link was made, if it is about something that is there. */
export function openAs(link: Pick<LinkState, 'open'> | undefined): void {
  const found = link && isObject(link.open) && openOf(link.open);
  if (found) panel.value = found;
}

function openOf({ kind, school, plan }: Readonly<Record<string, unknown>>): Panel | null {
  const known = OPEN.find((one) => one === kind);
  const of = plan === 'b' && comparing.value ? 'b' : 'a';
  if (known === undefined || (known === 'drivers' && !comparing.value)) return null;
  if (known === 'schools') return { kind: known, plan: of };
  if (known !== 'school') return { kind: known };
  const isHere = typeof school === 'number' && Number.isInteger(school) && school >= 0 && school < ground.value.schoolCount;
  return isHere ? { kind: known, school, plan: of } : null;
}
