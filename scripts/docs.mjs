/** Writes what is generated: the schemas that editors complete by, the description of the model, the ledger of evidence, the picture in the README. */

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install, root } from './install.mjs';

install();
build();
const program = (...args) =>
  execFileSync(process.execPath, [`${root}bin/taking-root.mjs`, ...args], { cwd: root, maxBuffer: 2 ** 28 });

writeFileSync(`${root}scenarios/scenario.schema.json`, program('schema'));
writeFileSync(`${root}scenarios/studies/study.schema.json`, program('schema', 'study'));
program('odd', 'docs/model.md');
program('evidence', 'docs/evidence.md');
const folder = mkdtempSync(join(tmpdir(), 'taking-root-'));
program('run', 'default', '--out', folder);
copyFileSync(join(folder, 'default', 'summary.svg'), `${root}docs/pictures/summary.svg`);
rmSync(folder, { recursive: true });
