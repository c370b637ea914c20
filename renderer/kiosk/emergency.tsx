import type { KioskView } from '../../preload/views.ts';
import { directionOf } from '../shared/i18n.ts';
import { OutcomeShape } from '../shared/shapes.tsx';
import { languageFor, LANGUAGES } from '../../core/words/words.ts';
import { KIOSK_WORDS } from './words/words.ts';

/** G8: where to go, in every language at once: nobody stops to choose one. The kiosk's own language stands first and largest. */
export function Emergency({ view }: { readonly view: KioskView }) {
  const own = languageFor(view.language);
  return (
    <main className="bleed" data-kind="refused" data-emergency role="alert">
      <OutcomeShape kind="refused" className="bleed-shape" />
      <div className="bleed-words">
        <h1 className="bleed-title" lang={own} dir={directionOf(own)}>
          {KIOSK_WORDS[own].emergency}
        </h1>
        {LANGUAGES.filter((language) => language !== own).map((language) => (
          <p className="bleed-next" key={language} lang={language} dir={directionOf(language)}>
            {KIOSK_WORDS[language].emergency}
          </p>
        ))}
      </div>
    </main>
  );
}
