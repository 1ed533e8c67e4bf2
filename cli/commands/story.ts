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
    const { story, digest } = tell(plan, school, name, replicate);
    if (options.json) return printJson({ school, name, replicate, seed: plan.seed, digest, ...story });
    print(`${name}, future ${replicate} of seed ${plan.seed}`, '', wrapped(story.text), '');
    print(
      ...story.events.map(({ from, to, text }) => `${spanOf(from, to).padStart(10)}  ${text}`),
      '',
      'One story, not the story: other futures went otherwise.',
    );
  });

/** The same future twice: once for the events, once for where the school stood. */
function tell(plan: Plan, school: number, name: string, replicate: number): { readonly story: Story; readonly digest: string } {
  const { story = [], digest } = simulate(plan, { replicate, record: { story: [school] } });
  const { schools, years } = simulate(plan, { replicate, record: 'schools' });
  const posts = plan.system.firstEducator[school + 1] - plan.system.firstEducator[school];
  const share = schools!.use[(years.length - 1) * schools!.schools + school] / 255;
  return { digest, story: storyOf(story, { name, posts, using: Math.round(share * posts), years: plan.years }) };
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
