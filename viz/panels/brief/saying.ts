/** What the page says first: the trade-off as a headline, and the sentence without repeating it. */
import { type Ensemble, ensembleOf, type Results } from '../../../sim/index.ts';
import { leadOfTwo, type Segment, sentence, sentenceOfTwo, winLines } from '../../../words/index.ts';
import { bandsOf } from '../../charts/bands.ts';
import { filled, text, whole } from '../../state/language.ts';
import { panelText } from '../../state/paneltext.ts';

export interface Saying {
  readonly headline: string;
  readonly sentence: readonly Segment[];
}

const known = new WeakMap<readonly Results[], Ensemble>();

/** An ensemble of some futures, made once: its digest takes time. */
function ensembleIn(runs: readonly Results[]): Ensemble {
  const made = known.get(runs) ?? ensembleOf('', runs);
  known.set(runs, made);
  return made;
}

/** One plan at a year. */
export function sayingOfOne(runs: readonly Results[], year: number, row: number): Saying {
  const well = Math.round(100 * bandsOf(runs, 'schoolsWell')[row].median);
  return {
    headline: filled(panelText.value.brief.headline, { year: whole(year), well: whole(well) }),
    sentence: sentence(ensembleIn(runs), year, text.value).segments,
  };
}

/** Two plans through the same futures at a year. */
export function sayingOfTwo(
  a: readonly Results[],
  b: readonly Results[],
  names: { readonly a: string; readonly b: string },
  year: number,
): Saying {
  const pair = [ensembleIn(a), ensembleIn(b)] as const;
  const headline = leadOfTwo(...pair, names, year, text.value);
  const [first, ...others] = sentenceOfTwo(...pair, names, year, text.value).segments;
  const after = first.text.startsWith(headline) ? first.text.slice(headline.length).replace(/^\W+/u, '') : first.text;
  const wins = winLines(...pair, names, year, text.value).map((line) => ({ text: ` ${line}` }));
  return { headline, sentence: [{ ...first, text: after }, ...others, ...wins] };
}
