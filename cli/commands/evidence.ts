/** `evidence`: writes the ledger of every number that the model runs by: grade, source, what it drives, what patterns leave of it. */
import { Command } from '@commander-js/extra-typings';
import { ledgerDocument } from '../../words/index.ts';
import { writeWhole } from '../atomic.ts';
import { ledgerFiles } from '../found.ts';
import { note } from '../print.ts';

export const evidenceCommand = new Command('evidence')
  .description('write the ledger of every number: grade, source, what it drives, how far patterns narrow it')
  .argument('[file]', 'where to; - for standard output', 'docs/evidence.md')
  .action((file) => {
    const text = ledgerDocument(ledgerFiles());
    if (file === '-') return void process.stdout.write(text);
    writeWhole(file, [text]);
    note(`Wrote ${file}`);
  });
