import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse/papaparse.min.js';
import { describe, expect, test } from 'vitest';
import { newFolder, program } from './program.ts';

const WAVES = 'test/fixtures/waves.json';
const MANDATE = 'test/fixtures/mandate.yaml';
const SCHOOLS = 'test/fixtures/schools.json';

interface Told {
  readonly name: string;
  readonly digest: string;
  readonly digests: readonly string[];
  readonly replicates: readonly number[];
  readonly seed: string;
  readonly sentence: string;
  readonly system: { readonly regions: number };
}

/** The results of `run --json`. */
async function run(...args: readonly string[]): Promise<readonly Told[]> {
  const { code, out, err } = await program(['run', ...args, '--json']);
  expect({ code, err }).toMatchObject({ code: 0 });
  return JSON.parse(out);
}

function rowsOf(csv: string): readonly Record<string, string>[] {
  const lines: (readonly string[])[] = [];
  Papa.parse(csv.trimEnd(), { step: ({ data }) => lines.push(data) });
  const [header, ...rows] = lines;
  return rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i]])));
}

const read = (folder: string, ...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');

function scenarioFile(changes: object): string {
  const file = join(newFolder(), 'plan.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(WAVES, 'utf8')), ...changes }));
  return file;
}

describe('the same digests', () => {
  test('with 1, 2 and 4 workers, and in any order of scenarios', async () => {
    const [one, two, four] = await Promise.all(['1', '2', '4'].map((n) => run(WAVES, MANDATE, '--workers', n)));
    const turned = await run(MANDATE, WAVES);
    expect(two).toEqual(one);
    expect(four).toEqual(one);
    expect([...turned].reverse()).toEqual(one);
  });

  test('for a seed as number in the file, as text in the file and as an option, and not for another', async () => {
    const [number] = await run(WAVES);
    const [text] = await run(scenarioFile({ seed: '42' }));
    const [option] = await run(scenarioFile({ seed: 7 }), '--seed', '42');
    const [other] = await run(WAVES, '--seed', '43');
    expect([text.digest, option.digest]).toEqual([number.digest, number.digest]);
    expect(other.digest).not.toBe(number.digest);
  });

  test('in parts and in one call', async () => {
    const [whole] = await run(WAVES, '-n', '6');
    const [first] = await run(WAVES, '-n', '2');
    const [rest] = await run(WAVES, '-n', '2..4');
    const [last] = await run(WAVES, '-n', '1', '--from', '5');
    expect([...first.digests, ...rest.digests, ...last.digests]).toEqual(whole.digests);
    expect(rest.replicates).toEqual([2, 3, 4]);
  });

  test('from the manifest of a run, for any single future, whatever was set on the command line', async () => {
    const out = newFolder();
    const [before] = await run(WAVES, '--set', 'ingredients.alliances=0.9', '--years', '2', '--seed', 'x', '--out', out);
    const [again] = await run(join(out, 'waves', 'manifest.json'), '-n', '4..4');
    expect(again.digests).toEqual([before.digests[4]]);
    expect(again.name).toBe('waves');
  });

  test('from a manifest of schools from a file, as long as the file is the same', async () => {
    const out = newFolder();
    const [before] = await run(SCHOOLS, '--out', out);
    const manifest = join(out, 'schools', 'manifest.json');
    const [again] = await run(manifest, '-n', '1..1');
    expect(again.digests).toEqual([before.digests[1]]);
    writeFileSync(manifest, read(out, 'schools', 'manifest.json').replace(/("files": \{\s*"[^"]+": ")[0-9a-f]{4}/, '$10000'));
    const { code, err } = await program(['run', manifest]);
    expect(code).toBe(2);
    expect(err).toContain('schools.csv has changed');
  });
});

describe('run', () => {
  test('shows the sentence, a chart and key numbers, and reports the schools read', async () => {
    const { code, out, err } = await program(['run', SCHOOLS]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Schools from a file\n/);
    expect(out).toContain('24 schools');
    expect(out).toMatch(/By year 3, roughly \d+ in 100 schools use it/);
    expect(out).toContain('░ 9 in 10');
    expect(out).toMatch(/Schools that use it well +\d+ in 100/);
    expect(err).toContain('24 schools in 2 districts from 24 rows');
  });

  test('takes real schools in place of the scenario’s, with columns named', async () => {
    const file = join(newFolder(), 'odd.csv');
    writeFileSync(file, readFileSync('test/fixtures/schools.csv', 'utf8').replace('pupils,teachers', 'column six,staffing'));
    const { code, out } = await program([
      'run',
      WAVES,
      '--schools',
      file,
      '--columns',
      'pupils=column six',
      '--columns',
      'educators=staffing',
      '--json',
    ]);
    expect(code).toBe(0);
    const [told] = JSON.parse(out);
    const [plain] = await run(WAVES, '--schools', 'test/fixtures/schools.csv');
    expect(told.digest).toBe(plain.digest);
  });

  test('takes the column of provinces for regions, tells of each, and keeps it in the manifest, so that the runs come again', async () => {
    const folder = newFolder();
    const file = join(folder, 'provinces.csv');
    const [head, ...rows] = readFileSync('test/fixtures/schools.csv', 'utf8').trim().split('\n');
    // Four districts of two provinces, which are those of the fixture.
    const divided = rows.map(
      (row, i) => row.replace(/North|South/, (name) => `${name} ${i % 2}`) + row.replace(/.*(North|South).*/, ',$1'),
    );
    writeFileSync(file, [`${head},province`, ...divided].join('\n'));
    const { code, out, err } = await program(['run', WAVES, '--schools', file, '--out', folder]);
    expect(code).toBe(0);
    expect(err).toContain('24 schools in 4 districts of 2 regions from 24 rows');
    expect(out).toContain('4 districts in 2 regions');
    expect(out).toMatch(/Schools that use it, North +\d+ in 100.*\n *Schools that use it, South/);
    const manifest = JSON.parse(readFileSync(join(folder, 'waves/manifest.json'), 'utf8'));
    expect(manifest.scenario.system.columns).toEqual({ region: 'province' });
    const [again] = await run(join(folder, 'waves/manifest.json'));
    expect(again.digest).toBe(manifest.digest);
    expect(again.system.regions).toBe(2);
    const { out: compared } = await program(['compare', WAVES, WAVES, '--schools', file]);
    expect(compared).toMatch(/Schools that use it, North/);
    // A scenario's own file keeps the measures that it had, and the column is pointed out.
    writeFileSync(
      join(folder, 'own.json'),
      JSON.stringify({ version: 1, title: 'Own', system: { file: 'provinces.csv' }, years: 2, replicates: 2 }),
    );
    const own = await program(['run', join(folder, 'own.json')]);
    expect(own.err).toContain('The column "province" could name regions of districts');
    expect(own.out).not.toContain('Schools that use it, North');
  });

  test('writes tidy files that agree with each other in every format', async () => {
    const out = newFolder();
    await run(WAVES, '--out', out, '--format', 'csv,parquet,json');
    const folder = join(out, 'waves');
    expect(readdirSync(folder).sort()).toEqual([
      'dictionary.csv',
      'manifest.json',
      'recommendations.csv',
      'recommendations.json',
      'recommendations.parquet',
      'runs.csv',
      'runs.json',
      'runs.parquet',
      'summary.csv',
      'summary.json',
      'summary.parquet',
      'summary.svg',
    ]);
    const csv = rowsOf(read(folder, 'runs.csv'));
    const json = JSON.parse(read(folder, 'runs.json'));
    const bytes = readFileSync(join(folder, 'runs.parquet'));
    const parquet = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
    expect(csv).toHaveLength(6 * 10);
    for (const row of [0, 17, 59]) {
      expect(csv[row]).toMatchObject({ scenario: 'waves', replicate: String(Math.floor(row / 10)) });
      for (const [name, cell] of Object.entries(json[row])) {
        expect(csv[row][name]).toBe(cell === null ? '' : String(cell));
        expect(parquet[row][name]).toEqual(cell);
      }
    }
    const explained = rowsOf(read(folder, 'dictionary.csv')).map(({ column }) => column);
    expect(explained).toEqual(
      expect.arrayContaining([...Object.keys(csv[0]), ...Object.keys(rowsOf(read(folder, 'summary.csv'))[0])]),
    );
    expect(read(folder, 'summary.svg')).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  });

  test('sums up with quantiles of type 7 over the futures that have something to measure', async () => {
    const out = newFolder();
    await run(WAVES, '--out', out);
    const runs = rowsOf(read(out, 'waves', 'runs.csv')).filter(({ year }) => year === '3');
    const spent = runs.map((row) => Number(row.spent)).sort((a, b) => a - b);
    const row = rowsOf(read(out, 'waves', 'summary.csv')).find(({ metric, year }) => metric === 'spent' && year === '3')!;
    expect(Number(row.q25)).toBeCloseTo(spent[1] + 0.25 * (spent[2] - spent[1]), 6);
    expect(Number(row.q50)).toBeCloseTo((spent[2] + spent[3]) / 2, 6);
    expect(row.n).toBe('6');
  });

  test('keeps scenarios of one name apart', async () => {
    const out = newFolder();
    const told = await run(scenarioFile({}), scenarioFile({ years: 2 }), '--out', out);
    expect(told.map(({ name }) => name)).toEqual(['plan', 'plan-2']);
    expect(readdirSync(out).sort()).toEqual(['plan', 'plan-2']);
  });

  test('sets as a file would, over curves and dials of the file', async () => {
    const curved = scenarioFile({ ingredients: { champions: '0.2 + 0.05 * year' }, fragmentation: 0.7 });
    const flat = scenarioFile({
      ingredients: { champions: 0.9 },
      fragmentation: { structural: 0.1, initiative: 0.7, policy: 0.7 },
    });
    const set = ['--set', 'ingredients.champions=0.9', '--set', 'fragmentation.structural=0.1'];
    const [[a], [b]] = [await run(curved, ...set), await run(flat)];
    expect(a.digest).toBe(b.digest);
  });

  test('stops at Ctrl-C and keeps what is whole', async () => {
    const out = newFolder();
    const started = performance.now();
    const { code, err } = await program(['run', WAVES, '--years', '20', '-n', '100000', '--out', out], (child) => {
      setTimeout(() => child.kill('SIGINT'), 5000); // on a busy machine the first future takes its time
    });
    expect(code).toBe(130);
    expect(performance.now() - started).toBeLessThan(20_000);
    const kept = Number(/(\d+) whole futures were kept/.exec(err)?.[1]);
    const { digests } = JSON.parse(read(out, 'waves', 'manifest.json'));
    expect(Object.keys(digests)).toHaveLength(kept);
    expect(rowsOf(read(out, 'waves', 'runs.csv'))).toHaveLength(kept * 61);
    const some = Object.keys(digests)[0];
    const [again] = await run(WAVES, '--years', '20', '-n', `${some}..${some}`);
    expect(again.digests).toEqual([digests[some]]);
  });

  test('ends quietly when its reader has had enough', async () => {
    const { code, err } = await program(['list', 'settings'], (child) => child.stdout?.destroy());
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('bad input ends with 2 and says everything at once', () => {
  const broken = (): string =>
    scenarioFile({
      system: { preset: 'made-upp' },
      years: 0,
      ingredients: { aliances: 0.4, champions: 7 },
      strategy: { kind: 'waves', seedSchool: 4 },
    });

  test('an event at a place that is not there is refused, with how many there are', async () => {
    const file = scenarioFile({ events: [{ year: 1, kind: 'closure', school: 9999 }] });
    const { code, out } = await program(['validate', file]);
    expect(code).toBe(2);
    expect(out).toMatch(/events\[0\]\.school: found 9999, expected a place below \d+/);
  });

  test('every problem with its place, and the name that was meant', async () => {
    const file = broken();
    const { code, out } = await program(['validate', file, WAVES]);
    expect(code).toBe(2);
    expect(out).toContain(`${file}:1:`);
    for (const text of [
      'system.preset: found "made-upp"',
      'did you mean made-up?',
      'years: found 0, expected at least 1',
      'champions: found 7',
      'did you mean alliances?',
      'did you mean seedSchools?',
    ])
      expect(out).toContain(text);
    expect(out).toContain(`${WAVES}: ok`);
  });

  test('as JSON for programs', async () => {
    const { code, out } = await program(['validate', broken(), '--json']);
    expect(code).toBe(2);
    const [{ ok, problems }] = JSON.parse(out);
    expect(ok).toBe(false);
    expect(problems).toHaveLength(5);
    expect(problems[0]).toMatchObject({ path: expect.any(String), message: expect.any(String), line: 1 });
  });

  test('of all files of a call, before anything is run', async () => {
    const out = newFolder();
    const { code, err } = await program(['run', broken(), join(out, 'none.json'), WAVES, '--out', join(out, 'x')]);
    expect(code).toBe(2);
    expect(err).toContain('made-upp');
    expect(err).toContain('there is no such file');
    expect(existsSync(join(out, 'x'))).toBe(false);
  });

  test.each([
    [['run', WAVES, '--set', 'finance.pilotYears=999'], '--set: finance.pilotYears: found 999, expected at most 30'],
    [['run', WAVES, '--set', 'nonsense'], 'expected path=value'],
    [['run', WAVES, '--years', 'x'], '--years: years: found "x"'],
    [['run', WAVES, '-n', '0'], '--replicates: found 0, expected one future or more'],
    [['run', WAVES, '-n', '5..2'], '--replicates'],
    [['run', WAVES, '--workers', '0'], '--workers'],
    [['run', WAVES, '--format', 'xlsx'], 'expected some of csv, parquet, json'],
    [['run', WAVES, '--sede', '3'], 'Did you mean --seed?'],
    [['run', 'test/fixtures/wave.json'], 'did you mean'],
    [['run'], 'missing required argument'],
    [['list', 'nonsense'], 'Allowed choices'],
    [['story', WAVES, '--school', '9999'], 'there is no school'],
    [['contagion', 'test/fixtures/none'], 'there is no file'],
    [['unheard-of'], 'unknown command'],
  ])('%j', async (args, text) => {
    const { code, err } = await program(args);
    expect(err).toContain(text);
    expect(code).toBe(2);
  });

  test('a file in another encoding, by its byte; one with a byte order mark is read', async () => {
    const [latin, marked] = [join(newFolder(), 'latin.json'), join(newFolder(), 'marked.json')];
    writeFileSync(latin, Buffer.from(readFileSync(WAVES, 'utf8').replace('Waves', 'Vagues répétées'), 'latin1'));
    writeFileSync(marked, `\uFEFF${readFileSync(WAVES, 'utf8')}`);
    const { code, out } = await program(['validate', latin, marked]);
    expect(code).toBe(2);
    expect(out).toMatch(/latin\.json: byte \d+: found byte 0xE9/);
    expect(out).toContain(`${marked}: ok`);
  });

  test('a table of schools that lacks its file', async () => {
    const { code, err } = await program(['run', scenarioFile({ system: { file: 'none.csv' } })]);
    expect({ code, err }).toEqual({ code: 2, err: 'none.csv: there is no such file\n' });
  });
});

describe('compare', () => {
  test('is the difference in the same futures, future by future', async () => {
    const { code, out } = await program(['compare', WAVES, MANDATE, '-n', '5', '--json']);
    expect(code).toBe(0);
    const { metrics, futures, sentence } = JSON.parse(out);
    const folder = newFolder();
    await run(WAVES, MANDATE, '-n', '5', '--out', folder);
    const at = (name: string) =>
      rowsOf(read(folder, name, 'runs.csv'))
        .filter(({ year }) => year === '3')
        .map((row) => Number(row.schoolsInUse));
    const [a, b] = [at('waves'), at('mandate')];
    const paired = a.map((x, k) => x - b[k]);
    const { difference } = metrics.find(({ metric }: { metric: string }) => metric === 'schoolsInUse');
    expect(futures).toBe(5);
    expect(difference.mean).toBeCloseTo(paired.reduce((sum, x) => sum + x, 0) / 5, 9);
    expect(difference.aAhead).toBeCloseTo(paired.reduce((sum, d) => sum + (d > 0 ? 1 : d === 0 ? 0.5 : 0), 0) / 5, 9);
    expect(sentence).toMatch(/^By year 3, A reaches .*roughly/);
  });

  test('of a plan with itself finds nothing', async () => {
    const out = newFolder();
    const { code } = await program(['compare', WAVES, WAVES, '-n', '3', '--out', out]);
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['difference.csv', 'waves-a', 'waves-b']);
    for (const { mean, n } of rowsOf(read(out, 'difference.csv'))) if (n !== '0') expect(mean).toBe('0');
  });
});

describe('what there is', () => {
  test.each([
    ['ingredients', 14],
    ['parameters', 50],
    ['strategies', 5],
    ['metrics', 50],
    ['settings', 200],
    ['presets', 5],
  ])('list %s has %i rows or more, for programs and for people', async (topic, least) => {
    const rows = JSON.parse((await program(['list', topic, '--json'])).out);
    expect(rows.length).toBeGreaterThanOrEqual(least);
    const { code, out } = await program(['list', topic]);
    expect(code).toBe(0);
    for (const { name, path } of rows) expect(out).toContain(name ?? path);
  });

  test('every setting and parameter has its grade and source', async () => {
    const rows = JSON.parse((await program(['list', 'settings', '--json'])).out);
    for (const { grade, source } of rows) {
      expect('ABCD').toContain(grade);
      expect(source).not.toBe('');
    }
  });

  test('list scenarios names what run takes by name', async () => {
    const rows = JSON.parse((await program(['list', 'scenarios', '--json'])).out);
    expect(rows.map(({ name }: { name: string }) => name)).toContain('default');
    const { code } = await program(['run', 'default', '-n', '1', '--years', '1']);
    expect(code).toBe(0);
  });

  test('the schema knows the names of a scenario', async () => {
    const { code, out } = await program(['schema']);
    expect(code).toBe(0);
    expect(Object.keys(JSON.parse(out).properties)).toEqual(expect.arrayContaining(['title', 'system', 'years', 'strategy']));
  });

  test.each([
    ['odd', 'model.md'],
    ['evidence', 'evidence.md'],
  ])('%s writes its document where it is told', async (name, file) => {
    const folder = newFolder();
    mkdirSync(join(folder, 'docs'));
    const { code } = await program([name], undefined, folder);
    expect(code).toBe(0);
    expect(read(folder, 'docs', file)).toBe((await program([name, '-'])).out);
  });

  test('a story of a school by id, by name and by place, of the future that run has', async () => {
    const of = async (school: string) =>
      JSON.parse((await program(['story', SCHOOLS, '--school', school, '--replicate', '2', '--json'])).out);
    const byId = await of('S05');
    expect(await of('school f')).toEqual(byId);
    expect(await of(String(byId.school))).toEqual(byId);
    expect(byId.name).toBe('School F');
    expect(byId.text).toMatch(/By year 3, \w+ of 13 uses? it/);
    const [told] = await run(SCHOOLS);
    expect(byId.digest).toBe(told.digests[2]);
  });

  test('contagion prints the table of a case', async () => {
    const file = join(newFolder(), 'case.json');
    writeFileSync(
      file,
      JSON.stringify({
        version: 1,
        name: 'pair',
        network: { kind: 'edges', nodes: 2, directed: false, edges: [[0, 1]] },
        timing: { per: 'step' },
        seeds: { nodes: [0] },
        exposure: { of: 'count' },
        kernel: { kind: 'step', threshold: 1 },
        steps: 2,
        replicates: 1,
      }),
    );
    const { code, out, err } = await program(['contagion', file]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')[0]).toBe('t,mean,sd');
  });

  test('help and version end with 0', async () => {
    for (const args of [['--help'], ['run', '--help'], ['--version']])
      expect(await program(args)).toMatchObject({ code: 0, err: '' });
  });
});

test('the built library runs the same futures as the program', async () => {
  const code = `
    import { readFileSync } from 'node:fs';
    import { compile, parseScenario, run, simulate } from ${JSON.stringify(pathToFileURL('dist/index.mjs').href)};
    const { value } = parseScenario(JSON.parse(readFileSync(${JSON.stringify(WAVES)}, 'utf8')));
    const ensemble = await run(value, { replicates: 3 });
    console.log(JSON.stringify([ensemble.digest, simulate(compile(value), { replicate: 2 }).digest]));`;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  const [told] = await run(WAVES, '-n', '3');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual([told.digest, told.digests[2]]);
});

describe('the executable', () => {
  test('is found by npx in the checkout', () => {
    const { stdout } = spawnSync('npx', ['--no-install', 'taking-root', '--version'], { encoding: 'utf8' });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('says what to do where the program has not been built', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin/taking-root.mjs'), readFileSync('bin/taking-root.mjs'));
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin/taking-root.mjs')], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^[^\n]*npm start[^\n]*\n$/);
  });

  test('plans and makes a study with nothing but what the container holds', () => {
    const recipe = readFileSync('Containerfile', 'utf8');
    const copied = [...recipe.matchAll(/^COPY --from=build \/build\/(\S+) \.\/(\S+)$/gm)];
    expect(copied.map(([, from]) => from)).toContain('dist');
    const folder = newFolder();
    for (const [, from, to] of copied) cpSync(from, join(folder, to), { recursive: true });
    const [, linked] = /^RUN ln -s \/opt\/taking-root\/(\S+) /m.exec(recipe)!;
    const study = JSON.parse(read(folder, 'scenarios/studies/ingredients-company.json'));
    const few = { ...study, replicates: 1, base: 'organic', outcomes: [{ name: 'well', metric: 'schoolsWell', year: 15 }] };
    writeFileSync(join(folder, 'few.json'), JSON.stringify({ ...few, design: { kind: 'oneAtATime' } }));
    const asked = [join(folder, linked), 'study', 'few.json', '-o', 'made', '--workers', '2'];
    const { status, stderr } = spawnSync(process.execPath, asked, { cwd: folder, encoding: 'utf8' });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(read(folder, 'made', 'results.sha256')).toMatch(/^[0-9a-f]{64}/);
  });
});
