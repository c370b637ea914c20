import type { Page } from 'playwright';

interface Depth {
  readonly name: string;
  /** Of the rail and of that place's tabs, counted from 0. */
  readonly place: number;
  readonly tab: number;
  /** Pressed one after the other, by selectors that hold in every language. */
  readonly clicks: readonly string[];
  /** Where somebody scrolls to before looking. */
  readonly into?: string;
}

/** What is reached from a page by a press or two. */
const DEPTHS: readonly Depth[] = [
  { name: 'pass', place: 0, tab: 0, clicks: ['.pass-button'] },
  { name: 'card', place: 1, tab: 0, clicks: ['.grid-body .grid-row >> nth=3'] },
  { name: 'crew', place: 1, tab: 2, clicks: ['.crew-head >> nth=0'] },
  { name: 'event-today', place: 1, tab: 3, clicks: ['.crew-head >> nth=0'] },
  { name: 'act-story', place: 4, tab: 0, clicks: ['.grid-body .grid-row >> nth=0'] },
  { name: 'worker', place: 5, tab: 1, clicks: ['.grid-body .grid-row >> nth=2'] },
  {
    name: 'worker-client',
    place: 5,
    tab: 1,
    clicks: ['.grid-body .grid-row >> nth=2', '.worker-top .card-action >> nth=1'],
  },
  { name: 'order', place: 5, tab: 2, clicks: ['.order-head >> nth=0'] },
  { name: 'order-form', place: 5, tab: 2, clicks: ['.order-new'] },
  { name: 'booking', place: 5, tab: 4, clicks: ['.booking-row >> nth=0'] },
  { name: 'booking-files', place: 5, tab: 4, clicks: ['.booking-row >> nth=0'], into: '.documents-up' },
  { name: 'booking-form', place: 5, tab: 4, clicks: ['.bookings .list-head .mantine-Button-root'] },
  { name: 'invite', place: 5, tab: 5, clicks: ['.contacts-head .mantine-Button-root'] },
  { name: 'devices', place: 6, tab: 0, clicks: ['.sheet .mantine-Button-root >> nth=0'] },
];

/** Milliseconds that a press may take to find what it presses. */
const FOUND_WITHIN_MS = 3000;

/** One picture of each depth; what could not be reached is told and left out. */
export async function photographDepths(
  desk: Page,
  prefix: string,
  go: (place: number, tab: number) => Promise<void>,
  restMs: number,
): Promise<void> {
  for (const { name, place, tab, clicks, into } of DEPTHS) {
    // By way of another place, so that each begins at the top.
    await go(place === 3 ? 2 : 3, 0);
    await go(place, tab);
    try {
      for (const click of clicks) {
        await desk.locator(click).first().click({ timeout: FOUND_WITHIN_MS });
        await desk.waitForTimeout(restMs);
      }
      if (into !== undefined) await desk.locator(into).first().scrollIntoViewIfNeeded({ timeout: FOUND_WITHIN_MS });
      await desk.screenshot({ path: `${prefix}-${name}.png` });
    } catch (fault) {
      console.error(`${name} was not reached: ${String(fault).split('\n')[0]}`);
    }
    await desk.keyboard.press('Escape');
    await desk.waitForTimeout(restMs);
  }
}
