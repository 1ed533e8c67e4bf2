/** `list TOPIC`: what there is to set, to roll out and to measure, with grades and sources. */
import { Argument, Command } from '@commander-js/extra-typings';
import {
  ingredients,
  knownStatistics,
  metrics,
  type PresetName,
  presetNames,
  presets,
  type Setting,
  settings,
  strategies,
} from '../../sim/index.ts';
import { designOf } from '../../study/index.ts';
import { loadScenario } from '../files.ts';
import { columnsOf, print, printJson } from '../print.ts';
import { shippedScenarios, shippedStudies } from '../shipped.ts';
import { loadStudy } from '../study/load.ts';

interface Topic {
  /** For programs: everything that is known. */
  readonly rows: () => readonly object[];
  /** For people: a line a row. */
  readonly lines: () => readonly string[];
}

const settingTopic = (wanted: (setting: Setting) => boolean): Topic => ({
  rows: () => settings.filter(wanted).map(({ path, quantity }) => ({ path, ...quantity })),
  lines: () =>
    columnsOf([
      ['path', 'default', 'plausible', 'unit', 'grade', 'label', 'source'],
      ...settings
        .filter(wanted)
        .map(({ path, quantity: q }) => [
          path,
          q.choices?.[q.default] ?? String(q.default),
          q.choices?.join('|') ?? `${q.range[0]} to ${q.range[1]}`,
          q.unit,
          q.grade,
          q.label,
          q.source,
        ]),
    ]),
});

const presetRow = (name: PresetName) => ({
  name,
  label: presets[name].label,
  about: presets[name].about,
  statistics: knownStatistics({ preset: name }),
});

function studyRow(file: string) {
  const { name, study } = loadStudy(file);
  const { title, description = '', replicates } = study;
  return { name, title, description, points: designOf(study).pointCount, replicates };
}

const topics = {
  ingredients: {
    rows: () => ingredients,
    lines: () =>
      ingredients.flatMap((i) => [
        `${i.name}  ${i.label} (${i.term}): ${i.definition}`,
        `  ${i.cost} USD per learner and year at level 1; grade ${i.grade}: ${i.source}`,
        ...i.effects.map(
          (e) =>
            `  ${e.form === 'add' ? 'adds' : 'scales by 1 +'} ${e.gain} × level ${e.form === 'add' ? 'to' : 'on'} ${e.target}; grade ${e.grade}: ${e.source}`,
        ),
      ]),
  },
  parameters: settingTopic(({ path }) => path.startsWith('parameters.')),
  settings: settingTopic(() => true),
  strategies: {
    rows: () => strategies.map(({ name, label, about, parameters }) => ({ name, label, about, parameters })),
    lines: () =>
      strategies.flatMap(({ name, label, about, parameters }) => [
        `${name}  ${label}: ${about}`,
        ...Object.entries(parameters).map(
          ([key, q]) =>
            `  strategy.${name}.${key}  ${q.label}, ${q.unit}: ${q.default} (${q.range[0]} to ${q.range[1]}); grade ${q.grade}: ${q.source}`,
        ),
      ]),
  },
  metrics: {
    rows: () => metrics.map(({ name, label, unit, about }) => ({ name, label, unit, about })),
    lines: () => columnsOf(metrics.map(({ name, label, unit, about }) => [name, unit, `${label}. ${about}`])),
  },
  scenarios: {
    rows: () =>
      shippedScenarios().map((name) => {
        const { title, description = '' } = loadScenario(name).scenario;
        return { name, title, description };
      }),
    lines: () => shippedScenarios().map((name) => `${name}  ${loadScenario(name).scenario.title}`),
  },
  studies: {
    rows: () => shippedStudies().map(studyRow),
    lines: () =>
      columnsOf([
        ['name', 'points', 'futures', 'title'],
        ...shippedStudies()
          .map(studyRow)
          .map(({ name, points, replicates, title }) => [name, String(points), String(replicates), title]),
      ]),
  },
  presets: {
    rows: () => presetNames.map(presetRow),
    lines: () =>
      presetNames
        .map(presetRow)
        .flatMap(({ name, label, about, statistics }) => [
          `${name}  ${label}. ${about}`,
          ...Object.entries(statistics).map(
            ([key, { value, grade, source }]) => `  ${key}: ${Number(value.toPrecision(4))}; grade ${grade}: ${source}`,
          ),
        ]),
  },
} as const satisfies Record<string, Topic>;

export const listCommand = new Command('list')
  .description('show what there is, with grades and sources')
  .addArgument(new Argument('<topic>', 'what to list').choices(Object.keys(topics) as (keyof typeof topics)[]))
  .option('--json', 'print it as JSON, for programs')
  .action((topic, { json }) => (json ? printJson(topics[topic].rows()) : print(...topics[topic].lines())));
