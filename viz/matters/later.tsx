/** Why there is no answer: not yet, or never, as the study itself says it, which it does in English. */
import type { Refusal } from '../../study/questions/answer.ts';

interface LaterProps {
  /** A refusal, or nothing so far. */
  readonly answer: Refusal | null;
  /** What is said while there is nothing. */
  readonly later: string;
}

export const Later = ({ answer, later }: LaterProps) =>
  answer ? (
    <p class="matters-later" lang="en">
      {answer.why}
    </p>
  ) : (
    <p class="matters-later">{later}</p>
  );
