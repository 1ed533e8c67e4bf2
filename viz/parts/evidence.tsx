/** How strong the evidence behind a number is: one to four bars, always with the letter in words. */
import type { Grade } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { text } from '../state/language.ts';

const bars: Readonly<Record<Grade, number>> = { A: 4, B: 3, C: 2, D: 1 };

export function Evidence({ grade }: { readonly grade: Grade }) {
  const words = text.value.shell.evidence;
  return (
    <span class="evidence" role="img" aria-label={fill(words.label, { grade, meaning: words[grade] })} title={words[grade]}>
      {[1, 2, 3, 4].map((bar) => (
        <i key={bar} class={bar <= bars[grade] ? 'on' : ''} />
      ))}
    </span>
  );
}
