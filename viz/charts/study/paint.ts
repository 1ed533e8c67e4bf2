/** Colours of a study's pictures by the names of the tokens: as they are for a file that stands alone, or as the theme of the page has them. */
import { light } from '../palette.ts';

export type Paint = Readonly<Record<keyof typeof light, string>>;

/** For files: every viewer of SVG reads them. */
export const plain: Paint = light;

/** For documents with a theme: `wellInk` is the token --well-ink. */
export const themed = Object.fromEntries(
  Object.keys(light).map((name) => [name, `var(--${name.replace(/[A-Z0-9]/g, (mark) => `-${mark.toLowerCase()}`)})`]),
) as Paint;
