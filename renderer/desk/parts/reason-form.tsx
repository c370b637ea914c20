import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { Choices } from './choices.tsx';

/** As much as a reason may be long when it is written. */
const MOST_LETTERS = 150;

interface ReasonFormProps<R extends string> {
  readonly question: string;
  /** `other` says nothing by itself: it has to be written. */
  readonly reasons: readonly { readonly value: R; readonly label: string }[];
  /** Said under the field when neither was given. */
  readonly needed: string;
  readonly submit: string;
  readonly busy: boolean;
  /** What was chosen, what was written, or both: "Delivery: two pallets". */
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
  /** What stands above the question. */
  readonly children?: ReactNode;
}

/** Why somebody does what they are about to do: one of the usual reasons, words of their own, or both. */
export function ReasonForm<R extends string>(props: ReasonFormProps<R>): ReactNode {
  const { question, reasons, needed, submit, busy, onSend, onClose, children } = props;
  const { say } = useDesk();
  const [chosen, setChosen] = useState<R>();
  const [more, setMore] = useState('');
  const [tried, setTried] = useState(false);
  const label = reasons.find(({ value }) => value === chosen && value !== 'other')?.label;
  const reason = [label, more.trim()].filter(Boolean).join(': ');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (reason !== '') onSend(reason);
  };
  return (
    <form className="dialog-form" onSubmit={send} noValidate>
      {children}
      <p className="dialog-question">{question}</p>
      <Choices<R> label={question} choices={reasons} chosen={chosen ? [chosen] : []} onChoose={setChosen} />
      <TextInput
        size="md"
        label={say(chosen === 'other' ? 'reason.other' : 'reason.more')}
        value={more}
        maxLength={MOST_LETTERS}
        autoComplete="off"
        error={tried && reason === '' && needed}
        onChange={(event) => setMore(event.currentTarget.value)}
      />
      <div className="dialog-acts">
        <Button className="card-action" variant="default" onClick={onClose}>
          {say('app.cancel')}
        </Button>
        <Button className="card-action" type="submit" loading={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
