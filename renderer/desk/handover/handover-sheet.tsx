import type { ReactNode } from 'react';
import type { HandOverView } from '../../../preload/handover-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useCodeWords } from '../words/code-words.ts';
import { usePartName } from '../words/part-name.ts';

interface FiguresProps {
  readonly title: string;
  readonly rows: readonly (readonly [string, number | string])[];
}

function Figures({ title, rows }: FiguresProps): ReactNode {
  return (
    <section className="handover-part">
      <h2>{title}</h2>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface HandOverSheetProps {
  readonly sheet: HandOverView;
  /** What the guard writes for the next one, as far as it is written. */
  readonly words: string;
}

/** The shift as it stands on screen, and as it is printed: with room for both names. */
export function HandOverSheet({ sheet, words }: HandOverSheetProps): ReactNode {
  const { say, status, time } = useDesk();
  const codeWords = useCodeWords();
  const partName = usePartName();
  const moment = (ms: number): string => time.moment(ms, sheet.toMs);
  const faults = status.faults.map((fault) => [codeWords(fault.code).title, partName(fault.part)] as const);
  const none = say('handover.none');
  return (
    <article className="sheet handover-sheet" aria-label={say('handover.sheet')}>
      <header className="handover-head">
        <p>
          <strong>{say('handover.sheet')}</strong> <bdi>{status.siteName}</bdi> · <bdi>{status.gateName}</bdi>
        </p>
        <p className="number">
          {say('handover.fromTo', {
            from: moment(sheet.fromMs),
            to: `${time.day(sheet.toMs)} ${time.time(sheet.toMs)}`,
          })}
        </p>
      </header>
      <div className="handover-parts">
        <Figures
          title={say('handover.left')}
          rows={[
            [say('handover.insideNow'), sheet.inside.length],
            [say('handover.toLookAt'), sheet.toLookAt],
            ...(faults.length === 0 ? [[say('handover.faults'), none] as const] : faults),
          ]}
        />
        <Figures
          title={say('handover.passed')}
          rows={[
            [say('handover.cameIn'), sheet.cameIn],
            [say('handover.wentOut'), sheet.wentOut],
            [say('handover.wentOutByRule'), sheet.wentOutByRule],
          ]}
        />
        <Figures
          title={say('handover.refused')}
          rows={
            sheet.refused.length === 0
              ? [[none, 0]]
              : sheet.refused.map(({ code, count }) => [codeWords(code).title, count] as const)
          }
        />
        <Figures
          title={say('handover.desk')}
          rows={[
            [say('handover.overrides'), sheet.overrides],
            [say('handover.releases'), sheet.releases],
            [say('handover.undone'), sheet.undone],
            [say('handover.passes'), sheet.passes],
            [say('handover.messages'), sheet.messages],
            [say('handover.cleared'), sheet.cleared],
          ]}
        />
        <Figures
          title={say('handover.doors')}
          rows={[
            [say('handover.forced'), sheet.forced],
            [say('handover.held'), sheet.held],
          ]}
        />
        <section className="handover-part handover-wide">
          <h2>{say('handover.people')}</h2>
          {sheet.inside.length === 0 && <p className="soft">{say('handover.nobody')}</p>}
          <ul className="handover-people">
            {sheet.inside.map(({ workerId, name, sinceMs }) => (
              <li key={workerId}>
                <bdi>{name || say('handover.somebody')}</bdi>{' '}
                <span className="soft number">{say('handover.since', { time: moment(sinceMs) })}</span>
              </li>
            ))}
          </ul>
        </section>
        {sheet.notes.length > 0 && (
          <section className="handover-part handover-wide">
            <h2>{say('handover.earlier')}</h2>
            {sheet.notes.map(({ atMs, text }) => (
              <p key={atMs}>
                <span className="soft number">{moment(atMs)}</span> <bdi>{text}</bdi>
              </p>
            ))}
          </section>
        )}
        {words !== '' && (
          <section className="handover-part handover-wide handover-on-paper">
            <h2>{say('handover.notes')}</h2>
            <p dir="auto">{words}</p>
          </section>
        )}
      </div>
      <footer className="handover-sign handover-on-paper">
        <p>{say('handover.signOut')}</p>
        <p>{say('handover.signIn')}</p>
      </footer>
    </article>
  );
}
