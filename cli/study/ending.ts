/** How a command on a study folder ends: an exit code that a scheduler can act on, and one plain sentence. */
import { note } from '../print.ts';

/** By what a scheduler should do: nothing; never retry; never retry; run again; use the other Node; retry later. */
export const codes = { complete: 0, badInput: 2, otherStudy: 3, incomplete: 4, otherNumbers: 5, environment: 75 } as const;

export type Code = (typeof codes)[keyof typeof codes];

/** Ends the command with a code after saying why. */
export class Halt extends Error {
  readonly code: Code;

  constructor(code: Code, message: string) {
    super(message);
    this.code = code;
  }
}

/** The action of a command: its code becomes the program's, a refusal is said in a sentence, and so is what disks and folders refuse. */
export const ending =
  <Args extends unknown[]>(act: (...args: Args) => number | Promise<number>) =>
  async (...args: Args): Promise<void> => {
    try {
      process.exitCode = await act(...args);
    } catch (error) {
      const halt = error instanceof Halt ? error : ofSystem(error);
      if (!halt) throw error;
      note(halt.message);
      process.exitCode = halt.code;
    }
  };

const causes: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of disk space is used up',
  EROFS: 'the disk can only be read',
  EACCES: 'there is no permission to write',
  EPERM: 'writing is not permitted',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
};

/** An error of the system around the program, such as a full disk; undefined for a mistake of the program's own. */
function ofSystem(error: unknown): Halt | undefined {
  const { code, syscall, path = '' } = error as NodeJS.ErrnoException;
  if (syscall === undefined || code === undefined) return undefined;
  const cause = causes[code] ?? `${syscall} was refused`;
  return new Halt(codes.environment, `${path}: ${cause} (${code}); nothing half-written was left, go on once this is mended`);
}
