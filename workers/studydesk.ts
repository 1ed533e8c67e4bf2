/** What What matters asks for: designs for its own study, answers to questions, and tables from files of results. */
import { transfer } from 'comlink';
import { designOf, type StudyTable } from '../study/index.ts';
import { refining } from '../study/refining.ts';
import { type AnswerTo, type Asked, answerTo } from './studyanswers.ts';
import { type ResultsFile, type ResultsRead, readResults } from './studyread.ts';

/** Points for settings of which only the number matters. */
export interface PageDesign {
  /** -1 for weak and 1 for strong: a row a point, a column a setting, in the order in which they are best run. */
  readonly signs: Float64Array;
  /** Levels from 0 to 1, evenly spread however many are run: a row a point. */
  readonly anywhere: Float64Array;
}

export class StudyDesk {
  /** The fraction of resolution V for so many settings, and so many points of a Sobol sequence over them. */
  design(settings: number, points: number): PageDesign {
    const signs = rowsOf(settings, { kind: 'fraction', resolution: 5 }, [-1, 1]);
    const order = refining(signs, settings);
    const ordered = Float64Array.from(signs, (_, at) => signs[order[Math.floor(at / settings)] * settings + (at % settings)]);
    const anywhere = rowsOf(settings, { kind: 'sobol', points });
    return transfer({ signs: ordered, anywhere }, [ordered.buffer as ArrayBuffer, anywhere.buffer as ArrayBuffer]);
  }

  /** What a table says about an outcome of it. */
  answer(table: StudyTable, asked: Asked): AnswerTo<Asked['question']> {
    return answerTo(table, asked);
  }

  /** A study's results from files that came together: results.csv or results.parquet, with what says what their columns are. */
  read(files: readonly ResultsFile[]): Promise<ResultsRead> {
    return readResults(files);
  }
}

type Wish = Parameters<typeof designOf>[0]['design'];

/** A row a point, over factors that go from 0 to 1 or have two levels. */
function rowsOf(settings: number, design: Wish, levels?: readonly [number, number]): Float64Array {
  const factors = Array.from({ length: settings }, (_, j) => ({
    name: `setting${j}`,
    paths: [],
    ...(levels ? { levels } : { distribution: { kind: 'uniform' as const, low: 0, high: 1 } }),
  }));
  const points = designOf({ design, factors, luck: 'same', seed: '1' });
  const rows = new Float64Array(points.pointCount * settings);
  for (let point = 0; point < points.pointCount; point++) rows.set(points.at(point), point * settings);
  return rows;
}
