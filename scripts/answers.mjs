/**
 * Runs the other studies that come with the program, or goes on with those that are there, asks them what they were made to
 * answer, and writes docs/studies.md with its pictures and tables. `--folder DIR`: where study folders and answers are kept
 * (out/answers); `--docs DIR`: where it is written (docs); `--workers K`: processes (one a core).
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './install.mjs';
import { programIn, runStudy, studyNamed, taking } from './studies.mjs';

/** What each study is asked, and about which of its outcomes. */
const asked = [
  { name: 'plans', question: 'holds', outcomes: ['well', 'learning'] },
  { name: 'inputs-morris', question: 'matters', outcomes: ['well', 'learning'] },
  { name: 'inputs-saltelli', question: 'matters', outcomes: ['well', 'learning'] },
  { name: 'surroundings', question: 'matters', outcomes: ['culture', 'policy'] },
  { name: 'what-it-takes', question: 'takes', outcomes: ['well'], more: ['--target', '0.5', '--cost', 'cost'] },
  { name: 'failure', question: 'fails', outcomes: ['well', 'reach'] },
];

const { values: given } = parseArgs({
  options: {
    folder: { type: 'string', default: 'out/answers' },
    docs: { type: 'string', default: 'docs' },
    workers: { type: 'string' },
  },
});

install();
const folder = resolve(given.folder);
const docs = resolve(given.docs);
await programIn(folder);
const sections = asked.map(sectionOf);
writeFileSync(
  join(docs, 'studies.md'),
  `# What the studies that come with the program say

Written by \`npm run answers\`, which makes all runs below and asks of each study what it was made for, by \`taking-root analyze\`. What the 14
ingredients do, alone and together, has [a document of its own](ingredients.md); how such a study is written and read is in the
[guide to studies](guides/studies.md) and the [guide to answers](guides/answers.md). Everything here says how the rules of the model behave
over the ranges that the evidence leaves open, not how the world does.

${sections.join('\n')}`,
);

/** A study that was run and asked, as a section of the document. */
function sectionOf({ name, question, outcomes, more = [] }) {
  const { workers } = given;
  const dir = runStudy(folder, name, { workers });
  const study = studyNamed(name);
  const found = outcomes.map((outcome) => {
    const out = join(folder, 'answers', `${name}-${outcome}`);
    const own = workers ? ['--workers', workers] : [];
    taking(folder, ['analyze', dir, '--question', question, '--outcome', outcome, '--out', out, ...more, ...own]);
    return answerIn(out, `${name}-${outcome}`);
  });
  const [digest] = readFileSync(join(dir, 'results.sha256'), 'utf8').split(/\s/);
  const { points, replicates: futures } = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
  return `## ${study.title}

${study.description} *${study.lookFor}*

\`${name}\`, ${points.toLocaleString('en')} points of ${futures} futures each, results \`${digest.slice(0, 16)}\`.

${found.join('\n')}`;
}

/** One answer: its sentence, its picture, what to bear in mind, and where its numbers are. */
function answerIn(out, called) {
  const { sentence, cautions } = JSON.parse(readFileSync(join(out, 'answer.json'), 'utf8'));
  for (const [file, into] of [
    ['answer.svg', join('pictures', 'studies', `${called}.svg`)],
    ['answer.csv', join('data', 'studies', `${called}.csv`)],
  ]) {
    mkdirSync(join(docs, into, '..'), { recursive: true });
    cpSync(join(out, file), join(docs, into));
  }
  return `**${sentence}**

![${sentence}](pictures/studies/${called}.svg)

${cautions.join(' ')} [Every number](data/studies/${called}.csv).
`;
}
