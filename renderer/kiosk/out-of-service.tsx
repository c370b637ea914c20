import { OutcomeShape } from '../shared/shapes.tsx';
import { useWords } from '../shared/i18n.ts';
import type { KioskWord } from './words/en.ts';

export function OutOfService() {
  const say = useWords<KioskWord>();
  return (
    <main className="bleed" data-kind="out" role="alert">
      <OutcomeShape kind="out" className="bleed-shape" />
      <div className="bleed-words">
        <h1 className="bleed-title">{say('out.title')}</h1>
        <p className="bleed-next">{say('out.next')}</p>
      </div>
    </main>
  );
}
