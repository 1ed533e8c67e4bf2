/** `schema`: the JSON Schemas that editors complete and check scenario and study files by. */
import { Argument, Command } from '@commander-js/extra-typings';
import { scenarioJsonSchema } from '../../sim/index.ts';
import { studyJsonSchema } from '../../study/index.ts';
import { printJson } from '../print.ts';

const schemas = { scenario: scenarioJsonSchema, study: studyJsonSchema } as const;

export const schemaCommand = new Command('schema')
  .description('print the JSON Schema of scenario or study files')
  .addArgument(
    new Argument('[kind]', 'which files').choices(Object.keys(schemas) as (keyof typeof schemas)[]).default('scenario' as const),
  )
  .action((kind) => printJson(schemas[kind]()));
