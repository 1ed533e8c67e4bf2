/** `plan STUDY -o DIR`: checks a study, says what it will take, and makes the folder that its runs go to. */
import { Command } from '@commander-js/extra-typings';
import { print, printJson } from '../print.ts';
import { codes, ending } from '../study/ending.ts';
import { loadStudy } from '../study/load.ts';
import { plan } from '../study/plan.ts';
import { planFacts, planLines } from '../study/told.ts';

export const planCommand = new Command('plan')
  .description('check a study, time a few of its runs, and make the folder that its runs go to')
  .argument('<study>', 'a study file, or the name of one that comes with the program')
  .requiredOption('-o, --out <dir>', 'the study folder')
  .option('--chunk <n>', 'runs of a chunk, which is made and kept as a whole (default: about a minute of them)')
  .option('--json', 'print the plan as JSON, for programs')
  .action(
    ending((file, { out, chunk, json }) => {
      const planned = plan(loadStudy(file), out, { chunk });
      const { dir, shards } = planFacts(planned);
      if (json) printJson(planFacts(planned));
      else
        print(
          ...planLines(planned),
          '',
          `  taking-root work ${dir}                makes its runs here`,
          `  taking-root work ${dir} --shard 0/${Math.max(2, shards)}    a part of them, on each of several machines`,
          `  taking-root status ${dir}              how far they are`,
          `  taking-root collect ${dir}             one table of all`,
        );
      return codes.complete;
    }),
  );
