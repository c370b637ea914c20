import { Button, TextInput } from '@mantine/core';
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import type { ProspectView } from '../../../preload/act-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Choices } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Strip } from '../parts/strip.tsx';
import { useCodeWords } from '../words/code-words.ts';
import { useAct } from './use-act.tsx';

interface OverrideDialogProps {
  readonly person: { readonly workerId: string; readonly name: string };
  readonly refusalId: string;
  readonly onClose: () => void;
}

const REASONS = ['client', 'escort', 'paper', 'other'] as const;
type Reason = (typeof REASONS)[number];
const MOST_LETTERS = 150;

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
  const [reason, setReason] = useState<Reason>();
  const [more, setMore] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const typed = more.trim();
  const missing = reason === undefined || (reason === 'other' && typed === '');
  if (prospect.barredBy) {
    const { title, next } = codeWords(prospect.barredBy);
    return <Over onClose={onClose} words={`${say('acts.override.barred')} ${title} ${next}`} />;
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    setBusy(true);
    const chosen = say(`acts.override.reasons.${reason}`);
    const words = reason === 'other' ? typed : typed === '' ? chosen : `${chosen}: ${typed}`;
    const codes = prospect.reasons.map(({ code }) => code);
    const { workerId } = person;
    void act(person, () => bridge.overrideRefusal({ workerId, refusalId, codes, reason: words })).then((answer) => {
      setBusy(false);
      if (answer?.result === 'changed') onChanged();
      else if (answer) onClose();
    });
  };
  return (
    <form className="dialog-form" onSubmit={submit} noValidate>
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
      <p className="dialog-question">{say('acts.override.why')}</p>
      <Choices<Reason>
        label={say('acts.override.why')}
        choices={REASONS.map((value) => ({ value, label: say(`acts.override.reasons.${value}`) }))}
        chosen={reason ? [reason] : []}
        onChoose={setReason}
      />
      <TextInput
        size="md"
        label={say(reason === 'other' ? 'acts.override.reasonOther' : 'acts.override.reasonMore')}
        value={more}
        maxLength={MOST_LETTERS}
        autoComplete="off"
        error={tried && missing && say('acts.override.reasonNeeded')}
        onChange={(event) => setMore(event.currentTarget.value)}
      />
      <div className="dialog-acts">
        <Button className="card-action" variant="default" onClick={onClose}>
          {say('app.cancel')}
        </Button>
        <Button className="card-action" type="submit" loading={busy}>
          {say('acts.override.submit')}
        </Button>
      </div>
    </form>
  );
}
