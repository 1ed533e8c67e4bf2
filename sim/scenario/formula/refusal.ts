/** A mistake of a formula's author: where in the text, counted from 1, and what was expected there. */
export class Refusal extends Error {
  constructor(at: number, expected: string) {
    super(`character ${at}: ${expected}`);
  }
}
