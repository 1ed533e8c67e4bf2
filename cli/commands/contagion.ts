/** `contagion CASE`: a reduced model, for those who want to check the engine against theory. */
import { Command } from '@commander-js/extra-typings';
import { contagion } from '../contagion.ts';
import { refuse } from '../problems.ts';

export const contagionCommand = new Command('contagion')
  .description('run a reduced model of contagion from a case file or a folder of reference cases, and print its table')
  .argument('<case>', 'a case file, or a folder with case.json')
  .option('-n, --replicates <n>', 'replicates in place of the case’s')
  .option('--seed <text>', 'text that luck is made from')
  .option('--output <kind>', 'curve, finalDistribution, nodeProbability or perSeed')
  .option('--variant <name>', 'of a folder with several cases, the one')
  .option('--json', 'print the table as JSON, for programs')
  .action(async (path, { replicates, ...options }) => {
    if (replicates !== undefined && !/^\d+$/.test(replicates))
      refuse('--replicates', `found "${replicates}", expected a whole number`);
    process.exitCode = await contagion(
      path,
      { ...options, ...(replicates !== undefined && { replicates: Number(replicates) }) },
      { write: (text) => void process.stdout.write(text), complain: (text) => void process.stderr.write(text) },
    );
  });
