import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { BookingForm as Form, DraftView, WriteFault } from '../../../preload/booking-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useUnsaved } from '../data/leaving.tsx';
import { Choices } from '../parts/choices.tsx';
import { Strip } from '../parts/strip.tsx';
import { draftFrom, filledFrom, missingIn, startingAt, type Filled, type Missing } from './draft.ts';
import { ListField } from './list-field.tsx';
import { MomentField } from './moment-field.tsx';
import { faultWords } from './refused-wishes.tsx';

interface BookingFormProps {
  readonly form: Form;
  /** An event to change, or to book again. */
  readonly copied: DraftView | undefined;
  readonly purpose: 'new' | 'change' | 'again';
  readonly onSave: (draft: DraftView) => Promise<{ readonly fault: WriteFault | null }>;
  readonly onClose: () => void;
}

/** E3: what an event needs. Whose it is can't be changed afterwards. */
export function BookingForm({ form, copied, purpose, onSave, onClose }: BookingFormProps): ReactNode {
  const { say, status } = useDesk();
  const [filled, setFilled] = useState<Filled>(() => filledFrom(form, copied, purpose === 'again'));
  const [touched, setTouched] = useState(false);
  const [step, setStep] = useState<'asking' | 'tried' | 'saving'>('asking');
  const [fault, setFault] = useState<WriteFault | 'unanswered' | null>(null);
  useUnsaved(touched);
  const set = (part: Partial<Filled>): void => {
    setTouched(true);
    setFilled({ ...filled, ...part });
  };
  const missing = missingIn(filled);
  const needed = (one: Missing, words: string): string | false => step === 'tried' && missing.includes(one) && words;
  const client = form.clients.find(({ id }) => id === filled.clientId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setStep('tried');
    if (missing.length > 0) return;
    setStep('saving');
    const answered = (next: WriteFault | 'unanswered' | null): void => {
      setFault(next);
      setStep('asking');
      if (next !== null) return;
      setTouched(false);
      onClose();
    };
    onSave(draftFrom(filled)).then(
      (answer) => answered(answer.fault),
      () => answered('unanswered'),
    );
  };
  return (
    <form className="booking-form" onSubmit={submit} noValidate>
      {status.connection.state !== 'online' && <Strip tone="warn" title={say('bookings.offline')} />}
      {fault !== null && (
        <div role="alert">
          <Strip tone="bad" title={fault === 'unanswered' ? say('bookings.notSaved') : faultWords(say, fault)} />
        </div>
      )}
      {purpose !== 'change' && form.clients.length > 1 && (
        <>
          <p className="dialog-question">{say('bookings.client')}</p>
          <Choices
            label={say('bookings.client')}
            choices={form.clients.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
            chosen={[filled.clientId]}
            onChoose={(clientId) => set({ clientId })}
          />
          {needed('client', say('bookings.clientNeeded')) && (
            <p className="field-fault">{say('bookings.clientNeeded')}</p>
          )}
        </>
      )}
      <TextInput
        size="md"
        label={say('bookings.name')}
        value={filled.name}
        maxLength={200}
        autoComplete="off"
        error={needed('name', say('bookings.nameNeeded'))}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <MomentField
        dayLabel={say('bookings.startDay')}
        timeLabel={say('bookings.startTime')}
        value={filled.starts}
        from={form.now}
        fault={needed('starts', say('bookings.timeNeeded'))}
        onChange={(starts) => set(startingAt(filled, starts))}
      />
      <MomentField
        dayLabel={say('bookings.endDay')}
        timeLabel={say('bookings.endTime')}
        value={filled.ends}
        from={form.now}
        fault={needed('ends', say('bookings.timeNeeded')) || needed('order', say('wishes.faults.ends_before_start'))}
        onChange={(ends) => set({ ends })}
      />
      <p className="soft">{say('bookings.zone', { zone: status.timeZone })}</p>
      {client?.staffNumbers && (
        <TextInput
          className="count-field"
          size="md"
          type="number"
          min={0}
          label={say('events.staff')}
          value={filled.staffNumbers}
          onChange={(event) => set({ staffNumbers: event.currentTarget.value })}
        />
      )}
      <ListField
        label={say('person.skills')}
        counted
        value={filled.skills}
        known={form.skills}
        onChange={(skills) => set({ skills })}
      />
      <ListField
        label={say('events.resources')}
        value={filled.resources}
        known={form.resources}
        onChange={(resources) => set({ resources })}
      />
      <ListField
        label={say('bookings.qualifications')}
        value={filled.qualifications}
        known={form.qualifications}
        onChange={(qualifications) => set({ qualifications })}
      />
      <Textarea
        size="md"
        label={say('events.notes')}
        rows={3}
        maxLength={2000}
        value={filled.notes}
        onChange={(event) => set({ notes: event.currentTarget.value })}
      />
      <div className="dialog-acts">
        <Button className="card-action" variant="default" onClick={onClose}>
          {say('app.cancel')}
        </Button>
        <Button className="card-action" type="submit" loading={step === 'saving'}>
          {say(purpose === 'change' ? 'bookings.save' : 'bookings.book')}
        </Button>
      </div>
    </form>
  );
}
