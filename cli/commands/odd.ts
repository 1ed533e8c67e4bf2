/** `odd`: the description of the model, written from the lists that it runs by. */
import { Command } from '@commander-js/extra-typings';
import { modelDocument } from '../../words/index.ts';
import { writeWhole } from '../atomic.ts';
import { note } from '../print.ts';

export const oddCommand = new Command('odd')
  .description('write the description of the model, after the ODD protocol')
  .argument('[file]', 'where to; - for standard output', 'docs/model.md')
  .action((file) => {
    if (file === '-') return void process.stdout.write(modelDocument());
    writeWhole(file, [modelDocument()]);
    note(`Wrote ${file}`);
  });
