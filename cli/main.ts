/** The program `taking-root`: exit code 0; 2 where what it was given cannot be believed; 130 after Ctrl-C. */
import { Command, CommanderError } from '@commander-js/extra-typings';
import { commands } from './commands/index.ts';
import { note } from './print.ts';
import { BadInput, lineOf } from './problems.ts';
import { programVersion } from './shipped.ts';

const program = new Command('taking-root')
  .description('A what-if simulator of how education innovations spread and take root.')
  .version(programVersion())
  .showHelpAfterError('(--help shows what there is)')
  .addHelpText(
    'after',
    '\nFor example:\n  taking-root run default --replicates 64 --out out\n  taking-root run default --set ingredients.alliances=0.8\n  taking-root compare default my.json',
  );

for (const command of commands) {
  program.addCommand(command.copyInheritedSettings(program).exitOverride());
}
program.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // it has said what is wrong
  if (!(error instanceof BadInput)) throw error;
  note(...error.problems.map(lineOf));
  return 2;
}
