import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { DeskFixture } from '../fixtures-desk.ts';
import { openDeskSite, type DeskSite, type Look, type OpenDesk } from './desk-page.ts';

/** For what a busy machine may take a while to draw. */
export const SOON = { timeout: 10_000 };

export interface TestedDesk {
  readonly open: (fixture: DeskFixture, look?: Look) => Promise<Page>;
  /** What the window asked by this name, in order. */
  readonly asked: (name: string) => unknown[];
  readonly bridge: () => OpenDesk['bridge'];
}

/** The built page for the tests of one file; a test is red when the browser complained of anything in it. */
export function testedDesk(): TestedDesk {
  let site: DeskSite | undefined;
  let desk: OpenDesk | undefined;
  const opened = (): OpenDesk => {
    if (!desk) throw new Error('no desk was opened in this test');
    return desk;
  };
  beforeAll(async () => {
    site = await openDeskSite();
  }, 120_000);
  afterAll(() => site?.close());
  afterEach(async () => {
    const { complaints, page } = opened();
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    await page.context().close();
  });
  return {
    async open(fixture, look) {
      if (!site) throw new Error('the desk was not built');
      desk = await site.open(fixture, look);
      await desk.page.locator('.frame, .set-up').waitFor();
      return desk.page;
    },
    asked: (name) =>
      opened()
        .bridge.asked.filter((call) => call.name === name)
        .map(({ ask }) => ask),
    bridge: () => opened().bridge,
  };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds to mend on the page as it stands, one line each. */
export async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
