import type { Browser, Page } from 'playwright';

/** One state of a window. */
export interface Scene {
  /** Part of the picture's file name. */
  readonly name: string;
  /** What the bridge's calls answer, by name; calls that are not here answer nothing. Plain data. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly looks: readonly Look[];
  /** What the window takes for now. */
  readonly atMs: number;
  /** Runs in the page before its own script: what the machine lacks in this scene. */
  readonly before?: () => void;
  /** What to do before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
  /** The calls that the window should have made by then, by name. */
  readonly calls?: Readonly<Record<string, readonly unknown[]>>;
  /** Words that should be on screen by then. */
  readonly words?: string;
}

export interface Look {
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
}

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
export const LIGHT: readonly Look[] = SIZES.map((size) => ({ ...size, theme: 'light' }));
export const DARK: readonly Look[] = [{ width: 1280, height: 800, theme: 'dark' }];

/** The window with a bridge that gives the scene's answers, and what the page complained of. */
export async function openScene(browser: Browser, url: string, scene: Scene, look: Look) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.theme,
    permissions: ['camera'],
  });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on('console', (message) => {
    // A browser asks for an icon by itself; Electron does not.
    const isIcon = message.location().url.endsWith('/favicon.ico');
    if (message.type() === 'error' && !isIcon) heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(error.message));
  await page.clock.setFixedTime(scene.atMs);
  await page.addInitScript(standIn, scene.answers);
  if (scene.before) await page.addInitScript(scene.before);
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  await scene.act?.(page);
  await page.waitForTimeout(300);
  heard.push(...(await missingCalls(page, scene.calls ?? {})));
  const seen = await page.locator('body').innerText();
  if (!seen.includes(scene.words ?? '')) heard.push(`shows "${seen}", not "${scene.words}"`);
  return { page, heard };
}

async function missingCalls(page: Page, expected: NonNullable<Scene['calls']>): Promise<readonly string[]> {
  const made = await page.evaluate(() => (globalThis as { bridgeCalls?: [string, unknown][] }).bridgeCalls ?? []);
  return Object.entries(expected).flatMap(([name, asks]) => {
    const [is, should] = [made.filter((call) => call[0] === name).map((call) => call[1]), asks].map((all) =>
      JSON.stringify(all),
    );
    return is === should ? [] : [`${name} was called with ${is}, not with ${should}`];
  });
}

/** Runs in the page, in place of the preload script: `window.gatehouse`, and `tellWindow(name, news)` for scenes. */
function standIn(answers: Readonly<Record<string, unknown>>): void {
  const listeners = new Map<string, (news: unknown) => void>();
  const bridge = new Proxy(
    {},
    {
      get: (_, name: string) =>
        /^on[A-Z]/.test(name)
          ? (listener: (news: unknown) => void) => {
              listeners.set(name.charAt(2).toLowerCase() + name.slice(3), listener);
              return () => listeners.delete(name.charAt(2).toLowerCase() + name.slice(3));
            }
          : async (ask: unknown) => {
              const calls = ((globalThis as Record<string, unknown>)['bridgeCalls'] ??= []) as unknown[];
              calls.push([name, ask]);
              return answers[name];
            },
    },
  );
  Object.assign(globalThis, {
    gatehouse: bridge,
    tellWindow: (name: string, news: unknown) => listeners.get(name)?.(news),
  });
}
