import type { KioskOutcome, KioskView } from '../../preload/views.ts';
import { directionOf } from '../shared/i18n.ts';
import { OutcomeShape } from '../shared/shapes.tsx';
import { outcomeText } from './outcome-text.ts';

interface OutcomeProps {
  readonly outcome: KioskOutcome;
  readonly view: Pick<KioskView, 'language' | 'timeZone'>;
  readonly nowMs: number;
  readonly onAcknowledge: (outcomeId: string) => void;
}

/** From here on a title takes three lines or more at its usual size. */
const LONG_TITLE = 30;

/** Full-bleed colour, shape and sentence; the bar shows how long it stays. */
export function Outcome({ outcome, view, nowMs, onAcknowledge }: OutcomeProps) {
  const [own, site] = outcomeText(outcome, view, nowMs);
  return (
    <main
      className="bleed"
      data-kind={outcome.kind}
      lang={own.language}
      dir={directionOf(own.language)}
      role="alert"
      aria-live="assertive"
      onPointerDown={() => onAcknowledge(outcome.id)}
    >
      <OutcomeShape kind={outcome.kind} className="bleed-shape" />
      <div className="bleed-words">
        <h1 className="bleed-title" data-long={own.title.length > LONG_TITLE}>
          {own.title}
        </h1>
        {own.next && <p className="bleed-next">{own.next}</p>}
      </div>
      {site && (
        <p className="bleed-site" lang={site.language} dir={directionOf(site.language)}>
          {site.title}
        </p>
      )}
      <span className="bleed-stay" style={{ animationDuration: `${outcome.showMs}ms` }} aria-hidden="true" />
    </main>
  );
}
