import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlugConnected } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { FaultCode } from '../../../core/codes.ts';
import { useDesk } from '../data/desk.tsx';
import { ToneShape } from '../parts/tone.tsx';
import { useCodeWords } from '../words/code-words.ts';

type Outcome = { readonly fault: FaultCode } | 'no answer';

const isAddress = (text: string): boolean => /^https?:\/\/[^\s/]+/i.test(text);

/** Central's address and the one-time code. What went wrong is said beside the form, and nothing typed is lost. */
export function EnrolmentForm({ hurry }: { readonly hurry: boolean }): ReactNode {
  const { bridge, say, status } = useDesk();
  const words = useCodeWords();
  const [centralUrl, setCentralUrl] = useState(status.connection.centralUrl ?? '');
  const [enrolmentCode, setEnrolmentCode] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    setOutcome(undefined);
    if (!isAddress(centralUrl.trim()) || enrolmentCode.trim() === '') return;
    setBusy(true);
    bridge
      .enrol({ centralUrl: centralUrl.trim(), enrolmentCode: enrolmentCode.trim() })
      .then(
        ({ fault }) => (fault === null ? notifications.show({ message: say('setUp.done') }) : setOutcome({ fault })),
        () => setOutcome('no answer'),
      )
      .finally(() => setBusy(false));
  };

  const size = hurry ? 'lg' : 'md';
  const said = outcome && (outcome === 'no answer' ? { title: say('setUp.noAnswer'), next: '' } : words(outcome.fault));
  return (
    <form className="enrolment" onSubmit={submit} noValidate>
      <TextInput
        size={size}
        dir="ltr"
        type="url"
        label={say('setUp.url')}
        placeholder={say('setUp.urlPlaceholder')}
        value={centralUrl}
        maxLength={500}
        spellCheck={false}
        autoComplete="off"
        error={tried && !isAddress(centralUrl.trim()) && say('setUp.urlNeeded')}
        onChange={(event) => setCentralUrl(event.currentTarget.value)}
      />
      <TextInput
        size={size}
        dir="ltr"
        label={say('setUp.code')}
        placeholder={say('setUp.codePlaceholder')}
        value={enrolmentCode}
        maxLength={100}
        spellCheck={false}
        autoComplete="off"
        error={tried && enrolmentCode.trim() === '' && say('setUp.codeNeeded')}
        onChange={(event) => setEnrolmentCode(event.currentTarget.value)}
      />
      <div role="alert">
        {said && (
          <div className="strip" data-tone="bad">
            <ToneShape tone="bad" />
            <p>
              <strong>{said.title}</strong> {said.next}
            </p>
          </div>
        )}
      </div>
      <Button
        type="submit"
        className={hurry ? 'card-action' : 'enrolment-submit'}
        loading={busy}
        leftSection={<IconPlugConnected size={20} aria-hidden="true" />}
      >
        {say(busy ? 'setUp.busy' : 'setUp.submit')}
      </Button>
    </form>
  );
}
