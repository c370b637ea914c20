import { Button, TextInput } from '@mantine/core';
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import type { PassForm as Form, PassView } from '../../../preload/pass-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Strip } from '../parts/strip.tsx';

interface PassFormProps {
  /** Somebody who is known: no name is asked for. */
  readonly person?: KnownPerson | undefined;
  readonly onIssued: (pass: PassView) => void;
}

export interface KnownPerson {
  readonly workerId: string;
  readonly name: string;
}

/** Names, and whatever the location asks for. */
export function PassForm({ person, onIssued }: PassFormProps): ReactNode {
  const { bridge, say } = useDesk();
  const [form, setForm] = useState<Form>();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [step, setStep] = useState<'asking' | 'tried' | 'sending' | 'notIssued'>('asking');
  useEffect(() => {
    let wanted = true;
    bridge.getPassForm().then(
      (read) => wanted && setForm(read),
      () => wanted && setStep('notIssued'),
    );
    return () => {
      wanted = false;
    };
  }, [bridge]);
  if (!form) return null;
  const names = person
    ? []
    : [
        { id: 'firstName', label: say('passes.firstName'), required: true },
        { id: 'lastName', label: say('passes.lastName'), required: true },
      ];
  const valueOf = (id: string): string => (values[id] ?? '').trim();
  const isMissing = (field: { readonly id: string; readonly required: boolean }): boolean =>
    field.required && valueOf(field.id) === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setStep('tried');
    if ([...names, ...form.fields].some(isMissing)) return;
    setStep('sending');
    bridge
      .issuePass({
        person: person
          ? { workerId: person.workerId }
          : { firstName: valueOf('firstName'), lastName: valueOf('lastName') },
        values: form.fields.map(({ id }) => ({ id, value: valueOf(id) })),
      })
      .then(
        (answer) => ('pass' in answer ? onIssued(answer.pass) : setStep('notIssued')),
        () => setStep('notIssued'),
      );
  };
  return (
    <form className="dialog-form" onSubmit={submit} noValidate>
      <p className="soft">{say(person ? 'passes.knownLead' : 'passes.newLead', { hours: form.hours })}</p>
      {step === 'notIssued' && (
        <div role="alert">
          <Strip tone="bad" title={say('passes.notIssued')} />
        </div>
      )}
      {[...names, ...form.fields].map((field) => (
        <TextInput
          key={field.id}
          size="md"
          label={field.label}
          required={field.required}
          value={values[field.id] ?? ''}
          maxLength={100}
          autoComplete="off"
          error={step === 'tried' && isMissing(field) && say('passes.needed')}
          onChange={(event) => setValues({ ...values, [field.id]: event.currentTarget.value })}
        />
      ))}
      <Button className="card-action" type="submit" loading={step === 'sending'}>
        {say('passes.issue')}
      </Button>
    </form>
  );
}
