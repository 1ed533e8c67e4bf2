/** `run SCENARIO...`: futures of scenarios, summed up on screen and kept in tidy files. */
import {
  innovationNames,
  learnedTitle,
  recommendationsOf,
  sentence,
  summaryRows,
  summaryTable,
  textFan,
  worthOf,
} from '../../words/index.ts';
import { runAll } from '../ensembles.ts';
import { loadScenarios } from '../files.ts';
import { rangesOf } from '../futures.ts';
import type { LoadedScenario } from '../loaded.ts';
import { ensembleCommand } from '../options.ts';
import { type Finished, formatsOf, writeResults } from '../output.ts';
import { note, print, printJson, terminalWidth, wrapped } from '../print.ts';

export const runCommand = ensembleCommand('run')
  .description('run scenarios and show what became of them')
  .argument('<scenario...>', 'scenario files, manifests of earlier runs, or names from `list scenarios`')
  .action(async (files, options) => {
    const formats = formatsOf(options.format);
    const scenarios = loadScenarios(files, options);
    noteSchools(scenarios);
    const forPrograms: unknown[] = [];
    let kept = 0;
    const interrupted = await runAll(scenarios, options, (done) => {
      const folder = options.out === undefined ? undefined : writeResults(done, options.out, formats);
      kept += done.ensemble.runs.length;
      if (options.json) forPrograms.push(asJson(done, folder));
      else print(summaryOf(done, folder), '');
    });
    if (options.json) printJson(forPrograms);
    if (!interrupted) return;
    note(`Interrupted: ${kept} whole futures were kept.`);
    process.exitCode = 130;
  });

/** What was missing or assumed in files of schools. */
export function noteSchools(scenarios: readonly LoadedScenario[]): void {
  for (const { schools } of scenarios) if (schools) note(...schools.report, '');
}

function summaryOf(done: Finished, folder: string | undefined): string {
  const { loaded, ensemble, facts, seed } = done;
  const futures = rangesOf(ensemble.runs.map(({ replicate }) => replicate));
  const rows = [
    loaded.scenario.title,
    `${facts.system}: ${facts.schools} schools, ${facts.educators} educators, ${facts.districts} districts${facts.regions > 1 ? ` in ${facts.regions} regions` : ''}. Futures ${futures} of seed ${seed}.`,
    '',
    wrapped(sentence(ensemble).text),
    '',
    ...textFan(ensemble, 'schoolsInUse', { width: terminalWidth(), height: 10 }),
    '',
    ...summaryTable(summaryRows(ensemble, undefined, facts.columns)),
    ...learnedIn(done),
    '',
    `Digest ${ensemble.digest}`,
    ...(folder === undefined ? [] : [`Files in ${folder}`]),
  ];
  return rows.join('\n');
}

/** What the learning loop of the first future recommends, and what such recommendations are worth over all of them. */
function learnedIn({ loaded, ensemble: { runs } }: Finished): readonly string[] {
  const worth = worthOf(runs);
  const [first] = runs;
  const lines = recommendationsOf(first.cycles ?? [], innovationNames(loaded.scenario));
  if (worth === undefined || lines.length === 0) return [];
  return ['', learnedTitle(first.replicate), ...[...lines, worth].map((line) => wrapped(`- ${line}`))];
}

const asJson = ({ loaded, ensemble, facts, seed }: Finished, folder: string | undefined) => ({
  name: loaded.name,
  title: loaded.scenario.title,
  sentence: sentence(ensemble).text,
  system: {
    name: facts.system,
    schools: facts.schools,
    educators: facts.educators,
    districts: facts.districts,
    regions: facts.regions,
  },
  seed,
  replicates: ensemble.runs.map(({ replicate }) => replicate),
  digest: ensemble.digest,
  digests: ensemble.runs.map(({ digest }) => digest),
  summary: summaryRows(ensemble, undefined, facts.columns).map(({ metric, label, unit, band }) => ({
    metric,
    label,
    unit,
    ...band,
  })),
  recommendations: recommendationsOf(ensemble.runs[0].cycles ?? [], innovationNames(loaded.scenario)),
  ...(folder !== undefined && { folder }),
});
