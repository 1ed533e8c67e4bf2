/** The study desk: a worker for designs, answers and files of results, opened when What matters is first looked at. */
import { type Client, connect, openStudyDesk, type StudyDesk } from '../../workers/index.ts';

let desk: Client<StudyDesk> | null = null;

/** A desk that failed is replaced at the next question. */
export const askStudyDesk: Client<StudyDesk>['call'] = async (ask) => {
  desk ??= connect<StudyDesk>(openStudyDesk);
  try {
    return await desk.call(ask);
  } catch (error) {
    desk?.close();
    desk = null;
    throw error;
  }
};
