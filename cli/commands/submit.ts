/** `submit ENGINE DIR`: the file that hands a study to a scheduler, on standard output. */
import { Command } from '@commander-js/extra-typings';
import { BadInput, refuse } from '../problems.ts';
import { codes, ending } from '../study/ending.ts';
import { engines, jobOf } from '../study/submit/index.ts';

const names = engines.map(({ name }) => name).join(', ');

export const submitCommand = new Command('submit')
  .description('print the file that hands a planned study to a scheduler; nobody is contacted')
  .argument('<engine>', engines.map(({ name, about }) => `${name}: ${about}`).join('\n'))
  .argument('<dir>', 'folder of the study, as plan made it')
  .requiredOption('--shards <n>', 'into how many shards the study is cut')
  .option('--only <list>', 'shards to run again, as 2,5: status --shards n names those that are missing')
  .option('--at-once <n>', 'shards that run at the same time at most (default: as many as there is room for)')
  .option('--time <minutes>', 'minutes that a shard may take', '120')
  .option('--memory <MB>', 'memory that a shard may take', '2000')
  .option('--image <name>', 'container image that holds the program')
  .option('--claim <name>', 'persistent volume claim whose root is the study folder')
  .option('--program <text>', 'what calls the program there (default: this one; taking-root in an image)')
  .action(
    ending((name, dir, wish) => {
      const engine = engines.find((one) => one.name === name) ?? refuse('submit', `found "${name}", expected one of ${names}`);
      const job = jobOf(dir, wish);
      const refusal = engine.refusal?.(job);
      if (refusal) throw new BadInput([refusal]);
      process.stdout.write(engine.text(job));
      return codes.complete;
    }),
  );
