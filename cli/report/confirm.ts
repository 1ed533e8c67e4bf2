/** Candidates of an emulator really run: the scenario of each mix through futures that the study has not seen. */
import { confirm, mixAt, type RealRuns, type StudyTable, scenarioAt, type TakesAnswer } from '../../study/index.ts';
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
  const { costOutcome, outcome, candidates, assumed } = answer;
  // What no plan chooses differs from future to future, so that each is a scenario of its own, with luck of its own.
  const [worlds, replicates] = assumed.length > 0 ? [FUTURES, 1] : [1, FUTURES];
  const scenarios = candidates.flatMap((candidate, i) =>
    Array.from({ length: worlds }, (_, k): LoadedScenario => {
      const scenario = {
        ...scenarioAt(folder.study, folder.study.base, mixAt(answer, candidate, k)),
        seed: `${folder.study.seed} confirmed${worlds > 1 ? ` ${k + 1}` : ''}`,
      };
      const schools = schoolsOf(scenario, folder.dir);
      return { name: `mix-${i + 1}-${k + 1}`, scenario, folder: folder.dir, sha256: folder.manifest.studyId, schools };
    }),
  );
  const place = (name: string): number => folder.outcomes.findIndex((one) => one.name === name);
  const rows: Float64Array[] = [];
  const interrupted = await runAll(scenarios, { replicates: String(replicates), workers }, ({ ensemble }) => {
    rows.push(...ensemble.runs.map((results) => folder.outcomesOf(results)));
  });
  if (interrupted) return undefined;
  const runs = candidates.map((_, i): RealRuns => {
    const own = rows.slice(i * FUTURES, (i + 1) * FUTURES);
    const column = (name: string): number[] => own.map((row) => row[place(name)]);
    return { outcome: column(outcome.name), ...(costOutcome && { cost: column(costOutcome.name) }) };
  });
  return confirm(table, answer, runs);
}
