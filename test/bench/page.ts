/** Measures the built page in a real Chromium: how soon it is there, answers a hand, and how smoothly its map plays. */
import type { Page } from 'playwright-core';
import { presets } from '../../sim/index.ts';
import { firstPlan, futures, onSystem } from '../page/deeds.ts';
import { openHouse } from '../page/open.ts';
import { weightsOf } from '../page/weights.ts';

export interface PageFigures {
  readonly firstPaint: number;
  /** Milliseconds from a hand's movement to the frame with the first new bands, over all positions of all drags. */
  readonly answer: { readonly p50: number; readonly p95: number; readonly positions: number };
  /** Milliseconds from letting go to so many futures of one plan. */
  readonly refined: readonly { readonly futures: number; readonly median: number }[];
  /** Seconds from opening What matters to its first answer, and to all of its futures; and the longest between two frames meanwhile, in ms. */
  readonly matters: { readonly first: number; readonly all: number; readonly futures: number; readonly longest: number };
  readonly map: readonly { readonly schools: number; readonly fps: number; readonly slowest: number }[];
  readonly scriptsKb: number;
  readonly dataKb: number;
}

const DRAGS = 12;
const POSITIONS = 8;
/** Drags after which all futures are waited for. */
const WAITED = 3;
const WANTED = [64, 200];

/** Milliseconds that a page which has just opened is left alone: in its first second a few frames are late in any case. */
const SETTLED = 2000;
/** Milliseconds that the largest system may take before it plays. */
const PATIENCE = 400_000;
/** Schools of the made-up district, which the page shows until others have been made. */
const MADE_UP = 212;

/** Schools on the map: the made-up district, and samples of a large country. */
const INDIA = presets.india.statistics.schools.value;
const systems = [
  { preset: 'made-up' },
  { preset: 'india', sample: 10_000 / INDIA },
  { preset: 'india', sample: 100_000 / INDIA },
] as const;

const quantileOf = (values: readonly number[], p: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))];
};

declare global {
  interface Window {
    /** When the hand last moved or let go, and when the first futures of the newest plan were in a frame. */
    moved: number;
    answered: number;
    /** Milliseconds between two frames, at the most. */
    longest: number;
  }
}

/** Keeps the two times from here on. */
function watch(): void {
  window.moved = 0;
  window.answered = 0;
  const note = ({ timeStamp }: Event): void => {
    window.moved = timeStamp;
  };
  addEventListener('input', note, true);
  addEventListener('pointerup', note, true);
  new PerformanceObserver((list) => {
    // What answers an earlier movement is none to the last one.
    for (const { startTime, duration } of list.getEntriesByName('first futures'))
      if (startTime >= window.moved) window.answered = startTime + duration;
  }).observe({ type: 'measure' });
}

/** One drag over positions that no plan has been at; milliseconds of each. */
async function drag(page: Page, lever: number, round: number): Promise<number[]> {
  const box = (await page.locator('[data-path] input[type=range]').nth(lever).boundingBox())!;
  const y = box.y + box.height / 2;
  // Apart from each other and from those of other rounds by more than a step of the lever.
  const at = (position: number): number => box.x + box.width * (0.1 + 0.09 * position + 0.03 * round);
  const times: number[] = [];
  await page.mouse.move(at(0) - 8, y);
  await page.mouse.down();
  for (let position = 0; position < POSITIONS; position++) {
    const before = await page.evaluate(() => window.answered);
    await page.mouse.move(at(position), y);
    const time = await page.waitForFunction((last) => window.answered > last && window.answered - window.moved, before, {
      polling: 10,
    });
    times.push((await time.jsonValue()) as number);
  }
  await page.mouse.up();
  return times;
}

/** Milliseconds from letting go until the fan has so many futures. */
const refinedTo = (page: Page, count: number): Promise<number> =>
  futures(page, count).then(() => page.evaluate(() => performance.now() - window.moved));

