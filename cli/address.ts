/** The address at which the page opens on one or two plans, with the proof of their numbers in it. */
import { fileDigest, writeLink } from '../formats/link.ts';
import { LINK_FUTURES, linkDigest } from '../formats/linkstate.ts';
import { MODEL_VERSION } from '../sim/index.ts';
import { runAll } from './ensembles.ts';
import type { LoadedScenario } from './loaded.ts';
import type { Finished } from './output.ts';

export interface AddressWish {
  /** Address of the page. */
  readonly page: string;
  /** The future on the map. */
  readonly future?: number;
}

/** Undefined after Ctrl-C: the proof takes the first futures of each plan. */
export async function addressOf(
  loaded: readonly LoadedScenario[],
  { page, future = 0 }: AddressWish,
): Promise<string | undefined> {
  const finished: Finished[] = [];
  if (await runAll(loaded, { replicates: String(LINK_FUTURES) }, (done) => finished.push(done))) return undefined;
  const [a, b] = finished.map(({ loaded: { scenario } }) => scenario);
  const [ofA, ofB] = finished.map(({ ensemble }) => linkDigest(ensemble.runs)!);
  const files = loaded[0].schools?.files ?? [];
  const link = writeLink({
    model: MODEL_VERSION,
    a,
    ...(b && { b }),
    year: Math.min(a.years, b?.years ?? a.years),
    future,
    digests: { a: ofA, ...(b && { b: ofB }) },
    ...(files.length > 0 && {
      file: { name: files.map(({ name }) => name).join(' + '), sha256: fileDigest(files.map(({ sha256 }) => sha256)) },
    }),
  });
  return `${page.replace(/#.*$/, '')}#${link}`;
}
