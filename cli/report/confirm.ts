/** Candidates of an emulator really run: the scenario of each mix through futures that the study has not seen. */
import { confirm, type RealRuns, type StudyTable, scenarioAt, type TakesAnswer } from '../../study/index.ts';
import { runAll } from '../ensembles.ts';
import type { LoadedScenario } from '../loaded.ts';
import { schoolsOf } from '../schools.ts';
import { openFolder } from '../study/folder.ts';

/** Futures of each mix: enough to tell 9 in 10 from 8 in 10. */
const FUTURES = 64;

/** The answer with what really came of its mixes; undefined where the runs were interrupted. */
export async function confirmed(
  dir: string,
  table: StudyTable,
  answer: TakesAnswer,
  workers: string | undefined,
): Promise<TakesAnswer | undefined> {
  const folder = openFolder(dir);
  const scenarios = answer.candidates.map(({ values }, i): LoadedScenario => {
    const scenario = {
      ...scenarioAt(folder.study, folder.study.base, Float64Array.from(values)),
      seed: `${folder.study.seed} confirmed`,
    };
    const schools = schoolsOf(scenario, folder.dir);
    return { name: `mix-${i + 1}`, scenario, folder: folder.dir, sha256: folder.manifest.studyId, schools };
  });
  const place = (name: string): number => folder.outcomes.findIndex((outcome) => outcome.name === name);
  const { costOutcome, outcome } = answer;
  const runs: RealRuns[] = [];
  const interrupted = await runAll(scenarios, { replicates: String(FUTURES), workers }, ({ ensemble }) => {
    const rows = ensemble.runs.map((results) => folder.outcomesOf(results));
    const column = (name: string) => rows.map((row) => row[place(name)]);
    runs.push({ outcome: column(outcome.name), ...(costOutcome && { cost: column(costOutcome.name) }) });
  });
  return interrupted ? undefined : confirm(table, answer, runs);
}
