/** `validate FILE...`: every problem of every file at once. */
import { Command } from '@commander-js/extra-typings';
import { loadScenario } from '../files.ts';
import { print, printJson } from '../print.ts';
import { BadInput, type FileProblem, lineOf } from '../problems.ts';

export const validateCommand = new Command('validate')
  .description('check scenario files, and files of schools that they name, and show every problem with its place')
  .argument('<file...>', 'scenario files')
  .option('--json', 'print the problems as JSON, for programs')
  .action((files, { json }) => {
    const checked = files.map((file) => ({ file, problems: problemsOf(file) }));
    if (json) printJson(checked.map(({ file, problems }) => ({ file, ok: problems.length === 0, problems })));
    else for (const { file, problems } of checked) print(...(problems.length === 0 ? [`${file}: ok`] : problems.map(lineOf)));
    if (checked.some(({ problems }) => problems.length > 0)) process.exitCode = 2;
  });

function problemsOf(file: string): readonly FileProblem[] {
  try {
    loadScenario(file);
    return [];
  } catch (error) {
    if (error instanceof BadInput) return error.problems;
    throw error;
  }
}
