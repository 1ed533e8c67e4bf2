/** The pictures of the document, each an SVG that stands alone. */
import { Beside } from '../../viz/charts/study/beside.tsx';
import { svgFile } from '../../viz/charts/study/file.tsx';
import { Grid } from '../../viz/charts/study/grid.tsx';
import { picturesOf, type StudyPicture } from '../../viz/charts/study/pictures.tsx';
import { answerSentence, pictureWords as words } from '../../words/index.ts';
import { type Facts, factsFor, type OutcomeFacts, SPREAD } from './facts.ts';
import { byShare, endsOf } from './sayings.ts';
import type { Underway } from './underway.ts';

/** By name of file, without its ending, the picture. */
export function picturesIn(facts: Facts): ReadonlyMap<string, string> {
  const well = factsFor(facts, 'well');
  return new Map([
    ...facts.outcomes.map((one) => [`moves-${one.outcome.name}`, answered(facts, one, 'importance')] as const),
    ['shares', sharesOf(facts)],
    ['pairs', answered(facts, well, 'pairs')],
    ['enough', answered(facts, well, 'combinations')],
    ['company', companyOf(well)],
    ['surroundings', surroundingsIn(facts)],
    ['first', rolloutsOf(facts.spreading, factsFor(facts, SPREAD).outcome.label, 'only')],
    ['last', rolloutsOf(facts.underway, well.outcome.label, 'without')],
    ['settling', answered(facts, well, 'growth')],
  ]);
}

/** One of the pictures that show an answer, with its sentence. */
function answered({ mixes }: Facts, { matters, together }: OutcomeFacts, name: string): string {
  const answer = name === 'pairs' || name === 'combinations' ? together : matters;
  const pictures = picturesOf(answer, mixes.results.table, words).filter((picture) => picture.name === name);
  return svgFile({ pictures, sentence: answerSentence(answer), note: '', words });
}

const alone = (sentence: string, title: string, draw: StudyPicture['draw']): string =>
  svgFile({ pictures: [{ name: 'one', title, draw, table: () => ({ columns: [], rows: [] }) }], sentence, note: '', words });

const HUNDRED = 100;

function sharesOf(facts: Facts): string {
  const order = byShare(facts);
  const cells = order.map(({ factor }) =>
    facts.outcomes.map(({ matters }) => HUNDRED * (matters.inputs.find((input) => input.factor === factor)?.share?.value ?? 0)),
  );
  return alone(
    'Whose doing it is: the part of what differs between mixes that goes to each ingredient, for each outcome',
    'Shapley shares of the variance between mixes, in 100',
    (drawn) => (
      <Grid
        {...drawn}
        rows={order.map(({ label }) => label)}
        columns={facts.outcomes.map(({ outcome }) => outcome.label.replace(/, year.*/, ''))}
        cells={cells}
        isSigned={false}
        isByColumn={false}
        foot="A column adds up to 100. Ingredients stand in the order of their mean share."
      />
    ),
  );
}

/** Where only some mixes were run there are hardly any with few strong, or many: nothing is drawn there. */
function companyOf({ company, outcome }: OutcomeFacts): string {
  const others = company.inputs.length - 1;
  const [few, many] = company.isExact ? [0, others] : endsOf(others);
  const shown = { ...company, effects: company.effects.map((row) => row.slice(few, many + 1)) };
  return alone(
    `What an ingredient adds to “${outcome.label}”, by the company it keeps`,
    'Change from weak to strong, in 100 schools, by how many of the others are strong',
    (drawn) => (
      <Beside
        {...drawn}
        company={shown}
        times={HUNDRED}
        foot={`From ${few} of the others strong, on the left, to ${many}, on the right. ${
          company.isExact ? 'Every mix was run.' : 'Only some mixes were run: lines are what single effects and pairs foresee.'
        }`}
      />
    ),
  );
}

function surroundingsIn({ surroundings: { conditions, noise } }: Facts): string {
  const columns = conditions.flatMap(({ label }) => [`${label}: low`, 'high']);
  const rows = conditions[0].changes.map(({ label }) => label);
  return alone(
    'What an ingredient adds where the system is fragmented or not, and beside much or little collaboration',
    'Change of schools that use it well from weak to strong, in 100',
    (drawn) => (
      <Grid
        {...drawn}
        rows={rows}
        columns={columns}
        cells={rows.map((_, i) => conditions.flatMap(({ changes }) => [HUNDRED * changes[i].low, HUNDRED * changes[i].high]))}
        isFaint={(row, column) => !conditions[Math.floor(column / 2)].changes[row].isBeyondNoise}
        isSigned
        isByColumn={false}
        foot={`Coloured where low and high differ by more than ${(HUNDRED * noise).toFixed(1)}, which luck does not explain over all pairs at once.`}
      />
    ),
  );
}

function rolloutsOf({ ingredients, rollouts }: Underway, label: string, which: 'only' | 'without'): string {
  const isFirst = which === 'only';
  return alone(
    isFirst
      ? 'What the first strong ingredient adds, under each rollout, while all others are weak'
      : 'What one weak ingredient takes away, under each rollout, while all others are strong',
    `${label}: change in 100`,
    (drawn) => (
      <Grid
        {...drawn}
        rows={[isFirst ? 'With all weak' : 'With all strong', ...ingredients.map(({ label }) => label)]}
        columns={rollouts.map(({ label }) => label)}
        cells={[
          rollouts.map(({ weak, strong }) => HUNDRED * (isFirst ? weak : strong).mean),
          ...ingredients.map((_, i) => rollouts.map((rollout) => HUNDRED * rollout[which][i].change)),
        ]}
        isFaint={(row, column) => row === 0 || !rollouts[column][which][row - 1].isBeyondNoise}
        isSigned
        isByColumn={false}
        foot={`First row: ${label}, in 100. Coloured: more than three standard errors from nothing.`}
      />
    ),
  );
}
