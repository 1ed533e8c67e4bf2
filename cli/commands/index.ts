/** The commands, in the order of the help. A command is added by a file and a line here. */

import { analyzeCommand } from './analyze.ts';
import { calibrateCommand } from './calibrate.ts';
import { collectCommand } from './collect.ts';
import { compareCommand } from './compare.ts';
import { contagionCommand } from './contagion.ts';
import { evidenceCommand } from './evidence.ts';
import { gcCommand } from './gc.ts';
import { linkCommand } from './link.ts';
import { listCommand } from './list.ts';
import { oddCommand } from './odd.ts';
import { openCommand } from './open.ts';
import { planCommand } from './plan.ts';
import { rebuildCommand } from './rebuild.ts';
import { reportCommand } from './report.ts';
import { runCommand } from './run.ts';
import { schemaCommand } from './schema.ts';
import { statusCommand } from './status.ts';
import { storyCommand } from './story.ts';
import { studyCommand } from './study.ts';
import { submitCommand } from './submit.ts';
import { validateCommand } from './validate.ts';
import { verifyCommand } from './verify.ts';
import { workCommand } from './work.ts';

export const commands = [
  runCommand,
  compareCommand,
  validateCommand,
  schemaCommand,
  listCommand,
  oddCommand,
  evidenceCommand,
  storyCommand,
  linkCommand,
  openCommand,
  studyCommand,
  planCommand,
  workCommand,
  statusCommand,
  collectCommand,
  verifyCommand,
  rebuildCommand,
  gcCommand,
  submitCommand,
  analyzeCommand,
  reportCommand,
  calibrateCommand,
  contagionCommand,
] as const;
