/** `link A [B]`: the address at which the page opens on these plans, with the proof of their numbers in it. */
import { Command } from '@commander-js/extra-typings';
import { writeLink } from '../../formats/link.ts';
import { LINK_FUTURES, linkDigest } from '../../formats/linkstate.ts';
import { MODEL_VERSION } from '../../sim/index.ts';
import { runAll } from '../ensembles.ts';
import { loadScenario } from '../files.ts';
import type { Finished } from '../output.ts';
import { print } from '../print.ts';
import { refuse } from '../problems.ts';

export const linkCommand = new Command('link')
  .description('print a link that opens one or two scenarios in the page, with a proof of their numbers')
  .argument('<a>', 'scenario A')
  .argument('[b]', 'scenario B')
  .option('--page <address>', 'address of the page', 'http://127.0.0.1:4173/')
  .action(async (fileA, fileB, { page }) => {
    const loaded = [fileA, ...(fileB === undefined ? [] : [fileB])].map((file) => loadScenario(file));
    const files = loaded.map(({ schools }) => schools?.files[0]);
    if (files.some((file) => file?.sha256 !== files[0]?.sha256)) refuse(fileB!, 'expected the same schools as in A');
    const finished: Finished[] = [];
    if (await runAll(loaded, { replicates: String(LINK_FUTURES) }, (done) => finished.push(done))) {
      process.exitCode = 130;
      return;
    }
    const [a, b] = finished.map(({ loaded: { scenario } }) => scenario);
    const [ofA, ofB] = finished.map(({ ensemble }) => linkDigest(ensemble.runs)!);
    const [file] = files;
    const link = writeLink({
      model: MODEL_VERSION,
      a,
      ...(b && { b }),
      year: Math.min(a.years, b?.years ?? a.years),
      future: 0,
      digests: { a: ofA, ...(b && { b: ofB }) },
      ...(file && { file: { name: file.name, sha256: file.sha256 } }),
    });
    print(`${page.replace(/#.*$/, '')}#${link}`);
  });
