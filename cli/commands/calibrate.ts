/** `calibrate FILE`: fits named parameters to what was seen of an innovation, and says what may come, beside simpler forecasts. */
import { join } from 'node:path';
import { Command, Option } from '@commander-js/extra-typings';
import { csvChunks } from '../../formats/index.ts';
import { calibratePeople, calibrateSeries, type HeldOut } from '../../study/index.ts';
import { forecastPicture } from '../../viz/charts/forecast.ts';
import { writeWhole } from '../atomic.ts';
import { fallNotes, fallsOf } from '../calibrate/falls.ts';
import { nodesOf } from '../calibrate/nodes.ts';
import { seriesOf } from '../calibrate/series.ts';
import * as stopping from '../calibrate/stopping.ts';
import * as told from '../calibrate/told.ts';
import { untilOf } from '../calibrate/until.ts';
import { columnsOf, print, printJson, wrapped } from '../print.ts';
import { refuse } from '../problems.ts';

const kinds = ['share', 'percent', 'count'] as const;

const command = new Command('calibrate')
  .description('fit p, q, ceiling and ties to times of adoption or to a series, and predict on, beside Bass and the last value')
  .argument('<file>', 'CSV: a row a node with its time of adoption (empty: not yet), or a row a time with a share or count')
  .requiredOption('--time <column>', 'column of times: of adoption with --node, of measurement without')
  .option('--node <column>', 'column of nodes: people, schools, states')
  .option('--share <columns>', 'series: columns of shares, 0 to 1, one a group')
  .option('--percent <columns>', 'series: columns of percentages')
  .option('--count <columns>', 'series: columns of numbers of adopters')
  .option('--population <n>', 'series: how many could adopt, or the column that says so')
  .option('--group <columns>', 'columns that name groups; groups lend each other strength')
  .option('--everyone <file>', 'nodes: CSV of all who could adopt, where the first file lists adopters only')
  .option('--edges <file>', 'nodes: CSV of ties')
  .option('--source <column>', 'column of ties', 'source')
  .option('--target <column>', 'column of ties', 'target')
  .option('--weight <column>', 'column of ties with their weights (default: 1 each)')
  .option('--layer <column>', 'column of ties with their layers', 'layer')
  .option('--layers <names>', 'layers that are used (default: all, as one)')
  .addOption(
    new Option('--influence <way>', 'whom a tie influences: target, source (it names those it turns to), or both')
      .choices(['both', 'target', 'source'])
      .default('both' as const),
  )
  .option('--stopped <column>', 'nodes: column of times at which they stopped')
  .option('--still <column>', 'nodes: column that is 1 where it was still used at --still-at, 0 where not')
  .option('--still-at <time>', 'when that was seen')
  .option(
    '--hold-out <who>',
    'nodes: whose stopping is foretold from the others: groups (each in turn), later (the half that began last) or 1960 (who began after)',
  )
  .option('--until <time>', 'what comes later is held out: 1958, +10 (after each group’s first), or 50% of each group’s span')
  .option('--from <time>', 'nodes: when all could begin (default: each group’s first adoption, which is then given)')
  .option('--end <time>', 'nodes: last time at which adoption was watched (default: the latest in the file, or the group’s own)')
  .option('--to <time>', 'predict on to')
  .option('--step <x>', 'length of a step in units of time', '1')
  .option(
    '--per-year <n>',
    'units of time in a year, 12 for months: what is believed of rates before data is told by the year',
    '1',
  )
  .addOption(
    new Option('--kernel <kind>', 'nodes: how the share of users seen acts')
      .choices(['linear', 'hill'])
      .default('linear' as const),
  )
  .option('--draws <n>', 'draws of the posterior, and futures', '400')
  .option('--seed <text>', 'text that luck is made from', '1')
  .option('--out <dir>', 'folder for posterior.csv, forecast.csv, scores.csv, stopping.csv, summary.md and forecast.svg')
  .option('--json', 'print all of it as JSON, for programs');

type Options = ReturnType<typeof command.opts>;

export const calibrateCommand = command.action((file, options) => {
  const { out, json } = options;
  const { fitted, held, falls, notes } =
    options.node === undefined ? ofSeries(file, options) : ofNodes(file, options, options.node);
  const said = [...told.sentencesOf(fitted), ...stopping.stoppingSentences(held)];
  const { groups, posterior, scores } = fitted;
  const table = [
    ...columnsOf(told.posteriorLines(posterior)),
    ...(groups.some(({ points }) => points.length > 0)
      ? ['', 'In 100 of the population:', ...columnsOf(told.groupLines(groups))]
      : []),
    ...(scores ? ['', ...columnsOf(told.scoreLines(scores))] : []),
    ...held.flatMap((one) => {
      const [byGroup, byWay] = stopping.stoppingLines(one);
      return ['', stopping.stoppingHeading(one), ...columnsOf(byGroup), '', ...columnsOf(byWay)];
    }),
  ];
  const lines = [...table, ...(notes.length > 0 ? ['', ...notes] : [])];
  const files = out === undefined ? [] : write(out, fitted, held, said, lines);
  if (json) printJson({ sentences: said, notes, ...fitted, stopping: held, falls });
  else print(...said.map((sentence) => wrapped(sentence)), '', ...table, ...notes.map((line) => wrapped(line)), ...files);
});

