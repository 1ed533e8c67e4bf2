/** The words of pictures that reports draw too, in the language of the screen where the page shows them. */
import { type PictureWords, pictureWords } from '../../words/index.ts';
import { panelText } from '../state/paneltext.ts';

export const drawnWords = (): PictureWords => ({ ...pictureWords, ...panelText.value.matters.drawn });
