/** `story SCENARIO --school ID`: what became of one school in one future. */
import { compile, nearest, type Plan, type System, simulate } from '../../sim/index.ts';
import { type Story, storyOf } from '../../words/index.ts';
import { systemOf } from '../../workers/service.ts';
import { loadScenario } from '../files.ts';
import { futuresOf } from '../futures.ts';
import { scenarioCommand } from '../options.ts';
import { print, printJson, wrapped } from '../print.ts';
import { refuse } from '../problems.ts';

export const storyCommand = scenarioCommand('story')
  .description('tell what became of one school in one future')
  .argument('<scenario>', 'a scenario')
  .requiredOption('--school <id>', 'the school: its id or name in the file of schools, or its place, from 0')
  .option('--replicate <k>', 'which future', '0')
  .option('--json', 'print the story as JSON, for programs')
  .action((file, options) => {
    const { scenario, schools } = loadScenario(file, options);
    const plan = compile(scenario, schools && systemOf(schools.table, scenario));
    const school = schoolOf(plan.system, options.school);
    const [replicate] = futuresOf(`${options.replicate}..${options.replicate}`);
    const name = nameOf(plan.system, school);
    const { story, digest } = tell(plan, school, replicate);
    const { text, events } = story;
    if (options.json) return printJson({ school, name, replicate, seed: plan.seed, digest, text, events });
    print(`${name}, future ${replicate} of seed ${plan.seed}`, '', wrapped(text), '');
    print(
      ...events.map((event) => `${spanOf(event.from, event.to).padStart(10)}  ${event.text}`),
      '',
      'One story, not the story: other futures went otherwise.',
    );
  });

function tell(plan: Plan, school: number, replicate: number): { readonly story: Story; readonly digest: string } {
  const { story: events = [], lives = [], years, digest } = simulate(plan, { replicate, record: { story: [school] } });
  const { firstEducator } = plan.system;
  const posts = firstEducator[school + 1] - firstEducator[school];
  const told = { name: nameOf(plan.system, school), posts, nameOf: (other: number) => nameOf(plan.system, other) };
  return { digest, story: storyOf({ events, life: lives[0], years }, told) };
}

const spanOf = (from: number, to: number): string => (from === to ? from.toFixed(1) : `${from.toFixed(1)}–${to.toFixed(1)}`);

const nameOf = ({ schoolNames, schoolDistrict, districtNames }: System, school: number): string =>
  schoolNames?.[school] ?? `School ${school} in ${districtNames[schoolDistrict[school]]}`;

function schoolOf({ schoolIds, schoolNames, schoolCount }: System, text: string): number {
  const wanted = text.toLowerCase();
  for (const texts of [schoolIds, schoolNames]) {
    const found = texts?.findIndex((one) => one.toLowerCase() === wanted) ?? -1;
    if (found >= 0) return found;
  }
  if (/^\d+$/.test(text) && Number(text) < schoolCount) return Number(text);
  const close = nearest(text, [...(schoolIds ?? []), ...(schoolNames ?? [])]);
  return refuse(
    '--school',
    `there is no school "${text}", expected ${close === undefined ? `a place from 0 to ${schoolCount - 1}` : `for example ${close}`}`,
  );
}
