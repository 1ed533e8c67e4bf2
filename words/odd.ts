/**
 * The description of the model after the ODD protocol (Grimm et al. 2020, JASSS 23(2):7), its tables made from the lists that the
 * model itself runs by.
 */
import {
  before,
  brokenDown,
  conventions,
  delivering,
  eventKinds,
  events,
  ingredients,
  layers,
  MODEL_VERSION,
  MOST_DISTRICTS,
  MOST_REGIONS,
  metrics,
  occasional,
  type Process,
  presetNames,
  presets,
  processes,
  reasons,
  settings,
  settling,
  strategies,
  systemQuantities,
  yearly,
} from '../sim/index.ts';
import { entitySections } from './odd/entities.ts';
import { quantityTable, table } from './odd/markdown.ts';
import { wellMixed } from './odd/wellmixed.ts';

export function modelDocument(): string {
  const parts = [
    ...head(),
    ...purpose(),
    ...state(),
    ...overview(),
    ...concepts(),
    ...beginning(),
    ...input(),
    ...submodels(),
    ...levers(),
    ...measures(),
    ...wellMixed(),
  ];
  return `${parts.join('\n\n')}\n`;
}

const head = (): string[] => [
  '# The model',
  `Version ${MODEL_VERSION} of the model, described after the ODD protocol (Grimm et al. 2020). This file is written by \`taking-root odd\`: its tables are the lists that the program runs by. Grades say how well a number is known. A: several measured studies. B: one study. C: a source document, expert judgement or a citation not read in full. D: assumed.`,
  gradeCount(),
];

function gradeCount(): string {
  const rows = settings.map(({ quantity }) => quantity.grade);
  const share = (grade: string): string => `${rows.filter((row) => row === grade).length} ${grade}`;
  return `Of ${rows.length} settable numbers, ${['A', 'B', 'C', 'D'].map(share).join(', ')}. The model is a way of thinking about plans, not a forecast of any real system: no data follow an education innovation school by school with fidelity over years, so the whole cannot be validated, only its parts.`;
}

const purpose = (): string[] => [
  '## 1. Purpose and patterns',
  'To let people who plan education ask how an innovation would spread (scale up) and take root (scale in) under different ingredients, money, rollouts and luck, and which assumptions the answer hangs on. It is judged by patterns rather than by fit to one series: S-shaped voluntary adoption; mandates that are fast, shallow and mostly gone after support ends; clusters that are slower, deeper and lasting; a valley of death without money between pilot and scale; an implementation dip; practice lost with turnover; devices without a model that cost and teach nothing; support that is thinned when spread.',
];

const state = (): string[] => [
  '## 2. Entities, state variables and scales',
  'Time runs in reporting steps, three a year unless a scenario says otherwise, from 1 to 60 years; decisions of educators fall in buckets of at most a twelfth of a year. Space is a plane in kilometres. A column may hold one number a row, one for each innovation, or a fixed few.',
  ...entitySections(),
  `Ties between educators lie in ${layers.length} layers: ${layers.join(', ')}. A decision that is tipped is recorded with what tipped it: ${reasons.map(({ label }) => label).join('; ')}.`,
];

const stepList = (list: readonly Process[]): string[] => list.map(({ label, about }) => `- **${label}.** ${about}`);

const overview = (): string[] => [
  '## 3. Process overview and scheduling',
  'In each step, in this order. All educators of a bucket act on the state before it, so that no order among them matters.',
  ...[
    ['Before the rollout acts', before],
    ['The rollout decides who is offered what; then', delivering],
    ['In each bucket of the step', events],
    ['When the buckets are over', settling],
    ['At the end of a year', yearly],
  ].flatMap(([title, list]) => [`### ${title}`, stepList(list as readonly Process[]).join('\n')]),
];

const concepts = (): string[] => [
  '## 4. Design concepts',
  [
    '- **Basic principles.** Rogers’ decision process for people; Coburn’s spread, depth, sustainability and shift in ownership, with evolution, for what is measured; mutual adaptation; the inside and outside stories of reform; the 14 ingredients of Millions Learning as levels that act on named parameters only.',
    '- **Emergence.** Reach, depth, gaps and what lasts emerge from decisions, practice, money and turnover; no curve is put in.',
    '- **Adaptation and objectives.** Educators try what fits, is within reach and is used by colleagues they turn to; nobody optimises. Programmes adjust yearly where there are data, a habit of learning and money that can move.',
    '- **Learning and prediction.** Practice grows with training, coaching, peers and use. Beliefs weigh evidence that has arrived against expectation; evidence is noisy and late.',
    '- **Sensing.** People see colleagues they have ties to and results that are visible to them; nobody sees the true effect.',
    '- **Interaction.** Through ties in layers, shared support that is thinned when spread, shared money, and norms of schools, districts and clusters.',
    '- **Stochasticity.** Every draw is a pure function of the seed, the future’s number, its purpose, who it is for and when. Two plans under one seed share their luck person by person, so that their difference in a future is the plans’ doing.',
    '- **Collectives.** Teams, schools, districts and clusters.',
    '- **Observation.** The measures of section 8, after every step.',
  ].join('\n'),
];

