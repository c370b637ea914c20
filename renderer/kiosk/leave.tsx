import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { KioskBridge } from '../../preload/contract.ts';

/** Nobody at the pad for so long: the screen belongs to the queue again. */
const GIVE_UP_MS = 20_000;
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** True while somebody wants to leave the kiosk. */
export function useLeaveAsked(bridge: KioskBridge): readonly [boolean, () => void] {
  const [asked, setAsked] = useState(false);
  useEffect(() => bridge.onLeaveAsked(() => setAsked(true)), [bridge]);
  return [asked, () => setAsked(false)];
}

interface LeaveProps {
  readonly bridge: KioskBridge;
  readonly onStay: () => void;
}

/** G9: for staff alone. It names nobody, and goes away by itself. */
export function Leave({ bridge, onStay }: LeaveProps) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [said, setSaid] = useState<'leave.no' | 'leave.wait'>();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  useEffect(() => {
    const timer = setTimeout(onStay, GIVE_UP_MS);
    return () => clearTimeout(timer);
  }, [onStay, pin]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setPin('');
    void bridge.leave({ pin }).then(
      (answer) => !answer.ok && setSaid(answer.code === 'sign_in_locked' ? 'leave.wait' : 'leave.no'),
      () => setSaid('leave.wait'),
    );
  };
  return (
    <dialog
      ref={box}
      className="leave"
      aria-label={t('leave.title')}
      onCancel={(event) => {
        event.preventDefault();
        onStay();
      }}
    >
      <form onSubmit={submit}>
        <label>
          {t('leave.title')}
          <input
            type="password"
            inputMode="numeric"
            autoComplete="off"
            maxLength={32}
            value={pin}
            onChange={(event) => setPin(event.currentTarget.value)}
          />
        </label>
        <p role="alert">{said && t(said)}</p>
        <div className="leave-pad" dir="ltr">
          {DIGITS.map((digit) => (
            <button key={digit} type="button" onClick={() => setPin((before) => before + digit)}>
              {digit}
            </button>
          ))}
        </div>
        <div className="leave-acts">
          <button type="button" onClick={onStay}>
            {t('leave.stay')}
          </button>
          <button type="submit" disabled={pin === ''}>
            {t('leave.go')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
