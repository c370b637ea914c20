import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, test } from 'vitest';
import { CODE_NAMES, CODES } from '../../core/codes.ts';
import { CAMERA_STATES, type CameraState, type KioskOutcome, type KioskView } from '../../preload/views.ts';
import { Screen } from '../../renderer/kiosk/screen.tsx';
import { withoutOutcome } from '../../renderer/kiosk/use-kiosk-view.ts';
import { ar } from '../../renderer/kiosk/words/ar.ts';
import { en } from '../../renderer/kiosk/words/en.ts';
import { createI18n } from '../../renderer/shared/i18n.ts';
import { SOUNDS } from '../../renderer/shared/sounds.ts';
import { AT_MS, OUTCOMES, READY, showing } from './fixtures-kiosk.ts';

/** What is on screen for a view: its markup, and its words as somebody reads them. */
function draw(view: KioskView, camera: CameraState = 'live') {
  const markup = renderToStaticMarkup(
    <I18nextProvider i18n={createI18n({ en, ar }, view.language)}>
      <Screen view={view} camera={camera} nowMs={AT_MS} onAcknowledge={() => {}} onLanguage={() => {}} />
    </I18nextProvider>,
  );
  const words = markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\u2068\u2069]/g, '');
  return { markup, words: words.replaceAll('&#x27;', "'").replaceAll(/\s+/g, ' ').trim() };
}

describe('the ready screen', () => {
  test("says what to do, the site's name, the time there and the languages", () => {
    expect(draw(READY).words).toBe('North Yard 06:12 Hold your badge up to the camera. English العربية');
  });

  test('speaks the language of the view', () => {
    expect(draw({ ...READY, language: 'ar' }).words).toContain(ar['ready.camera']);
  });

  test('says since when it is offline, and that badges still work', () => {
    const { words } = draw({ ...READY, online: false, offlineSinceMs: AT_MS - 3_600_000 });
    expect(words).toContain('Offline since 05:12. Scan as usual.');
    expect(draw(READY).words).not.toContain('Offline');
  });

  test('without a camera sends people to the scanner and shows no frame to aim at', () => {
    const { words, markup } = draw({ ...READY, camera: { enabled: false } }, 'off');
    expect(words).toContain('Hold your badge to the scanner.');
    expect(markup).not.toContain('ready-frame');
  });

  test.each(['missing', 'busy', 'denied', 'dark', 'stalled'] as const)(
    'in plain words tells a camera that is %s, and what to do',
    (state) => {
      const { words } = draw(READY, state);
      expect(words).toContain(en[`camera.${state}`]);
      expect(words).toContain(en['camera.next']);
    },
  );

  test('has one sentence for every state of the camera', () => {
    const sentences = CAMERA_STATES.map((state) => draw(READY, state).markup.match(/<h1/g)?.length);
    expect(new Set(sentences)).toEqual(new Set([1]));
  });

  test('offers no languages where there is one', () => {
    expect(draw({ ...READY, languages: ['en'] }).markup).not.toContain('<nav');
  });

  test('says that a badge is being read', () => {
    expect(draw({ ...READY, screen: 'reading' }).words).toContain('Reading your badge…');
  });
});

const KINDS = Object.keys(OUTCOMES) as KioskOutcome['kind'][];

