/** The document: what the model says about the ingredients, first in plain words, then in numbers. */
import { answerSentence } from '../../words/index.ts';
import { type Facts, factsFor, SPREAD } from './facts.ts';
import * as say from './sayings.ts';
import * as tables from './tables.ts';

/** Goals that a plan may have, by the outcome that tells of each. */
const GOALS = [
  ['Spread', 'reach'],
  ['Depth', 'depth'],
  ['Lasting', 'lasting'],
  ['Learning', 'learning'],
  ['Both at once: schools that use it well', 'well'],
  ['Cost', 'cost'],
] as const;

const picture = (name: string, alt: string): string => `![${alt}](pictures/ingredients/${name}.svg)`;

export function documentOf(facts: Facts): string {
  const well = factsFor(facts, 'well');
  const { study, table } = facts.mixes.results;
  const grades = table.factors.filter(({ grade }) => grade === 'D').length;
  return `# What the model says about the ingredients

Written by \`npm run ingredients\` from ${designText(facts)} Everything below says how the rules of the model behave, not how the world does. Weak is a level of ${levels(facts)[0]}, strong one of ${levels(facts)[1]}; the plan around them is “${study.base.title}”.

## In short

- ${say.aloneText(facts.underway)}
- ${say.lastText(facts.underway)}
- ${say.enoughText(well)}
- ${say.pairsText(well, 1)}
- ${say.companyTexts(well)[0]}
- ${say.conditionText(facts.surroundings.conditions[0], 1, facts.surroundings.noise)}
- ${say.rolloutsTexts(facts.underway)[0]}

Which ingredient is in front depends on the goal. From weak to strong, averaged over all that the others may be:

${GOALS.map(([goal, name]) => `- **${goal}:** ${say.frontText(facts, name)}.`).join('\n')}

${picture('shares', 'Shapley shares: whose doing the differences between mixes are, for each outcome')}

## One at a time

${say.firstText(facts.spreading, factsFor(facts, SPREAD).outcome)} ${say.firstText(facts.underway, well.outcome)}

${picture('moves-well', answerSentence(well.matters))}

The solid bar is what an ingredient adds alone, while all others are weak${table.design.kind === 'factorial' ? '' : ' (as single effects and pairs foresee it, since that mix is not in the fraction)'}; the outlined one what it adds averaged over everything that the others may be. For the other outcomes: ${facts.outcomes
    .filter(({ outcome }) => outcome.name !== 'well')
    .map(({ outcome }) => `[${outcome.label.replace(/, year.*/, '')}](pictures/ingredients/moves-${outcome.name}.svg)`)
    .join(', ')}.

## Which reinforce each other

${say.pairsText(well, 3)}

${picture('pairs', answerSentence(well.together))}

For the other goals:

${GOALS.filter(([, name]) => name !== 'well')
  .map(([goal, name]) => `- **${goal}:** ${say.pairsText(factsFor(facts, name), 3)}`)
  .join('\n')}

## What is enough together

A combination is listed if no part of it is enough. ${say.enoughText(well)}

${picture('enough', 'The smallest combinations of ingredients that are enough')}

## The company an ingredient keeps

${say.companyTexts(well).join(' ')}

${picture('company', 'What each ingredient adds, by how many of the others are strong')}

## Fragmentation and collaboration

${facts.surroundings.conditions.map((condition) => say.conditionText(condition, 3, facts.surroundings.noise)).join('\n\n')}

${picture('surroundings', 'What each ingredient adds where the system is fragmented or not, and beside much or little collaboration')}

## Under other rollouts

${say.rolloutsTexts(facts.underway).join(' ')}

${picture('first', 'What the first strong ingredient adds under each rollout')}

${picture('last', 'What one weak ingredient takes away under each rollout')}

## For researchers

### Effects

Change from weak to strong, averaged over the others, with what nine in ten resamples of the futures held. In italics: no more than luck would do over ${table.factors.length} ingredients at once.

${tables.effectsTable(facts)}

### Shapley shares

Parts of the variance between mixes, in 100${table.design.kind === 'factorial' ? ', exact: every mix was run, and products of any number of ingredients are shared out evenly among them' : ', of single effects and pairs: products of three or more ingredients are not told apart in a fraction'}. The variance that luck leaves in a mean over futures is taken off.

${tables.sharesTable(facts)}

### Pairs

“${well.outcome.label}”: both − one − other + neither.

${tables.pairsTable(facts)}

### Combinations

${tables.combinationsTable(facts)}

### Surroundings

What an ingredient adds to “${well.outcome.label}” from weak to strong. In bold: low and high differ by more than luck explains over all pairs at once.

${tables.surroundingsTable(facts)}

### Luck, and how sure the order is

${tables.luckTable(facts)}

${picture('settling', 'How the effects settled as more futures were run')}

### How it was run

${tables.runsTable(facts)}

Future k of every point of a study goes through the same luck, agent by agent. Model version ${facts.mixes.results.manifest.takingRoot.model}. The study files come with the program (\`taking-root list studies\`); \`npm run ingredients\` makes the runs, or goes on with those that are there, and writes this page and its pictures. Any of the answers is to be had by itself: \`taking-root analyze DIR --question together --outcome lasting\`.

## What not to conclude

- That the world is so. What each ingredient acts on, and how strongly, is assumed: ${grades} of the ${table.factors.length} carry evidence grade D. Pairs reinforce each other because rules that we wrote multiply them; a study of the model finds what follows from its rules, and no more.
- That an ingredient with a small effect can be spared. Effects are those of going from ${levels(facts)[0]} to ${levels(facts)[1]} in this district, under this plan, within 15 years. Under another rollout, in other surroundings or against another target the order is another, as the sections above show.
- That equal steps are equal efforts. A level is no amount of money or work; the same step costs little for one ingredient and much for another.
- That what comes out first in one goal serves the others. Read the goals side by side.
- Anything about a real district, programme or person.
`;
}

const levels = ({ mixes }: Facts): readonly number[] => mixes.results.table.factors[0].levels ?? [];

function designText({ mixes, around, rolled }: Facts): string {
  const { pointCount, replicates, design, factors } = mixes.results.table;
  const of = ({ results: { table, runs } }: Facts['mixes']): string =>
    `${table.pointCount.toLocaleString('en')} points of ${table.replicates} futures each (${runs.toLocaleString('en')} runs)`;
  const kind =
    design.kind === 'factorial'
      ? `all ${pointCount.toLocaleString('en')} mixes of the ${factors.length} ingredients, weak or strong`
      : `a fraction of resolution V: ${pointCount} of the ${(2 ** factors.length).toLocaleString('en')} mixes of the ${factors.length} ingredients, weak or strong, in which single effects and pairs are told apart from each other, while what three ingredients do together may show as a pair of others`;
  return `${kind}, each through the same ${replicates} futures; from ${of(around)} in which fragmentation and collaboration vary too; and from ${of(rolled)} under every rollout.`;
}
