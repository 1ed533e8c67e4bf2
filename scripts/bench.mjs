/**
 * Measures how fast the model and the page are and writes docs/benchmarks.md. With names of parts (contagion, model, scale, page)
 * it only prints those, which is quicker.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { call, install, root } from './install.mjs';

/** A section of the document: a heading, what was done, tables, and goals with what became of them. */
const parts = {
  contagion: { measure: (out) => ask(out, 'together', 'contagion'), tell: tellContagion },
  model: { measure: (out) => ask(out, 'together', 'model'), tell: tellModel },
  scale: { measure: measureScale, tell: tellScale },
  page: { measure: measurePage, tell: tellPage },
};

install();
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown) {
  console.error(`bench: no part named ${unknown}; expected ${Object.keys(parts).join(', ')}, or nothing for all.`);
  process.exit(2);
}
await bench(asked.length > 0 ? asked : Object.keys(parts));

async function bench(names) {
  const out = mkdtempSync(join(tmpdir(), 'taking-root-bench-'));
  try {
    bundle(out);
    const sections = [];
    for (const name of names) {
      console.error(`Measuring: ${name} ...`);
      const { measure, tell } = parts[name];
      const section = tell(await measure(out));
      sections.push(section);
      console.log(`${goalsOf(section.goals)}\n\n${section.text}`);
    }
    if (asked.length === 0) writeFileSync(`${root}docs/benchmarks.md`, page(sections));
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** In a process of its own: what is measured would inherit this one's peak of memory. */
function bundle(out) {
  const vite = `${root}node_modules/vite/bin/vite.js`;
  call(process.execPath, [vite, 'build', '--config', 'test/bench/vite.config.ts', '--outDir', out, '--logLevel', 'error']);
}

/** Runs one of the bundled programs in a process of its own; its figures. */
function ask(out, program, argument) {
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', join(out, `${program}.mjs`), argument], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${program} ${argument}: expected exit code 0, got ${status}`);
  return JSON.parse(stdout);
}

/** Samples of the United States whose educators grow about threefold, then all of it, then India. */
function measureScale(out) {
  const systems = [
    ...[10_000, 30_000, 100_000, 300_000, 1_000_000].map((size) => ({ preset: 'usa', sample: size / 3_139_258 })),
    { preset: 'usa' },
    { preset: 'india' },
  ];
  return systems.map((system) => ({ ...system, ...ask(out, 'scale', JSON.stringify(system)) }));
}

/** In a Chromium of its own, on a page built for it. */
async function measurePage(out) {
  const page = join(out, 'page');
  call(process.execPath, [`${root}node_modules/vite/bin/vite.js`, 'build', '--outDir', page, '--logLevel', 'error']);
  const { module } = await runnerImport(`${root}test/bench/page.ts`, { configFile: false, root, logLevel: 'error' });
  return module.measurePage(page);
}

/** The document: goals first. */
function page(sections) {
  return `# Benchmarks

\`npm run bench\` measures this and writes it. Figures are medians of processor time on one core, unless a line says otherwise; what is
compared takes turns, in one process, and is given as a ratio, because ratios carry over to other machines and milliseconds do not.
Ratios of a shared machine still move by a tenth or two from one run to the next.

Measured on ${cpus()[0].model.trim()}, Node ${process.versions.node}.

${goalsOf(sections.flatMap(({ goals }) => goals))}

${sections.map(({ text }) => text).join('\n')}`;
}

function goalsOf(goals) {
  return table(
    ['Goal', 'Measured', ''],
    goals.map(({ goal, measured, met }) => [goal, measured, met ? 'met' : '**not met**']),
  );
}

function tellContagion(rows) {
  const at = (nodes, name) => rows.find((row) => row.nodes === nodes && row.name === name);
  const goals = [10_000, 100_000].flatMap((nodes) => {
    const plain = at(nodes, 'plain loop, look first').engineRatio;
    const peer = 1 / at(nodes, 'agentscript').engineRatio;
    return [
      {
        goal: `Bare contagion, ${count(nodes)} agents, within 1.2 times the plain loop`,
        measured: `${short(plain)} times`,
        met: plain <= 1.2,
      },
      {
        goal: `Bare contagion, ${count(nodes)} agents, at least 50 times as fast as agentscript`,
        measured: `${short(peer)} times`,
        met: peer >= 50,
      },
    ];
  });
  const text = `## Bare contagion

The engine reduced to contagion, beside loops over typed arrays that know nothing else, and beside two npm frameworks, on one
network and rule: schools of 30, six ties inside and about two beyond, 60 steps, an external hazard of 0.0005 and 0.15 times the
share of neighbours who adopted. The engine's luck is a keyed hash of agent and step; the loops use a sequential generator. The plain
loop looks first: whoever has not adopted reads all neighbours at each step. The loop that draws first reads them only when the draw
lies below the highest hazard there can be, as the engine does.

${table(
  ['Agents', 'What', "Time beside the engine's", 'ns per agent and step', 'Adopted at the end'],
  rows.map(({ nodes, name, engineRatio, nanosecondsPerNodeStep, share }) => [
    count(nodes),
    name,
    short(1 / engineRatio),
    short(nanosecondsPerNodeStep),
    share.toFixed(2),
  ]),
)}
`;
  return { goals, text };
}

function tellModel({ run, leastRun, plain, plainRatio, perEducatorTerm, plainPerEducatorTerm, strategies, processes }) {
  const goals = [
    {
      goal: 'The full model within 1.5 times the plain full scan, per educator and term',
      measured: `${short(plainRatio)} times`,
      met: plainRatio <= 1.5,
    },
    { goal: 'A run of the default district within 10 ms, once warm', measured: `${short(run)} ms`, met: run <= 10 },
  ];
  const text = `## The full model

Every ingredient at 0.8, the made-up district of 4,000 educators, 15 years of 3 terms, rollout in waves; warm. The plain full scan has
the same educators, candidate ties and number of steps, and nothing else: everybody reads all neighbours at every step, a user's
fidelity moves towards theirs, an educator may be replaced or give up.

${table(
  ['', 'ms a run', 'ns per educator and term'],
  [
    ['full model', `${short(run)} (least ${short(leastRun)})`, short(perEducatorTerm)],
    ['plain full scan', short(plain), short(plainPerEducatorTerm)],
  ],
)}

${table(
  ['Rollout', 'ms a run, median', 'least'],
  strategies.map(({ name, median, least }) => [name, short(median), short(least)]),
)}

Cost of each process, by the clock on the wall, with timers round each; further clocks are wound inside awareness and decision.

${table(
  ['Process', 'ms a run', 'share'],
  processes.map(({ name, milliseconds, share }) => [name, short(milliseconds), `${(100 * share).toFixed(1)} %`]),
)}
`;
  return { goals, text };
}

function tellScale(rows) {
  const usa = rows.filter(({ preset }) => preset === 'usa');
  const whole = usa.at(-1);
  const india = rows.find(({ preset }) => preset === 'india');
  const costs = usa.map(({ nanosecondsPerEducatorTerm }) => nanosecondsPerEducatorTerm);
  const bend = costs.at(-1) / costs[0];
  /** Of large systems only: what a small one adds is lost in what Node holds anyway. */
  const bytes = ({ peakMegabytes, emptyMegabytes, educators }) =>
    educators < 250_000 ? '' : short(((peakMegabytes - emptyMegabytes) * 2 ** 20) / educators);
  const goals = [
    {
      goal: 'Growth from 10,000 to 3.1 million educators linear within 15 per cent',
      measured: `per educator ${short(bend)} times the smallest's`,
      met: Math.abs(bend - 1) <= 0.15,
    },
    {
      goal: 'United States, 15 years of 3 terms, within 30 s on one core',
      measured: `${short(whole.buildSeconds + whole.runSeconds)} s, of which ${short(whole.buildSeconds)} to build`,
      met: whole.buildSeconds + whole.runSeconds <= 30,
    },
    {
      goal: 'United States within 1 GB',
      measured: `${short(whole.peakMegabytes)} MB at the most`,
      met: whole.peakMegabytes <= 1024,
    },
    { goal: 'India within 1.5 GB', measured: `${short(india.peakMegabytes)} MB at the most`, met: india.peakMegabytes <= 1536 },
  ];
  const text = `## Growth and memory

The same model and rollout on samples of the United States, on all of it, and on India; each in a process of its own. Memory is the
most that was ever resident, Node's own included; per educator, what it rose by since before the system was built.

${table(
  ['Educators', 'Schools', 'Build, s', 'A run, s', 'ns per educator and term', 'Memory, MB', 'bytes per educator'],
  rows.map((row) => [
    row.sample ? count(row.educators) : `${count(row.educators)} (${row.preset})`,
    count(row.schools),
    short(row.buildSeconds),
    short(row.runSeconds),
    short(row.nanosecondsPerEducatorTerm),
    short(row.peakMegabytes),
    bytes(row),
  ]),
)}
`;
  return { goals, text };
}

function tellPage({ firstPaint, answer, refined, matters, map, scriptsKb, dataKb }) {
  const ms = (time) => `${short(time)} ms`;
  const limits = { 64: 500, 200: 2000 };
  const floors = [60, 30, undefined];
  const goals = [
    { goal: 'First paint of the page within 1 s', measured: ms(firstPaint), met: firstPaint <= 1000 },
    {
      goal: 'First new bands within 100 ms of a movement of the hand, 19 times in 20',
      measured: `${ms(answer.p95)} (half within ${ms(answer.p50)})`,
      met: answer.p95 <= 100,
    },
    ...refined.map(({ futures, median }) => ({
      goal: `${futures} futures within ${limits[futures]} ms of letting go`,
      measured: ms(median),
      met: median <= limits[futures],
    })),
    {
      goal: 'What matters: a first answer within 10 s',
      measured: `${short(matters.first)} s`,
      met: matters.first <= 10,
    },
    {
      goal: 'What matters: 256 mixes through 20 futures, and all else it runs, within 3 minutes',
      measured: `${short(matters.all)} s for ${count(matters.futures)} futures`,
      met: matters.all <= 180,
    },
    ...map.flatMap(({ schools, fps }, i) =>
      floors[i]
        ? [
            {
              goal: `The map plays ${count(schools)} schools at ${floors[i]} frames a second`,
              measured: short(fps),
              met: fps >= 0.97 * floors[i],
            },
          ]
        : [],
    ),
    { goal: 'First scripts of the page within 60 kB, packed', measured: `${short(scriptsKb)} kB`, met: scriptsKb <= 60 },
    { goal: 'Futures built into the page within 60 kB, packed', measured: `${short(dataKb)} kB`, met: dataKb <= 60 },
  ];
  const text = `## The page

The built page in Chromium without a graphics card, by the clock on the wall, on a window of 1440 by 900. A hand drags levers of the
made-up district ${answer.positions / 8} times over 8 positions each that no plan has been at: from a movement to the frame with the first bands of the new
plan, at least 4 futures. Frames are counted over 8 seconds of playing, from two seconds
after 16 futures are in, while more are still being run; three in a hundred may be late. While What matters ran its ${count(matters.futures)} futures the longest time between two frames was ${short(matters.longest)} ms.

${table(
  ['Schools on the map', 'Frames a second', 'ms between frames, 19 in 20'],
  map.map(({ schools, fps, slowest }) => [count(schools), short(fps), short(slowest)]),
)}
`;
  return { goals, text };
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function count(n) {
  return n.toLocaleString('en-US');
}

/** Two or three figures that mean something. */
function short(x) {
  return x >= 100 ? count(Math.round(x)) : x >= 10 ? x.toFixed(1) : x.toFixed(2);
}
