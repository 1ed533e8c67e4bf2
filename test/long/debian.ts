/** Debian's programs that the long tests need: installed where they are missing and we may, so that no test is quietly left out. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** By package a file that is there once it is installed. */
const packages = {
  chromium: '/usr/bin/chromium',
  'firefox-esr': '/usr/bin/firefox-esr',
  'webkit2gtk-driver': '/usr/bin/WebKitWebDriver',
  xvfb: '/usr/bin/Xvfb',
  strace: '/usr/bin/strace',
  faketime: '/usr/bin/faketime',
  munge: '/usr/sbin/munged',
  slurmctld: '/usr/sbin/slurmctld',
  slurmd: '/usr/sbin/slurmd',
  'slurm-client': '/usr/bin/sbatch',
  'slurm-wlm-basic-plugins': '/usr/share/doc/slurm-wlm-basic-plugins',
  snakemake: '/usr/bin/snakemake',
  parallel: '/usr/bin/parallel',
  'r-base-core': '/usr/bin/Rscript',
  'python3-pandas': '/usr/lib/python3/dist-packages/pandas',
} as const;

type Package = keyof typeof packages;

/** Where a package's program is. */
export const programOf = (name: Package): string => packages[name];

const missing = (names: readonly Package[]): Package[] => names.filter((name) => !existsSync(packages[name]));

/**
 * What to add to the name of tests that need these packages: nothing where they are there, or the reason why the tests are skipped.
 * Throws where continuous integration (CI in the environment) lacks them and they cannot be installed.
 */
export function need(...names: readonly Package[]): string {
  const told = missing(names).length > 0 ? install() : '';
  const absent = missing(names);
  if (absent.length === 0) return '';
  if (process.env.CI) throw new Error(`expected Debian's ${absent.join(', ')}, which could not be installed: ${told}`);
  return ` (skipped: there is no ${absent.map(programOf).join(', ')})`;
}

/** Everything at once, so that it is one installation whichever test comes first. Says what apt-get said. */
function install(): string {
  const may = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!may) return 'this is not Debian, or not its administrator';
  // At run level 1 no package starts its service.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const call = (...words: readonly string[]): string => {
    const { stdout, stderr } = spawnSync('apt-get', words, { env, encoding: 'utf8', timeout: 900_000 });
    return `${stdout}${stderr}`;
  };
  call('update');
  return call('install', '-y', '--no-install-recommends', ...missing(Object.keys(packages) as Package[])).slice(-2000);
}
