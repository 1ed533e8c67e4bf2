/** The commands, in the order of the help. A command is added by a file and a line here. */
import { compareCommand } from './compare.ts';
import { contagionCommand } from './contagion.ts';
import { linkCommand } from './link.ts';
import { listCommand } from './list.ts';
import { oddCommand } from './odd.ts';
import { openCommand } from './open.ts';
import { runCommand } from './run.ts';
import { schemaCommand } from './schema.ts';
import { storyCommand } from './story.ts';
import { validateCommand } from './validate.ts';

export const commands = [
  runCommand,
  compareCommand,
  validateCommand,
  schemaCommand,
  listCommand,
  oddCommand,
  storyCommand,
  linkCommand,
  openCommand,
  contagionCommand,
] as const;
