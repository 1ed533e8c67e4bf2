/** Mixes really run: the scenario of each through futures that the study has not seen. */
import { type Candidate, mixAt, type RealRuns, scenarioAt, type TakesAnswer } from '../../study/index.ts';
import { runAll } from '../ensembles.ts';
import type { LoadedScenario } from '../loaded.ts';
import { schoolsOf } from '../schools.ts';
import { openFolder } from '../study/folder.ts';

/** Futures of each mix: enough to tell 9 in 10 from 8 in 10. */
const FUTURES = 64;

/** Runs mixes of a study folder, on so many cores at most; resolves to undefined where that was interrupted. */
export function runner(dir: string, workers: string | undefined) {
  const folder = openFolder(dir);
  const place = (name: string): number => folder.outcomes.findIndex((one) => one.name === name);
  return async (
    answer: TakesAnswer,
    candidates: readonly Candidate[],
    futures: string,
  ): Promise<readonly RealRuns[] | undefined> => {
    const { costOutcome, outcome, assumed } = answer;
    // What no plan chooses differs from future to future, so that each is a scenario of its own, with luck of its own.
    const [worlds, replicates] = assumed.length > 0 ? [FUTURES, 1] : [1, FUTURES];
    const scenarios = candidates.flatMap((candidate, i) =>
      Array.from({ length: worlds }, (_, k): LoadedScenario => {
        const scenario = {
          ...scenarioAt(folder.study, folder.study.base, mixAt(answer, candidate, k)),
          seed: `${folder.study.seed} ${futures}${worlds > 1 ? ` ${k + 1}` : ''}`,
        };
        const schools = schoolsOf(scenario, folder.dir);
        return { name: `mix-${i + 1}-${k + 1}`, scenario, folder: folder.dir, sha256: folder.manifest.studyId, schools };
      }),
    );
    const rows: Float64Array[] = [];
    const interrupted = await runAll(scenarios, { replicates: String(replicates), workers }, ({ ensemble }) => {
      rows.push(...ensemble.runs.map((results) => folder.outcomesOf(results)));
    });
    if (interrupted) return undefined;
    return candidates.map((_, i): RealRuns => {
      const own = rows.slice(i * FUTURES, (i + 1) * FUTURES);
      const column = (name: string): number[] => own.map((row) => row[place(name)]);
      return { outcome: column(outcome.name), ...(costOutcome && { cost: column(costOutcome.name) }) };
    });
  };
}
