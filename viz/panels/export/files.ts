/** Everything that is known of some plans, as files: data, what the data mean, plans to run again, pictures, and how to cite it. Pure. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  type Column,
  csvChunks,
  cycleColumns,
  type Measure,
  resultsDictionary,
  runColumns,
  summaryColumns,
  writeParquet,
  type ZipFile,
} from '../../../formats/index.ts';
import { differenceAt, type Ensemble, type Scenario } from '../../../sim/index.ts';
import {
  cited,
  cycleSentence,
  fill,
  innovationNames,
  type Messages,
  type PanelMessages,
  sentence,
} from '../../../words/index.ts';
import { fanOf } from '../../charts/fan.ts';

/** A plan with all that came of it. */
export interface Packed {
  /** Short; its folder's and its files' name. */
  readonly name: string;
  readonly plan: Scenario;
  readonly ensemble: Ensemble;
  readonly measures: readonly Measure[];
  /** The plan under the reader's own assumptions, where there are any. */
  readonly assumed?: Scenario;
}

export interface About {
  /** Version of the model. */
  readonly model: string;
  /** The address that opens the plans in the page. */
  readonly link: string;
  /** All settings as CSV. */
  readonly settings: string;
  /** SHA-256 of files that the plans' schools come from, by name. */
  readonly schools: Readonly<Record<string, string>>;
  readonly messages: Messages & PanelMessages;
  /** Their language, by its BCP 47 tag. */
  readonly language: string;
}

/** The files of one plan or of two, in the order of reading; each is made when it is asked for. */
export function* filesOf(packed: readonly Packed[], about: About): Generator<ZipFile> {
  yield file('README.md', () => [readme(packed, about)]);
  for (const one of packed) yield* planFiles(one, about);
  if (packed.length === 2) yield file('difference.csv', () => csvChunks(differences(packed[0], packed[1])));
  yield file('dictionary.csv', () => [resultsDictionary(packed[0].measures)]);
  yield file('settings.csv', () => [about.settings]);
}

const file = (path: string, make: () => Iterable<string | Uint8Array>): ZipFile => ({
  path,
  pieces: { [Symbol.iterator]: () => make()[Symbol.iterator]() },
});

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The plan as the command line reads it, with as many futures as were run. */
const scenarioText = ({ plan, ensemble }: Packed): string => json({ ...plan, replicates: ensemble.runs.length });

function* planFiles(one: Packed, about: About): Generator<ZipFile> {
  const { name, ensemble, measures, assumed } = one;
  const manifest = json(manifestOf(one, about));
  yield file(`${name}/${name}.json`, () => [scenarioText(one)]);
  if (assumed) yield file(`${name}/${name}-under-my-assumptions.json`, () => [json(assumed)]);
  yield file(`${name}/runs.csv`, () => csvChunks(runColumns(name, ensemble, measures), 512));
  yield file(`${name}/runs.parquet`, () => [
    writeParquet(runColumns(name, ensemble, measures), new Map([['manifest', manifest]])),
  ]);
  yield file(`${name}/summary.csv`, () => csvChunks(summaryColumns(name, ensemble, measures), 512));
  if (ensemble.runs.some(({ cycles = [] }) => cycles.length > 0))
    yield file(`${name}/recommendations.csv`, () => csvChunks(recommended(one, about)));
  yield file(`${name}/summary.svg`, () => [fanOf(ensemble, sentence(ensemble, undefined, about.messages))]);
  yield file(`${name}/manifest.json`, () => [manifest]);
}

/** What each future's learning loop tried and kept, as measured, in truth, and in words. */
function recommended({ name, plan, ensemble }: Packed, { messages, language: tag }: About): readonly Column[] {
  const names = innovationNames(plan);
  return cycleColumns(name, ensemble, (cycle) => cycleSentence(cycle, names, { messages: messages.learned, tag }));
}

const seedOf = ({ plan }: Packed): string => String(plan.seed ?? '1');

/** What was run, in the form that the command line writes and takes. */
function manifestOf(one: Packed, { model, schools }: About) {
  const { name, plan, ensemble } = one;
  const last = ensemble.runs.length - 1;
  return {
    takingRoot: { program: cited.version, model },
    name,
    seed: seedOf(one),
    replicates: last === 0 ? '0' : `0..${last}`,
    scenario: { ...plan, seed: seedOf(one) },
    scenarioFile: bytesToHex(sha256(utf8ToBytes(scenarioText(one)))),
    files: schools,
    digest: ensemble.digest,
    digests: Object.fromEntries(ensemble.runs.map(({ replicate, digest }) => [replicate, digest])),
  };
}

/** A minus B in the same futures: a row a measure and time. */
function differences(a: Packed, b: Packed): readonly Column[] {
  const { years } = a.ensemble.years.length < b.ensemble.years.length ? a.ensemble : b.ensemble;
  const common = a.measures.filter(({ name }) => b.measures.some((other) => other.name === name));
  const cells = common.flatMap(({ name }) =>
    Array.from(years, (year, row) => ({ year, ...differenceAt(a.ensemble, b.ensemble, name, row) })),
  );
  const numbers = (of: (cell: (typeof cells)[number]) => number): Float64Array => Float64Array.from(cells, of);
  return [
    { name: 'metric', values: cells.map(({ metric }) => metric) },
    { name: 'year', values: numbers(({ year }) => year) },
    { name: 'n', values: Int32Array.from(cells, ({ band }) => band.n) },
    { name: 'mean', values: numbers(({ mean }) => mean) },
    { name: 'halfWidth', values: numbers(({ halfWidth }) => halfWidth) },
    { name: 'aAhead', values: numbers(({ aAhead }) => aAhead) },
    { name: 'q05', values: numbers(({ band }) => band.low) },
    { name: 'q50', values: numbers(({ band }) => band.median) },
    { name: 'q95', values: numbers(({ band }) => band.high) },
  ];
}

function readme(packed: readonly Packed[], { model, link, schools, messages }: About): string {
  const words = messages.brief.readme;
  const owned = Object.keys(schools);
  const plans = packed.map((one) =>
    fill(words.plan, {
      title: one.plan.title,
      name: one.name,
      seed: seedOf(one),
      futures: one.ensemble.runs.length,
      digest: one.ensemble.digest,
    }),
  );
  return [
    words.head,
    words.about,
    ...plans,
    fill(words.model, { program: cited.version, model }),
    words.files,
    ...(packed.length === 2 ? [words.difference] : []),
    fill(words.again, { name: packed[0].name }),
    ...(owned.length > 0 ? [fill(words.schools, { files: owned.join(', ') })] : []),
    fill(words.link, { link }),
    fill(words.cite, { ...cited, model }),
    words.limits,
  ].join('\n\n');
}
