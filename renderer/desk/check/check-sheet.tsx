import type { ReactNode } from 'react';
import type { CheckResult, SelfCheck } from '../../../preload/device-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Chip } from '../parts/tone.tsx';
import { TONE_OF_RESULT, useCheckWords } from './check-words.ts';

/** The result as it stands on screen, and as it is printed: one page, with room for a name. */
export function CheckSheet({ check }: { readonly check: SelfCheck }): ReactNode {
  const { say, status, time } = useDesk();
  const { startedAtMs, endedAtMs } = check;
  const from = startedAtMs === undefined ? '' : `${time.day(startedAtMs)} ${time.time(startedAtMs)}`;
  const took = startedAtMs !== undefined && endedAtMs !== undefined ? endedAtMs - startedAtMs : undefined;
  return (
    <section className="sheet check-sheet" aria-label={say('check.result')}>
      <header className="check-sheet-head">
        <p className="check-place">
          <strong>{say('check.title')}</strong>
          <bdi>{status.siteName}</bdi> · <bdi>{status.gateName}</bdi>
        </p>
        <p className="number check-when">
          {from}
          {took !== undefined && (
            <span className="soft"> {say('check.took', { seconds: Math.round(took / 1000) })}</span>
          )}
        </p>
      </header>
      <ul className="check-results" aria-live="polite">
        {check.results.map((result) => (
          <ResultLine key={`${result.part} ${result.deviceId ?? ''}`} result={result} />
        ))}
      </ul>
      <footer className="check-sign">
        <p>{say('check.by')}</p>
        <p>{say('check.signature')}</p>
        <p className="soft">{say('check.printedBy', { version: status.appVersion })}</p>
      </footer>
    </section>
  );
}

function ResultLine({ result }: { readonly result: CheckResult }): ReactNode {
  const { say } = useDesk();
  const { part, name, what, next } = useCheckWords()(result);
  return (
    <li className="check-line" data-result={result.result}>
      <Chip tone={TONE_OF_RESULT[result.result]}>{say(`check.results.${result.result}`)}</Chip>
      <p className="check-part">
        <strong>{part}</strong>
        {name !== undefined && <bdi className="soft">{name}</bdi>}
      </p>
      <p className="check-what">
        {what}
        {next !== undefined && <span className="check-next">{next}</span>}
      </p>
    </li>
  );
}