async function measureHand(page: Page): Promise<Pick<PageFigures, 'answer' | 'refined'>> {
  await page.evaluate(watch);
  const levers = await page.locator('[data-path] input[type=range]').count();
  const answers: number[] = [];
  const waits: number[][] = [];
  for (let i = 0; i < DRAGS; i++) {
    answers.push(...(await drag(page, i % levers, Math.floor(i / levers))));
    if (i >= WAITED) continue;
    const times: number[] = [];
    for (const count of WANTED) times.push(await refinedTo(page, count));
    waits.push(times);
  }
  return {
    answer: { p50: quantileOf(answers, 0.5), p95: quantileOf(answers, 0.95), positions: answers.length },
    refined: WANTED.map((count, i) => ({
      futures: count,
      median: quantileOf(
        waits.map((times) => times[i]),
        0.5,
      ),
    })),
  };
}

/** Schools on the map, where they are more than some number. */
function schoolsShown(than: number): number {
  const said = document.querySelector('[role=application]')?.getAttribute('aria-label') ?? '';
  const schools = Number((/of ([\d,]+) schools/.exec(said)?.[1] ?? '0').replaceAll(',', ''));
  return schools > than ? schools : 0;
}

/** Frames a second while eight years pass. */
async function measureMap(page: Page): Promise<{ readonly fps: number; readonly slowest: number }> {
  await page.locator('.timeline-play').click();
  const frames = await page.evaluate(
    () =>
      new Promise<number[]>((settle) => {
        const times: number[] = [];
        requestAnimationFrame(function on(now) {
          times.push(now);
          if (now - times[0] < 8000) requestAnimationFrame(on);
          else settle(times);
        });
      }),
  );
  const gaps = frames.slice(1).map((time, i) => time - frames[i]);
  return { fps: (1000 * gaps.length) / (frames.at(-1)! - frames[0]), slowest: quantileOf(gaps, 0.95) };
}

/** The page's own study of the made-up district, from the first mixes to the last. */
async function measureMatters(page: Page): Promise<PageFigures['matters']> {
  await page.evaluate(() => {
    let last = performance.now();
    window.longest = 0;
    requestAnimationFrame(function on(now) {
      window.longest = Math.max(window.longest, now - last);
      last = now;
      requestAnimationFrame(on);
    });
  });
  const start = Date.now();
  await page.getByRole('button', { name: 'What matters' }).click();
  await page.locator('.moves-row').first().waitFor();
  const first = (Date.now() - start) / 1000;
  const done = page.getByText(/^All [\d,]+ futures are in\.$/);
  await done.waitFor({ timeout: PATIENCE });
  const futures = Number((await done.innerText()).replaceAll(/\D/g, ''));
  return { first, all: (Date.now() - start) / 1000, futures, longest: await page.evaluate(() => window.longest) };
}

export async function measurePage(folder: string): Promise<PageFigures> {
  const house = await openHouse(folder);
  try {
    const paints: number[] = [];
    for (let i = 0; i < 5; i++) {
      const { page } = await house.open();
      const found = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
      paints.push((await found.jsonValue()) as number);
      await page.context().close();
    }
    const { page } = await house.open({}, onSystem(firstPlan().system));
    await futures(page, 200);
    const hand = await measureHand(page);
    const matters = await measureMatters(page);
    await page.context().close();
    const map: PageFigures['map'][number][] = [];
    for (const system of systems) {
      const { page: played } = await house.open({}, onSystem(system));
      await played.waitForFunction(schoolsShown, system.preset === 'made-up' ? 0 : MADE_UP, { timeout: PATIENCE });
      await futures(played, 16, PATIENCE);
      await played.waitForTimeout(SETTLED);
      const schools = await played.evaluate(schoolsShown, 0);
      map.push({ schools, ...(await measureMap(played)) });
      await played.context().close();
    }
    const { scriptsKb, dataKb } = weightsOf(folder);
    return { firstPaint: quantileOf(paints, 0.5), ...hand, matters, map, scriptsKb, dataKb };
  } finally {
    await house.close();
  }
}