describe('an outcome', () => {
  test.each(KINDS)('%s has its colour, its shape and its sound', (kind) => {
    const { markup } = draw(showing(OUTCOMES[kind]));
    expect(markup).toContain(`class="bleed" data-kind="${kind}"`);
    expect(markup).toContain(`data-shape="${kind}"`);
    expect(markup).toContain('role="alert"');
    expect(SOUNDS[kind].length).toBeGreaterThan(0);
  });

  test.each(KINDS)('%s fills the screen in English and in Arabic, with every value in its place', (kind) => {
    const [english, arabic] = [draw(showing(OUTCOMES[kind])), draw(showing(OUTCOMES[kind], { language: 'ar' }))];
    expect(english.words).toMatch(/[A-Za-z]{3}/);
    expect(arabic.words).toMatch(/\p{Script=Arabic}{2}/u);
    expect(english.markup).toContain('lang="en" dir="ltr"');
    expect(arabic.markup).toContain('lang="ar" dir="rtl"');
    for (const { words } of [english, arabic]) expect(words).not.toMatch(/[{}]|undefined|NaN/);
  });

  test('come in greets by the first name', () => {
    expect(draw(showing(OUTCOMES.come_in)).words).toContain('Welcome, Amira.');
  });

  test('goodbye tells how long the person was here', () => {
    expect(draw(showing(OUTCOMES.goodbye)).words).toContain('8 h 12 min');
    expect(draw(showing(OUTCOMES.goodbye, { language: 'ar' })).words).toContain('8 س 12 د');
  });

  test("speaks the person's language, with the site's below", () => {
    const { markup, words } = draw(showing({ ...OUTCOMES.come_in, language: 'ar-EG' }));
    expect(words).toMatch(/\p{Script=Arabic}.*Welcome, Amira\.$/u);
    expect(markup).toContain('<p class="bleed-site" lang="en" dir="ltr">');
  });

  test("is said once where person and site share a language, or the person's has no words here", () => {
    for (const language of ['en-GB', 'mn']) {
      expect(draw(showing({ ...OUTCOMES.come_in, language })).markup).not.toContain('bleed-site');
    }
  });

  test('shows nothing of the screen before it', () => {
    expect(draw(showing(OUTCOMES.refused)).words).not.toContain('North Yard');
  });

  test('that was touched or has had its time gives way to the ready screen', () => {
    const view = showing(OUTCOMES.wait);
    expect(draw(withoutOutcome(view, OUTCOMES.wait.id)).words).toBe(draw(READY).words);
  });

  test('is not hidden by the end of the one before', () => {
    const view = showing(OUTCOMES.wait);
    expect(withoutOutcome(view, OUTCOMES.come_in.id)).toBe(view);
  });
});

const FOR_WORKERS = CODE_NAMES.filter((code) => CODES[code] !== 'note' && CODES[code] !== 'fault');

test.each(FOR_WORKERS)('%s is drawn whole in every language, with and without what is known', (code) => {
  const known = { startsAtMs: AT_MS, endsAtMs: AT_MS, sinceMs: AT_MS, insideMs: 60_000, reason: 'R', count: 3 };
  const names = { clientName: 'Client', locationName: 'Place', workOrderNumber: 'WO-1' };
  for (const facts of [{}, { ...known, ...names }]) {
    for (const language of ['en', 'ar']) {
      const { words } = draw(showing({ ...OUTCOMES.refused, code, facts }, { language }));
      expect(words).toMatch(/\p{Letter}{3}/u);
      expect(words).not.toMatch(/[{}]|undefined|NaN/);
    }
  }
});

test('out of service sends people to the staff and names no code', () => {
  const { words, markup } = draw({ ...READY, screen: 'out_of_service', fault: 'database_broken' });
  expect(words).toBe('This gate is out of service. Please see the gate staff.');
  expect(markup).toContain('data-shape="out"');
});

test('every word of the kiosk is there in Arabic, with the same values in it', () => {
  const values = (text: string): string[] => text.match(/\{\w+\}/g) ?? [];
  expect(Object.keys(ar).sort()).toEqual(Object.keys(en).sort());
  for (const key of Object.keys(en) as (keyof typeof en)[]) expect(values(ar[key])).toEqual(values(en[key]));
});

test('G8: in an emergency the whole screen says in every language where to go', () => {
  const { words } = draw({ ...READY, screen: 'emergency' });
  for (const sentence of ['Emergency: go to the assembly point', 'Urgence :', 'Emergencia:', 'Alarm:', 'طوارئ'])
    expect(words).toContain(sentence);
});
