import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { FaultStrip, useWait } from './fault-strip.tsx';
import type { Fault } from './sign-in-dialog.tsx';

interface PasswordFormProps {
  readonly fault: Fault | undefined;
  readonly onTry: (email: string, password: string) => Promise<void>;
}

/** E5: contacts sign in with e-mail address and password. */
export function PasswordForm({ fault, onTry }: PasswordFormProps): ReactNode {
  const { say } = useDesk();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const waitMs = useWait(fault?.waitUntilMs);
  const missing = email.trim() === '' || password === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy || missing || waitMs > 0) return;
    setBusy(true);
    void onTry(email, password)
      .catch(() => undefined)
      .finally(() => {
        setBusy(false);
        setPassword('');
      });
  };
  return (
    <form className="dialog-form" onSubmit={submit} noValidate>
      <TextInput
        size="md"
        type="email"
        ref={first}
        autoComplete="off"
        maxLength={200}
        label={say('session.email')}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        type="password"
        size="md"
        autoComplete="off"
        maxLength={200}
        label={say('session.password')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <FaultStrip fault={fault} waitMs={waitMs} />
      <Button className="card-action" type="submit" loading={busy} disabled={missing || waitMs > 0}>
        {say('session.signIn')}
      </Button>
    </form>
  );
}
