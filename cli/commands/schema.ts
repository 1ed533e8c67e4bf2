/** `schema`: the JSON Schema that editors complete and check scenario files by. */
import { Command } from '@commander-js/extra-typings';
import { scenarioJsonSchema } from '../../sim/index.ts';
import { printJson } from '../print.ts';

export const schemaCommand = new Command('schema')
  .description('print the JSON Schema of scenario files')
  .action(() => printJson(scenarioJsonSchema()));
