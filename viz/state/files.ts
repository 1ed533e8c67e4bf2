/** Plans from files and into files, in the form that the command line reads and writes. */
import { signal } from '@preact/signals';
import { SCENARIO_BYTES } from '../../formats/index.ts';
import type { Problem, Scenario } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { first } from '../first/index.ts';
import { place } from './change.ts';
import { saveText } from './download.ts';
import { askDesk } from './engine.ts';
import { standOn } from './grounds.ts';
import { text } from './language.ts';
import { type OwnSchools, own, pairName } from './own.ts';
import type { PlanId } from './plan.ts';
import { catalogue, edited, planOf } from './store.ts';

/** Why the last file could not be opened; null where it could, or once it was put away. */
export const faults = signal<{ readonly name: string; readonly problems: readonly Problem[] } | null>(null);

/** Opens a scenario file, JSON or YAML, as one of the plans; `faults` says what is wrong with one that cannot be. */
export async function openFile(file: File, id: PlanId): Promise<void> {
  const problems = await opened(file, id).catch((error: Error): Problem[] => [{ path: '', message: error.message }]);
  faults.value = problems.length > 0 ? { name: file.name, problems } : null;
}

async function opened(file: File, id: PlanId): Promise<readonly Problem[]> {
  // One byte more than is believed is enough to be told that it is too much.
  const bytes = new Uint8Array(await file.slice(0, SCENARIO_BYTES + 1).arrayBuffer());
  const read = await askDesk((desk) => desk.readScenario(bytes));
  if (!read.ok) return read.problems;
  const plan = complete(read.value);
  const schools = schoolsOf(plan);
  if (typeof schools === 'string') return [{ path: 'system', message: schools }];
  const checked = await askDesk((desk) => desk.checkScenario(plan, schools?.table));
  if (!checked.ok) return checked.problems;
  await standOn(plan, schools);
  place(id, plan);
  return [];
}

/** The file whose schools a plan is about, null for made-up ones; a sentence where the page does not have them. */
function schoolsOf({ system }: Scenario): OwnSchools | null | string {
  const words = text.value.shell.files;
  if ('preset' in system) return null;
  const name = 'nodes' in system ? pairName(system) : system.file;
  if (own.value?.name === name) return own.value;
  return fill('nodes' in system ? words.needsNetwork : words.needsSchools, { name });
}

/** The plan with what every other setting stands in said aloud: its rollout and its innovation. */
function complete(plan: Scenario): Scenario {
  const [{ name }] = (catalogue.value ?? first.levers).strategies;
  const title = fill(text.value.levers.settings.innovations.newName, { n: 1 });
  return { ...plan, strategy: plan.strategy ?? { kind: name }, innovations: plan.innovations ?? [{ name: title }] };
}

/** Hands the plan being edited over as a file. */
export function saveFile(): void {
  const plan = planOf(edited.value);
  const json = `${JSON.stringify({ $schema: './scenario.schema.json', ...plan }, null, 2)}\n`;
  saveText(`${fileName(plan.title)}.json`, json, 'application/json');
}

/** A title as a file's name: small letters and digits of any script, with hyphens between. */
const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || text.value.shell.files.fileName;
