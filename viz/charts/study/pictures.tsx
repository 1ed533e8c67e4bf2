/** The pictures that show an answer, the first the most important: for the page, the report and the command line alike. */
import type { VNode } from 'preact';
import type { Answer } from '../../../study/questions/answer.ts';
import type { OutcomeColumn, StudyTable } from '../../../study/table.ts';
import type { PictureWords } from '../../../words/index.ts';
import type { Chart } from '../chart.ts';
import { Box } from './box.tsx';
import { Combinations } from './combinations.tsx';
import { Curve } from './curve.tsx';
import { Histogram } from './histogram.tsx';
import { Holds } from './holds.tsx';
import { Importance } from './importance.tsx';
import { Mix } from './mix.tsx';
import { Pairs } from './pairs.tsx';
import type { Drawn } from './parts.tsx';
import { Places } from './places.tsx';
import { Regret } from './regret.tsx';
import * as rows from './rows.ts';
import { Settling } from './settling.tsx';
import { Trajectory } from './trajectory.tsx';

export interface StudyPicture {
  /** One word, for names of files and places in a document. */
  readonly name: string;
  readonly title: string;
  draw(drawn: Drawn): VNode;
  /** The numbers that are drawn. */
  table(): Chart;
}

export function picturesOf(
  answer: Answer,
  { factors }: Pick<StudyTable, 'factors'>,
  words: PictureWords,
): readonly StudyPicture[] {
  const { columns } = words;
  const picture = (name: keyof PictureWords & PictureName, draw: (drawn: Drawn) => VNode, table: () => Chart): StudyPicture => ({
    ...{ name, title: words[name].title },
    ...{ draw, table },
  });
  switch (answer.question) {
    case 'matters':
      return [
        picture(
          'importance',
          (drawn) => <Importance answer={answer} {...drawn} />,
          () => rows.importanceRows(answer, columns),
        ),
        picture(
          'places',
          (drawn) => <Places answer={answer} {...drawn} />,
          () => rows.placeRows(answer, columns),
        ),
        ...(answer.growth
          ? [
              picture(
                'growth',
                (drawn) => <Settling answer={answer} growth={answer.growth!} {...drawn} />,
                () => rows.growthRows(answer, columns, words.growth.units),
              ),
            ]
          : []),
      ];
    case 'together':
      return [
        picture(
          'pairs',
          (drawn) => <Pairs answer={answer} {...drawn} />,
          () => rows.pairRows(answer, columns),
        ),
        picture(
          'combinations',
          (drawn) => <Combinations answer={answer} {...drawn} />,
          () => rows.combinationRows(answer, columns, words.combinations),
        ),
      ];
    case 'fails':
      return [
        picture(
          'box',
          (drawn) => <Box answer={answer} {...drawn} />,
          () => rows.boxRows(answer, columns),
        ),
        picture(
          'trajectory',
          (drawn) => <Trajectory answer={answer} {...drawn} />,
          () => rows.peelRows(answer, columns),
        ),
      ];
    case 'holds':
      return [
        picture(
          'holds',
          (drawn) => <Holds answer={answer} {...drawn} />,
          () => rows.planRows(answer, columns),
        ),
        picture(
          'regret',
          (drawn) => <Regret answer={answer} {...drawn} />,
          () => rows.regretRows(answer, columns),
        ),
      ];
    case 'takes': {
      const ranges = factors.map(({ range }) => range);
      return [
        picture(
          'mix',
          (drawn) => <Mix answer={answer} ranges={ranges} {...drawn} />,
          () => rows.mixRows(answer, columns),
        ),
        picture(
          'curve',
          (drawn) => <Curve answer={answer} {...drawn} />,
          () => rows.curveRows(answer, columns),
        ),
      ];
    }
  }
}

type PictureName =
  | 'importance'
  | 'places'
  | 'growth'
  | 'pairs'
  | 'combinations'
  | 'box'
  | 'trajectory'
  | 'holds'
  | 'regret'
  | 'mix'
  | 'curve';

/** The spread of one outcome over all runs. */
export const spreadOf = (outcome: OutcomeColumn, values: Float64Array, words: PictureWords): StudyPicture => ({
  name: `spread-${outcome.name}`,
  title: outcome.label,
  draw: (drawn) => <Histogram outcome={outcome} values={values} {...drawn} />,
  table: () => rows.spreadRows(outcome, values, words.columns),
});