function ofNodes(file: string, options: Options, node: string) {
  for (const kind of kinds)
    if (options[kind] !== undefined) refuse(`--${kind}`, 'is for series, and --node for nodes; expected one of them');
  const stillAt = numberOf('--still-at', options.stillAt);
  if ((options.still === undefined) !== (stillAt === undefined)) refuse('--still', 'expected --still and --still-at together');
  const rules = options.holdOut === undefined ? [] : stopping.rulesOf(options.holdOut);
  if (rules.length > 0 && options.still === undefined && options.stopped === undefined)
    refuse('--hold-out', 'is about stopping; expected --still and --still-at, or --stopped, with it');
  if (options.edges === undefined && options.layers !== undefined) refuse('--layers', 'expected --edges with it');
  const step = positive('--step', options.step);
  const { groups, uses, notes } = nodesOf(file, {
    ...{ node, time: options.time, group: listOf(options.group) ?? [], everyone: options.everyone, edges: options.edges },
    ...{ source: options.source, target: options.target, weight: options.weight, layer: options.layer },
    ...{
      layers: listOf(options.layers),
      influence: options.influence,
      stopped: options.stopped,
      still: options.still,
      stillAt,
      step,
    },
    ...{ from: numberOf('--from', options.from), end: numberOf('--end', options.end), to: numberOf('--to', options.to) },
    until: untilOf(options.until),
  });
  const stepsPerYear = positive('--per-year', options.perYear) / step;
  const held = rules.length === 0 ? [] : stopping.heldOutOf(uses, rules, stepsPerYear);
  const fitted = calibratePeople(groups, {
    ...{ kernel: options.kernel, stepsPerYear, uses },
    ...{ draws: drawsOf(options.draws), seed: options.seed },
  });
  const late = options.still !== undefined && uses.length === 0;
  return {
    fitted,
    held,
    falls: [],
    notes: [...notes, ...(late ? ['--still-at lies after --until, so that stopping is not fitted.'] : [])],
  };
}

function ofSeries(file: string, options: Options) {
  const given = kinds.filter((kind) => options[kind] !== undefined);
  if (given.length !== 1) refuse('--node', 'expected --node, or one of --share, --percent and --count');
  for (const name of ['edges', 'everyone', 'stopped', 'still', 'from', 'end'] as const)
    if (options[name] !== undefined) refuse(`--${name}`, 'is for nodes; expected --node with it');
  if (options.holdOut !== undefined) refuse('--hold-out', 'is for nodes; expected --node with it');
  const { groups, notes } = seriesOf(file, {
    ...{ time: options.time, group: listOf(options.group) ?? [], kind: given[0], columns: listOf(options[given[0]]) ?? [] },
    ...{ population: options.population, until: untilOf(options.until), to: numberOf('--to', options.to) },
    step: positive('--step', options.step),
  });
  const perYear = positive('--per-year', options.perYear);
  const fitted = calibrateSeries(groups, { perYear, draws: drawsOf(options.draws), seed: options.seed });
  const falls = fallsOf(fitted.groups);
  return { fitted, held: [], falls, notes: [...notes, ...fallNotes(falls)] };
}

const listOf = (text: string | undefined): readonly string[] | undefined => text?.split(',').map((name) => name.trim());

function numberOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : refuse(option, `found "${text}", expected a number`);
}

function positive(option: string, text: string): number {
  const value = numberOf(option, text)!;
  return value > 0 ? value : refuse(option, `found ${text}, expected a number above 0`);
}

function drawsOf(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  return value >= 20 && value <= 10_000 ? value : refuse('--draws', `found "${text}", expected a whole number, 20 to 10000`);
}

function write(
  out: string,
  fitted: told.Fitted,
  held: readonly HeldOut[],
  said: readonly string[],
  table: readonly string[],
): readonly string[] {
  const { posterior, groups, scores } = fitted;
  const title = told.sentencesOf(fitted)[0] ?? 'What was seen, and what may come';
  const files: Record<string, Iterable<string>> = {
    'posterior.csv': csvChunks(told.posteriorColumns(posterior)),
    'forecast.csv': csvChunks(told.forecastColumns(groups)),
    ...(scores && { 'scores.csv': csvChunks(told.scoreColumns(scores)) }),
    ...(held.length > 0 && { 'stopping.csv': csvChunks(stopping.stoppingColumns(held)) }),
    'summary.md': [`${said.join('\n\n')}\n\n\`\`\`text\n${table.join('\n')}\n\`\`\`\n`],
    'forecast.svg': [forecastPicture(groups, title.split(':')[0])],
  };
  return Object.entries(files).map(([name, pieces]) => {
    const path = join(out, name);
    writeWhole(path, pieces);
    return `  ${path}`;
  });
}
