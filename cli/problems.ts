/** What is wrong with what somebody gave the program: printed whole, then exit code 2. */
import type { Problem } from '../sim/index.ts';

export interface FileProblem extends Problem {
  /** The file, or the option, that it is about. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export class BadInput extends Error {
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    super(problems.map(lineOf).join('\n'));
    this.problems = problems;
  }
}

/** `plan.json:12:5: ingredients.coachign: unknown name; …` */
export function lineOf({ file, line, column, path, message }: FileProblem): string {
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  return path === '' ? `${place}: ${message}` : `${place}: ${path}: ${message}`;
}

/** One problem with an option or a file as a whole. */
export const refuse = (file: string, message: string): never => {
  throw new BadInput([{ file, path: '', message }]);
};
