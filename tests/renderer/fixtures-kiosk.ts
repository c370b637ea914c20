import type { KioskOutcome, KioskView } from '../../preload/views.ts';
import { FILM_TEXT } from './look/browser.ts';
import { DARK, LIGHT, type Scene } from './look/scene.ts';

/** 24 November 2026, 06:12 in Sydney. */
export const AT_MS = Date.UTC(2026, 10, 23, 19, 12);
const HOUR_MS = 3_600_000;

export const READY: KioskView = {
  screen: 'ready',
  siteName: 'North Yard',
  gateName: 'Main gate',
  timeZone: 'Australia/Sydney',
  languages: ['en', 'ar'],
  language: 'en',
  online: true,
  camera: { enabled: true },
  volume: 0.5,
};

const outcome = (
  kind: KioskOutcome['kind'],
  code: KioskOutcome['code'],
  more: Partial<KioskOutcome> = {},
): KioskOutcome => ({
  id: `o-${code}`,
  kind,
  code,
  facts: {},
  atMs: AT_MS,
  showMs: 60_000,
  ...more,
});

export const OUTCOMES = {
  come_in: outcome('come_in', 'welcome', { firstName: 'Amira' }),
  goodbye: outcome('goodbye', 'goodbye', { firstName: 'Amira', facts: { insideMs: 492 * 60_000 } }),
  wait: outcome('wait', 'record_missing', { firstName: 'Amira' }),
  refused: outcome('refused', 'badge_ended', { firstName: 'Amira', facts: { endsAtMs: AT_MS - 2 * HOUR_MS } }),
  unknown: outcome('unknown', 'unknown_badge'),
} as const satisfies Record<KioskOutcome['kind'], KioskOutcome>;

export const showing = (shown: KioskOutcome, view: Partial<KioskView> = {}): KioskView => ({
  ...READY,
  ...view,
  screen: 'outcome',
  outcome: shown,
});

const scene = (name: string, view: KioskView, looks: Scene['looks'] = [...LIGHT, ...DARK]): Scene => ({
  name,
  atMs: AT_MS,
  answers: { getView: view },
  looks,
  act: async (page) => {
    // The camera's first frames.
    if (view.camera.enabled && view.screen !== 'outcome') await page.waitForTimeout(1_500);
  },
});

const HD_LIGHT = LIGHT.slice(0, 1);
const ARABIC: Partial<KioskView> = { language: 'ar' };
const LONG_NAME: Partial<KioskView> = {
  siteName: 'Western Interchange Container Terminal',
  online: false,
  offlineSinceMs: AT_MS,
};
const noCamera = (view: Partial<KioskView> = {}): KioskView => ({ ...READY, ...view, camera: { enabled: false } });

const withoutCamera = (): void => {
  navigator.mediaDevices.enumerateDevices = async () => [];
};
const withoutRawFrames = (): void => {
  delete (globalThis as { MediaStreamTrackProcessor?: unknown }).MediaStreamTrackProcessor;
};

/** The badge of the film is held before the camera all the time: it is one reading, however the frames are come by. */
const READS = { calls: { submitCode: [{ text: FILM_TEXT }] } };

export const KIOSK_SCENES: readonly Scene[] = [
  { ...scene('ready', READY), ...READS },
  { ...scene('ready-without-raw-frames', READY, HD_LIGHT), ...READS, before: withoutRawFrames },
  scene('ready-offline', { ...READY, online: false, offlineSinceMs: AT_MS }),
  scene('ready-long', { ...READY, ...LONG_NAME }, HD_LIGHT),
  scene('ready-ar', { ...READY, ...ARABIC, online: false, offlineSinceMs: AT_MS }, [...HD_LIGHT, ...DARK]),
  scene('ready-scanner', noCamera()),
  scene('ready-scanner-ar', noCamera(ARABIC), HD_LIGHT),
  { ...scene('ready-camera-missing', READY, HD_LIGHT), before: withoutCamera, words: 'No camera is connected.' },
  scene('reading', { ...READY, screen: 'reading' }, HD_LIGHT),
  ...Object.entries(OUTCOMES).flatMap(([kind, shown]) => [
    scene(`outcome-${kind}`, showing(shown)),
    scene(`outcome-${kind}-ar`, showing({ ...shown, language: 'ar' }), [...HD_LIGHT, ...DARK]),
  ]),
  scene('outcome-long', showing({ ...OUTCOMES.come_in, firstName: 'Bartholomäus-Maximilian' }), HD_LIGHT),
  {
    ...scene('outcome-touched', showing(OUTCOMES.wait), HD_LIGHT),
    act: async (page) => page.mouse.click(640, 400),
    calls: { acknowledge: [{ outcomeId: OUTCOMES.wait.id }] },
    words: 'Hold your badge',
  },
  {
    ...scene('outcome-over', showing({ ...OUTCOMES.come_in, showMs: 500 }), HD_LIGHT),
    act: async (page) => page.waitForTimeout(700),
    calls: { acknowledge: [] },
    words: 'Hold your badge',
  },
  {
    ...scene('ready-language-touched', READY, HD_LIGHT),
    act: async (page) => page.getByRole('button', { name: 'العربية' }).click(),
    calls: { chooseLanguage: [{ language: 'ar' }] },
  },
  scene('emergency', { ...READY, screen: 'emergency' }),
  scene('out-of-service', { ...READY, screen: 'out_of_service', fault: 'database_broken' }),
  scene('out-of-service-ar', { ...READY, ...ARABIC, screen: 'out_of_service', fault: 'database_broken' }, HD_LIGHT),
];