const beginning = (): string[] => [
  '## 5. Initialisation',
  'Schools come from a file or are made up from statistics; the same system and key give the same people and ties in every future and every plan. Conditions start low whatever the plan says, and move towards its levels. No one uses the innovation before a rollout, a partner or a maker brings it; what the plan names beside it is on offer from the first day, and heard of as far as it is visible. The true effect of each innovation is drawn anew in each future.',
  '### What people bring',
  quantityTable(groupOf('parameters.traits')),
  '### The first day',
  quantityTable(groupOf('parameters.start')),
];

const input = (): string[] => [
  '## 6. Input data',
  'No series is read while a future runs. A scenario file may change any setting over the years, by date, by formula or by rule, and may name a file of schools or of people and ties. Statistics of made-up systems:',
  quantityTable(systemQuantities),
  table(
    ['system', 'what it is', 'known'],
    presetNames.map((name) => [`\`${name}\``, presets[name].about, knownText(name)]),
  ),
];

const knownText = (name: (typeof presetNames)[number]): string =>
  Object.entries(presets[name].statistics)
    .map(([statistic, { value, grade }]) => `${statistic} ${Number(value.toPrecision(4))} (${grade})`)
    .join(', ') || 'the defaults above';

const submodels = (): string[] => [
  '## 7. Submodels',
  ...processes.flatMap(({ name, label, about, parameters, writes, acts }) => [
    `### ${label}`,
    about,
    `Acts once a ${acts}. Changes ${writes.map((column) => `\`${column}\``).join(', ')}.`,
    ...(Object.keys(parameters).length > 0 ? [`Parameters, set as \`parameters.${name}.…\`:`, quantityTable(parameters)] : []),
  ]),
];

/** Settings under a path, by the names that follow it. */
const groupOf = (prefix: string) =>
  Object.fromEntries(
    settings
      .filter(({ path }) => path.startsWith(`${prefix}.`) && !path.slice(prefix.length + 1).includes('.'))
      .map(({ path, quantity }) => [path.slice(prefix.length + 1), quantity]),
  );

const levers = (): string[] => [
  '### Ingredients',
  'Levels from 0 (absent) to 1. Each acts on nothing but the parameters listed: “add” adds gain times level, “scale” multiplies by 1 plus gain times level.',
  table(
    ['ingredient', 'field term', 'definition', 'USD per learner and year at level 1', 'grade', 'source'],
    ingredients.map((i) => [`${i.label} (\`${i.name}\`)`, i.term, i.definition, String(i.cost), i.grade, i.source]),
  ),
  table(
    ['ingredient', 'acts on', 'form', 'gain', 'tried', 'grade', 'source'],
    ingredients.flatMap(({ name, effects }) =>
      effects.map((e) => [
        `\`${name}\``,
        `\`${e.target}\``,
        e.form,
        String(e.gain),
        e.range.map((x) => Number(x.toPrecision(3))).join(' to '),
        e.grade,
        e.source,
      ]),
    ),
  ),
  ...(
    [
      ['Fragmentation', 'fragmentation'],
      ['Collaboration', 'collaboration'],
      ['Foundations', 'foundations'],
      ['Money', 'finance'],
      ['The innovation', 'innovations.0'],
      ['Rollouts: what all share', 'strategy'],
    ] as const
  ).flatMap(([title, prefix]) => [`### ${title}`, quantityTable(groupOf(prefix))]),
  '### External forces',
  quantityTable(
    Object.fromEntries(settings.filter(({ path }) => path.startsWith('forces.')).map(({ path, quantity }) => [path, quantity])),
  ),
  ...strategies.flatMap(({ name, label, about, parameters }) => [
    `### Rollout: ${label} (\`${name}\`)`,
    about,
    ...(Object.keys(parameters).length > 0 ? [quantityTable(parameters)] : []),
  ]),
  '### Events',
  table(
    ['kind', 'what its size means'],
    Object.entries(eventKinds).map(([kind, { about }]) => [`\`${kind}\``, about]),
  ),
];

/** Of two districts, regions and innovations the measures of the first. */
const divided = brokenDown({
  scenarioInnovations: 2,
  system: { districtNames: ['the district', ''], regionNames: ['the region', ''] },
  moved: new Set(),
  picked: { rollouts: [] },
}).filter(({ name }) => !name.endsWith('2'));

const measures = (): string[] => [
  '## 8. What is measured',
  table(
    ['column', 'label', 'unit', 'meaning'],
    metrics.map(({ name, label, unit, about }) => [`\`${name}\``, label, unit, about]),
  ),
  'A run has the following only where its plan moves a setting that asks for them; of innovations and of chosen rollouts, once for each.',
  table(
    ['column', 'label', 'unit', 'meaning', 'asked for by'],
    occasional(1, 1).map(({ name, label, unit, about, asked }) => [
      `\`${name}\``,
      label,
      unit,
      about,
      asked.map((path) => `\`${path}\``).join(', '),
    ]),
  ),
  `Where there is more than one innovation, up to ${MOST_DISTRICTS} districts, or up to ${MOST_REGIONS} regions, there is one of these for each, by its place.`,
  table(
    ['column', 'label', 'unit', 'meaning'],
    divided.map(({ name, label, unit, about }) => [`\`${name}\``, label, unit, about]),
  ),
  '### Where a degree becomes a word',
  quantityTable(Object.fromEntries(conventions.map(({ path, quantity }) => [path.replace('thresholds.', ''), quantity]))),
];
