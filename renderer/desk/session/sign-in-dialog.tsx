import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { AccountView, SignInAnswer } from '../../../preload/session-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useCodeWords } from '../words/code-words.ts';
import type { Need } from './asker.ts';
import { Names } from './names.tsx';
import { PasswordForm } from './password-form.tsx';
import { PinPad } from './pin-pad.tsx';

export type Fault = Extract<SignInAnswer, { ok: false }>;

interface SignInDialogProps {
  readonly need: Need;
  readonly onAnswer: (answered: boolean) => void;
}

/** Who are you, or: who answers for this one act. What was begun goes on by itself afterwards. */
export function SignInDialog({ need, onAnswer }: SignInDialogProps): ReactNode {
  const { bridge, say } = useDesk();
  const words = useCodeWords();
  const accounts = useAccounts();
  const [chosen, setChosen] = useState<AccountView>();
  const [byPassword, setByPassword] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const vouching = need.code === 'not_allowed' ? need.right : undefined;
  const fits = ({ means, rights }: AccountView): boolean =>
    means.includes('pin') && (vouching === undefined || rights.includes(vouching));
  const hear = (answer: SignInAnswer): void => {
    if (answer.ok) onAnswer(true);
    else setFault(answer);
  };
  const giveUp = (): void => onAnswer(false);
  const title = vouching ? words('not_allowed').title : say('session.title');
  const lead = vouching
    ? words('not_allowed').next
    : say(need.code === 'by_hand' ? 'session.lead' : 'session.needLead');
  const choose = (account: AccountView | undefined): void => {
    setFault(undefined);
    setChosen(account);
  };
  const offersPassword = !vouching && accounts?.some(({ means }) => means.includes('password'));
  return (
    <Dialog title={title} onClose={giveUp}>
      <p className="dialog-lead">{lead}</p>
      {byPassword ? (
        <PasswordForm
          fault={fault}
          onTry={(email, password) => bridge.signInWithPassword({ email, password }).then(hear)}
        />
      ) : chosen ? (
        <PinPad
          key={chosen.userId}
          account={chosen}
          fault={fault}
          onTry={(pin) =>
            (vouching
              ? bridge.vouch({ userId: chosen.userId, pin, right: vouching })
              : bridge.signInWithPin({ userId: chosen.userId, pin })
            ).then(hear)
          }
          onOther={() => choose(undefined)}
        />
      ) : (
        <Names accounts={accounts?.filter(fits)} onChoose={choose} />
      )}
      <div className="dialog-acts">
        {offersPassword && (
          <Button
            className="card-action"
            variant="subtle"
            onClick={() => {
              choose(undefined);
              setByPassword(!byPassword);
            }}
          >
            {say(byPassword ? 'session.usePin' : 'session.usePassword')}
          </Button>
        )}
        <Button className="card-action" variant="default" onClick={giveUp}>
          {say('app.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}

/** Undefined until they are read. */
function useAccounts(): readonly AccountView[] | undefined {
  const { bridge } = useDesk();
  const [accounts, setAccounts] = useState<readonly AccountView[]>();
  useEffect(() => {
    let wanted = true;
    bridge.listAccounts().then(
      (read) => wanted && setAccounts(read),
      () => wanted && setAccounts([]),
    );
    return () => {
      wanted = false;
    };
  }, [bridge]);
  return accounts;
}
