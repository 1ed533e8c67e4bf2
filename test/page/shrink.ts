/** Pictures of the page made small enough to keep, and how far two of them are apart. A browser does both: it knows PNG and WebP. */
import type { Browser } from 'playwright-core';

/** Pixels of a tile of a small picture, of which the mean colour counts: some three lines of the page's text. */
const TILE = 20;
/** Of 255: how far a tile's mean may be off in any of three colours. */
const OFF = 6;

export interface Easel {
  /** A picture as a WebP of a third of its width, or of half of it where it is narrow. */
  small(png: Buffer): Promise<Buffer>;
  /** A picture as a WebP to be read, as wide as it is. */
  whole(png: Buffer): Promise<Buffer>;
  /** The share of tiles whose mean colours differ; 1 for pictures of different sizes. */
  apart(one: Buffer, other: Buffer): Promise<number>;
}

const urlOf = (kind: string, bytes: Buffer): string => `data:image/${kind};base64,${bytes.toString('base64')}`;

/** Pixels across, as a PNG's head says. */
const widthOf = (png: Buffer): number => png.readUInt32BE(16);

export async function openEasel(browser: Browser): Promise<Easel> {
  const page = await (await browser.newContext()).newPage();
  const webp = async (png: Buffer, width: number, quality: number): Promise<Buffer> => {
    const url = await page.evaluate(
      async ([source, wide, fine]) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = wide;
        canvas.height = Math.round((image.height * wide) / image.width);
        const context = canvas.getContext('2d')!;
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, 0, 0, canvas.width, canvas.height);
        return canvas.toDataURL('image/webp', fine);
      },
      [urlOf('png', png), width, quality] as const,
    );
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  };
  return {
    small: (png) => webp(png, Math.min(480, Math.round(widthOf(png) / (widthOf(png) < 600 ? 2 : 3))), 0.4),
    whole: (png) => webp(png, widthOf(png), 0.8),
    apart: (one, other) =>
      page.evaluate(
        async ([sources, tile, off]) => {
          const [a, b] = await Promise.all(
            sources.map(async (source) => {
              const image = new Image();
              image.src = source;
              await image.decode();
              const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
              const context = canvas.getContext('2d')!;
              context.drawImage(image, 0, 0);
              return context.getImageData(0, 0, image.width, image.height);
            }),
          );
          if (a.width !== b.width || a.height !== b.height) return 1;
          let tiles = 0;
          let apart = 0;
          for (let top = 0; top + tile <= a.height; top += tile)
            for (let left = 0; left + tile <= a.width; left += tile) {
              const sums = [0, 0, 0];
              for (let y = top; y < top + tile; y++)
                for (let x = left; x < left + tile; x++)
                  for (let c = 0; c < 3; c++) {
                    const at = 4 * (y * a.width + x) + c;
                    sums[c] += a.data[at] - b.data[at];
                  }
              tiles++;
              if (sums.some((sum) => Math.abs(sum) > off * tile * tile)) apart++;
            }
          return apart / tiles;
        },
        [[urlOf('webp', one), urlOf('webp', other)], TILE, OFF] as const,
      ),
  };
}
