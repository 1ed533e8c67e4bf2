/** Every documented pattern, in the order of their names, and all that it takes to run them and to tell of them. */
import type { Pattern } from './pattern.ts';
import { design } from './rows/design.ts';
import { lasting } from './rows/lasting.ts';
import { money } from './rows/money.ts';
import { people } from './rows/people.ts';
import { shape } from './rows/shape.ts';
import { sound } from './rows/sound.ts';
import { support } from './rows/support.ts';
import { together } from './rows/together.ts';
import { without } from './rows/without.ts';

export { jobsOf, jobsOfAll, judge } from './evaluate.ts';
export { bandText, estimateText } from './figure.ts';
export { fileOf, PICTURES, page, summary } from './page.ts';
export { picture } from './picture.tsx';

/** First those of section 3 of the evidence (P), then its interactions (I), then what any sound model must show (S). */
const order = ({ id }: Pattern): number => 'PIS'.indexOf(id[0]) * 1000 + Number(id.slice(1));

export const patterns: readonly Pattern[] = [
  ...shape,
  ...without,
  ...support,
  ...lasting,
  ...people,
  ...together,
  ...design,
  ...money,
  ...sound,
].sort((a, b) => order(a) - order(b));
