import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { lazy, Suspense, useState, type FormEvent, type ReactNode } from 'react';
import type { OrderPlace } from '../../../preload/order-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Strip } from '../parts/strip.tsx';
import { draftOf, missingIn, toAsk, type Draft } from './draft.ts';
import { useOrderFault } from './order-words.ts';

/** Calendars are large: nobody waits for them who does not order. */
const MomentField = lazy(() => import('../portal/date-fields.tsx').then((module) => ({ default: module.MomentField })));

interface OrderFormProps {
  readonly places: readonly OrderPlace[];
  readonly onSent: () => void;
  readonly onClose: () => void;
}

/** C2: who orders how many people, for what, where and when. */
export function OrderForm({ places, onSent, onClose }: OrderFormProps): ReactNode {
  const { bridge, say } = useDesk();
  const faultWords = useOrderFault();
  const [draft, setDraft] = useState<Draft>(() => draftOf(places));
  const [isTried, setIsTried] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [fault, setFault] = useState<string>();
  const place = places.find(({ id }) => id === draft.locationId) ?? places[0];
  if (!place) return null;
  const missing = missingIn(draft, place);
  const isMissing = (field: (typeof missing)[number]): boolean => isTried && missing.includes(field);
  const set = (more: Partial<Draft>): void => {
    setFault(undefined);
    setDraft((known) => ({ ...known, ...more }));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (missing.length > 0) return;
    setIsSending(true);
    bridge
      .submitOrder(toAsk(draft))
      .then(
        ({ fault: came }) => (came === null ? onSent() : setFault(came)),
        () => setFault('other'),
      )
      .finally(() => setIsSending(false));
  };
  return (
    <Dialog title={say('orders.newTitle')} shape="side" onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        {fault !== undefined && (
          <div role="alert">
            <Strip tone="bad" title={faultWords(fault)} />
          </div>
        )}
        <WhereFields places={places} place={place} draft={draft} onSet={set} />
        <Suspense fallback={<span className="bone" />}>
          <div className="order-times">
            <MomentField
              label={say('orders.from')}
              value={draft.startsAt}
              earliest={place.now}
              error={undefined}
              onChange={(startsAt) => set({ startsAt })}
            />
            <MomentField
              label={say('orders.until')}
              value={draft.endsAt}
              earliest={place.now}
              error={isMissing('times') && say('orders.timesNeeded')}
              onChange={(endsAt) => set({ endsAt })}
            />
          </div>
        </Suspense>
        <p className="soft">{say('orders.timesOf', { place: place.name })}</p>
        <TextInput
          size="md"
          label={say('orders.title')}
          required
          value={draft.title}
          maxLength={200}
          autoComplete="off"
          error={isMissing('title') && say('orders.titleNeeded')}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <TextInput
          size="md"
          label={say('orders.skill')}
          value={draft.skill}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => set({ skill: event.currentTarget.value })}
        />
        <NumberInput
          size="md"
          label={say('orders.many')}
          value={draft.wanted}
          min={1}
          max={10_000}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          error={isMissing('wanted') && say('orders.manyNeeded')}
          onChange={(wanted) => set({ wanted })}
        />
        <Textarea
          size="md"
          label={say('orders.notes')}
          value={draft.notes}
          maxLength={2000}
          rows={3}
          onChange={(event) => set({ notes: event.currentTarget.value })}
        />
        <div className="dialog-acts">
          <Button className="card-action" variant="default" onClick={onClose}>
            {say('app.cancel')}
          </Button>
          <Button className="card-action" type="submit" loading={isSending}>
            {say('orders.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface WhereProps {
  readonly places: readonly OrderPlace[];
  readonly place: OrderPlace;
  readonly draft: Draft;
  readonly onSet: (more: Partial<Draft>) => void;
}

function WhereFields({ places, place, draft, onSet }: WhereProps): ReactNode {
  const { say } = useDesk();
  const options = (all: readonly { readonly id: string; readonly name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <NativeSelect
        size="md"
        label={say('orders.place')}
        value={place.id}
        data={options(places)}
        onChange={({ currentTarget }) => {
          const next = places.find(({ id }) => id === currentTarget.value);
          const keeps = next?.clients.some(({ id }) => id === draft.clientId);
          if (next) onSet({ locationId: next.id, clientId: keeps ? draft.clientId : (next.clients[0]?.id ?? '') });
        }}
      />
      <NativeSelect
        size="md"
        label={say('orders.client')}
        value={draft.clientId}
        data={options(place.clients)}
        onChange={({ currentTarget }) => onSet({ clientId: currentTarget.value })}
      />
    </>
  );
}
