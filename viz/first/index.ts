/** The futures built into the page. */
import packed from 'virtual:first';
import { unpackFirst } from './packed.ts';

export const first = unpackFirst(packed);
