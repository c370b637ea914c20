import type { Page } from 'playwright';
import { figuresOf, type Figures } from '../../../scripts/bench/figures.ts';

export interface DeskFigures {
  /** The page's main thread, from a key to the painted answer, in time of the processor. */
  readonly busy: Figures;
  /** From a key to the painted answer, waiting included. */
  readonly answered: Figures;
  /** Between two frames while scrolling. */
  readonly frame: Figures;
  /** Share of frames that came a whole frame late or later. */
  readonly late: number;
}

const FRAMES = 240;
const ROWS_A_FRAME = 3;
const ROW_PX = 44;
/** Nothing is asked or drawn any more: longer than the window waits before it asks. */
const QUIET_MS = 250;
const PATIENCE_MS = 10_000;

/** Types each query letter by letter, then scrolls through the whole list, and measures the page meanwhile. */
export async function measure(page: Page, queries: readonly string[], answeredAt: () => number): Promise<DeskFigures> {
  const session = await page.context().newCDPSession(page);
  // Time of the processor: what other programs take meanwhile is not the page's.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busyMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const field = page.locator('input[type=search]').first();
  const [busy, answered]: [number[], number[]] = [[], []];
  for (const query of queries) {
    await field.fill('');
    await page.waitForTimeout(QUIET_MS * 2);
    for (const letter of query) {
      const [before, pressedAt] = [await busyMs(), performance.now()];
      await field.press(letter === ' ' ? 'Space' : letter);
      // A space at the end asks for nothing new.
      if (letter === ' ') continue;
      while (answeredAt() < pressedAt) {
        if (performance.now() - pressedAt > PATIENCE_MS) throw new Error(`no answer to ${query}`);
        await page.waitForTimeout(2);
      }
      await painted(page);
      answered.push(performance.now() - pressedAt);
      await page.waitForTimeout(QUIET_MS);
      busy.push((await busyMs()) - before);
    }
  }
  await field.fill('');
  await page.waitForTimeout(QUIET_MS * 4);
  const gaps = await scroll(page);
  const frame = figuresOf(gaps);
  const usual = 1000 / 60;
  return {
    busy: figuresOf(busy),
    answered: figuresOf(answered),
    frame,
    late: gaps.filter((gap) => gap > usual * 1.9).length / gaps.length,
  };
}

const painted = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/** Milliseconds between frames, while the list moves by some rows in each. */
function scroll(page: Page): Promise<number[]> {
  return page.evaluate(
    ({ frames, step }) =>
      new Promise<number[]>((done) => {
        const grid = document.querySelector('[role=grid]');
        const gaps: number[] = [];
        let last = performance.now();
        const next = (): void => {
          const now = performance.now();
          gaps.push(now - last);
          last = now;
          if (gaps.length === frames) return done(gaps);
          grid?.scrollBy(0, step);
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
    { frames: FRAMES, step: ROWS_A_FRAME * ROW_PX },
  );
}
