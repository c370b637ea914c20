import { Button, TextInput } from '@mantine/core';
import { IconBackspace } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { AccountView } from '../../../preload/session-views.ts';
import { useDesk } from '../data/desk.tsx';
import { FaultStrip, useWait } from './fault-strip.tsx';
import type { Fault } from './sign-in-dialog.tsx';

interface PinPadProps {
  readonly account: AccountView;
  readonly fault: Fault | undefined;
  readonly onTry: (pin: string) => Promise<void>;
  readonly onOther: () => void;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** A PIN by touch or by keyboard; Enter sends it. */
export function PinPad({ account, fault, onTry, onOther }: PinPadProps): ReactNode {
  const { say } = useDesk();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const waitMs = useWait(fault?.waitUntilMs ?? account.waitUntilMs);
  const press = (change: (before: string) => string): void => {
    setPin(change);
    field.current?.focus();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy || pin === '' || waitMs > 0) return;
    setBusy(true);
    void onTry(pin)
      .catch(() => undefined)
      .finally(() => {
        setBusy(false);
        setPin('');
        field.current?.focus();
      });
  };
  return (
    <form className="dialog-form" onSubmit={submit} noValidate>
      <TextInput
        type="password"
        ref={field}
        size="lg"
        inputMode="numeric"
        autoComplete="off"
        maxLength={32}
        label={say('session.pinOf', { name: account.name })}
        value={pin}
        onChange={(event) => setPin(event.currentTarget.value)}
      />
      <FaultStrip fault={fault} waitMs={waitMs} />
      <div className="pin-pad" dir="ltr">
        {DIGITS.map((digit) => (
          <Button key={digit} variant="default" onClick={() => press((before) => before + digit)}>
            {digit}
          </Button>
        ))}
        <Button
          variant="default"
          aria-label={say('session.delete')}
          onClick={() => press((before) => before.slice(0, -1))}
        >
          <IconBackspace size={26} aria-hidden="true" />
        </Button>
        <Button variant="default" onClick={() => press((before) => `${before}0`)}>
          0
        </Button>
        <Button type="submit" loading={busy} disabled={pin === '' || waitMs > 0}>
          {say('session.enter')}
        </Button>
      </div>
      <Button className="card-action" variant="default" onClick={onOther}>
        {say('session.other')}
      </Button>
    </form>
  );
}
