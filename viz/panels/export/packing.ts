/** A worker that packs everything into one zip, so that the page goes on drawing meanwhile. */
import { zipPieces } from '../../../formats/index.ts';
import { type About, filesOf, type Packed } from './files.ts';

/** What it is sent, once; it answers with the pieces of the zip. */
export interface Order {
  readonly packed: readonly Packed[];
  readonly about: About;
}

addEventListener('message', ({ data: { packed, about } }: MessageEvent<Order>) => {
  postMessage([...zipPieces(filesOf(packed, about))]);
});
