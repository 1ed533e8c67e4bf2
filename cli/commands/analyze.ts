/** `analyze DIR --question Q`: one answer of a study: its sentence, its table with ranges, what to bear in mind, and its picture. */
import { join } from 'node:path';
import { Command, Option } from '@commander-js/extra-typings';
import { pursue, type Question, type StudyTable } from '../../study/index.ts';
import { svgFile } from '../../viz/charts/study/file.tsx';
import { picturesOf } from '../../viz/charts/study/pictures.tsx';
import { pictureWords } from '../../words/index.ts';
import { writeWhole } from '../atomic.ts';
import { note, print, printJson, wrapped } from '../print.ts';
import { refuse } from '../problems.ts';
import { csvOfAnswer, screenLines } from '../report/answertable.ts';
import { runner } from '../report/mixes.ts';
import { questions, type Told, toldOf, type Wish } from '../report/questions.ts';
import { codes, ending } from '../study/ending.ts';
import { readStudyFolder } from '../study/read.ts';

const names = Object.keys(questions) as Question[];

export const analyzeCommand = new Command('analyze')
  .description('answer a question from the runs of a study, with its picture and its uncertainty')
  .argument('<dir>', 'folder of the study, as plan made it')
  .addOption(
    new Option('-q, --question <name>', names.map((name) => `${name}: ${questions[name].title}`).join(' '))
      .choices(names)
      .makeOptionMandatory(),
  )
  .option('--outcome <name>', 'the outcome that is asked about (default: the study’s first)')
  .option('--target <x>', 'what the outcome has to reach, in its own unit (default: taken from the runs, and said)')
  .option('--reliability <share>', 'share of futures in which it has to (default: 0.9)')
  .option('--less-is-better', 'less of the outcome is better')
  .option('--cost <outcome>', 'takes: the outcome that is the cost (default: the sum of levels over the lowest)')
  .option('--workers <n>', 'takes: cores to run its mixes on at most (default: all)')
  .option('--partial', 'answer from the runs that are there')
  .option('--out <dir>', 'folder for answer.svg, answer.csv and answer.json')
  .option('--json', 'print the answer as JSON, for programs')
  .action(
    ending(async (dir, options) => {
      const { partial = false, workers, out, json } = options;
      const wish = wishOf(options);
      const { table } = await readStudyFolder(dir, { partial });
      const answer =
        options.question === 'takes'
          ? await pursue(table, wish, runner(dir, workers))
          : questions[options.question].ask(table, wish);
      if (!answer) {
        note('Interrupted: the mixes were not all run, so nothing is said.');
        return 130;
      }
      if (!answer.ok) return refuse(`--question ${options.question}`, answer.why);
      const told = toldOf(answer);
      const files = out === undefined ? [] : writeAnswer(told, table, out);
      if (json) printJson(forPrograms(told));
      else
        print(
          wrapped(told.sentence),
          '',
          ...screenLines(told.answer.table),
          '',
          'Ranges hold 9 in 10 resamples.',
          ...told.cautions.map((caution) => wrapped(caution)),
          ...files.map((file) => `  ${file}`),
        );
      return codes.complete;
    }),
  );

interface Given {
  readonly outcome?: string | undefined;
  readonly target?: string | undefined;
  readonly reliability?: string | undefined;
  readonly lessIsBetter?: true | undefined;
  readonly cost?: string | undefined;
}

function wishOf({ outcome, target, reliability, lessIsBetter, cost }: Given): Wish {
  const share = numberOf('--reliability', reliability);
  if (share !== undefined && !(share > 0 && share <= 1))
    refuse('--reliability', `found ${reliability}, expected a share above 0 and up to 1`);
  const reached = numberOf('--target', target);
  return {
    ...(outcome !== undefined && { outcome }),
    ...(reached !== undefined && { target: reached }),
    ...(share !== undefined && { reliability: share }),
    ...(lessIsBetter && { better: 'low' as const }),
    ...(cost !== undefined && { cost }),
  };
}

function numberOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : refuse(option, `found "${text}", expected a number`);
}

const forPrograms = ({ answer, sentence, cautions }: Told) => ({ sentence, cautions, ...answer });

function writeAnswer(told: Told, table: StudyTable, out: string): readonly string[] {
  const { answer, sentence, cautions } = told;
  const pictures = picturesOf(answer, table, pictureWords);
  const files = {
    'answer.svg': svgFile({ pictures, sentence, note: cautions.join(' '), words: pictureWords }),
    'answer.csv': csvOfAnswer(answer.table),
    'answer.json': `${JSON.stringify(forPrograms(told), null, 2)}\n`,
  };
  return Object.entries(files).map(([name, text]) => {
    const path = join(out, name);
    writeWhole(path, [text]);
    return path;
  });
}
