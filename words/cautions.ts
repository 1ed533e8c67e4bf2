/** What to bear in mind beside the answers of a study. */
import type { Answer, Input } from '../study/index.ts';
import { inHundred } from './figures.ts';
import { type Fillings, fill } from './fill.ts';
import { studies as m } from './messages/en/studies.ts';

/** Sentences to set beside an answer: how settled it is, how much is luck, what it rests on. */
export function answerCautions(answer: Answer): readonly string[] {
  const own = cautionsOf(answer);
  const inputs = namedBy(answer);
  const thin = inputs.filter(({ grade }) => grade === 'C' || grade === 'D').length;
  if (thin === 0) return [m.cautions.rules, ...own];
  return [
    m.cautions.rules,
    ...own,
    fill(thin < inputs.length ? m.cautions.grades : m.cautions.allGrades, { n: thin, all: inputs.length }),
  ];
}

function cautionsOf(answer: Answer): string[] {
  const { cautions } = m;
  const out: string[] = [];
  const say = (when: boolean, text: string, fillings: Fillings = {}): void => {
    if (when) out.push(fill(text, fillings));
  };
  switch (answer.question) {
    case 'matters': {
      const { stability, explained, inputs, luck, filled } = answer;
      say(stability.keepsTop3 < 0.9, cautions.order, { n: inHundred(stability.keepsTop3) });
      say(stability.keepsFirst < 0.9, cautions.first, { n: inHundred(stability.keepsFirst) });
      say(explained < 0.8, cautions.explained, { n: inHundred(Math.max(0, explained)) });
      say(
        inputs.every(({ alone }) => Number.isNaN(alone.value)),
        cautions.alone,
      );
      say(answer.replicates === 1, cautions.single);
      say((filled ?? 0) > 0, cautions.filled, { n: filled ?? 0 });
      say(luck >= 0.1, cautions.luck, { n: inHundred(luck) });
      break;
    }
    case 'together':
      say(!answer.combinations.isComplete, cautions.fraction);
      say(answer.filled > 0, cautions.filled, { n: answer.filled });
      say(answer.replicates === 1, cautions.single);
      break;
    case 'fails':
      for (const { label, steadiness } of answer.box) say(steadiness < 0.8, cautions.steady, { label, n: inHundred(steadiness) });
      say(answer.box.length > 0 && answer.density.value < answer.wanted, cautions.loose);
      say(answer.further.length > 0, cautions.further);
      say(answer.side === 'at', cautions.ties, { n: inHundred(answer.base) });
      break;
    case 'holds':
      say(answer.replicates < 20, cautions.few, { n: answer.replicates });
      break;
    case 'takes':
      say(answer.candidates.length > 0, cautions.surface, { n: inHundred(Math.max(0, answer.emulator.q2)) });
      say(!answer.isConfirmed && answer.candidates.length > 0, cautions.unconfirmed);
      break;
  }
  return out;
}

/** Inputs that a sentence may name. */
function namedBy(answer: Answer): readonly Input[] {
  switch (answer.question) {
    case 'matters':
      return answer.inputs.filter(({ isBeyondNoise }) => isBeyondNoise);
    case 'together':
      return answer.inputs;
    case 'takes':
      return [...answer.inputs, ...answer.assumed];
    case 'fails':
      return [...answer.box, ...answer.further.flatMap(({ box }) => box)];
    case 'holds':
      return [];
  }
}
