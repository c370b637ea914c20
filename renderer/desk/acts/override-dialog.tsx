import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { ProspectView } from '../../../preload/act-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ReasonForm } from '../parts/reason-form.tsx';
import { Strip } from '../parts/strip.tsx';
import { useCodeWords } from '../words/code-words.ts';
import { useAct } from './use-act.tsx';

/** Whom a supervisor is asked to let in, and against which refusal. */
export interface OverrideAsked {
  readonly person: { readonly workerId: string; readonly name: string };
  readonly refusalId: string;
}
interface OverrideDialogProps extends OverrideAsked {
  readonly onClose: () => void;
}

const REASONS = ['client', 'escort', 'paper', 'other'] as const;

/** G6: shows everything that is against the person, and asks the supervisor for a reason. */
export function OverrideDialog({ person, refusalId, onClose }: OverrideDialogProps): ReactNode {
  const { bridge, say } = useDesk();
  const { workerId } = person;
  const [asked, setAsked] = useState(0);
  const [prospect, setProspect] = useState<ProspectView | null>();
  useEffect(() => {
    let wanted = true;
    bridge.getProspect({ workerId, refusalId }).then(
      (read) => wanted && setProspect(read),
      () => wanted && setProspect(null),
    );
    return () => {
      wanted = false;
    };
  }, [bridge, workerId, refusalId, asked]);
  return (
    <Dialog title={say('acts.override.title', { name: person.name })} onClose={onClose}>
      {prospect === null && <Over onClose={onClose} words={say('acts.override.gone')} />}
      {prospect && (
        <Asking
          person={person}
          refusalId={refusalId}
          prospect={prospect}
          changed={asked > 0}
          onChanged={() => setAsked((count) => count + 1)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

function Over({ words, onClose }: { readonly words: string; readonly onClose: () => void }): ReactNode {
  const { say } = useDesk();
  return (
    <>
      <Strip tone="bad" title={words} />
      <div className="dialog-acts">
        <Button className="card-action" onClick={onClose}>
          {say('app.close')}
        </Button>
      </div>
    </>
  );
}

interface AskingProps extends OverrideDialogProps {
  readonly prospect: ProspectView;
  readonly changed: boolean;
  readonly onChanged: () => void;
}

function Asking({ person, refusalId, prospect, changed, onChanged, onClose }: AskingProps): ReactNode {
  const { bridge, say, status, time } = useDesk();
  const codeWords = useCodeWords();
  const act = useAct();
  const [busy, setBusy] = useState(false);
  if (prospect.barredBy) {
    const { title, next } = codeWords(prospect.barredBy);
    return <Over onClose={onClose} words={`${say('acts.override.barred')} ${title} ${next}`} />;
  }
  const send = (reason: string): void => {
    setBusy(true);
    const codes = prospect.reasons.map(({ code }) => code);
    const { workerId } = person;
    void act(person, () => bridge.overrideRefusal({ workerId, refusalId, codes, reason })).then((answer) => {
      setBusy(false);
      if (answer?.result === 'changed') onChanged();
      else if (answer) onClose();
    });
  };
  return (
    <ReasonForm
      question={say('acts.override.why')}
      reasons={REASONS.map((value) => ({ value, label: say(`acts.override.reasons.${value}`) }))}
      needed={say('acts.override.reasonNeeded')}
      submit={say('acts.override.submit')}
      busy={busy}
      onSend={send}
      onClose={onClose}
    >
      {changed && <Strip tone="warn" title={say('acts.override.changed')} />}
      <p className="dialog-lead">{say('acts.override.lead')}</p>
      <ul className="override-reasons">
        {prospect.reasons.map(({ code, facts }) => {
          const { title, next } = codeWords(code, facts);
          return (
            <li key={code}>
              <Strip tone="bad" title={title}>
                {next}
              </Strip>
            </li>
          );
        })}
      </ul>
      <p>{say('acts.override.until', { time: time.moment(prospect.untilMs, status.nowMs) })}</p>
    </ReasonForm>
  );
}
