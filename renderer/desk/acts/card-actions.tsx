import { Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCoffee,
  IconDoorEnter,
  IconDoorExit,
  IconPlayerPlay,
  IconScan,
  IconShieldCheck,
  IconTicket,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { PersonAct, PersonActs } from '../../../preload/act-views.ts';
import { useDesk, useSiteNow } from '../data/desk.tsx';
import { Chip } from '../parts/tone.tsx';
import { PassFor } from '../passes/pass-panel.tsx';
import { useExpect } from '../person/expecting.tsx';
import { useCodeWords } from '../words/code-words.ts';
import { CheckOutDialog } from './check-out-dialog.tsx';
import { leftOf } from './left.ts';
import { OverrideDialog } from './override-dialog.tsx';
import { useAct, useTakeBack } from './use-act.tsx';
import { usePersonActs } from './use-person-acts.ts';
import { WayDialog } from './way-dialog.tsx';

interface CardActionsProps {
  readonly person: { readonly workerId: string; readonly name: string };
}

const ICONS = {
  grant: IconDoorEnter,
  check_out: IconDoorExit,
  start_break: IconCoffee,
  end_break: IconPlayerPlay,
  override: IconShieldCheck,
  pass: IconTicket,
  scan: IconScan,
} as const satisfies Readonly<Record<PersonActs['next'], typeof IconScan>>;

/** What staff can do about the person on the card: the one next step largest, the rest below it. */
export function CardActions({ person }: CardActionsProps): ReactNode {
  const acts = usePersonActs(person.workerId);
  if (!acts) return <WaitButton person={person} variant="filled" />;
  return <KnownActions key={person.workerId} person={person} acts={acts} />;
}

function KnownActions({ person, acts }: CardActionsProps & { readonly acts: PersonActs }): ReactNode {
  const { bridge, say, time } = useDesk();
  const act = useAct();
  const takeBack = useTakeBack();
  const now = useSiteNow(acts.undo ? 1000 : 30_000);
  const codeWords = useCodeWords();
  const [asking, setAsking] = useState<'grant' | 'check_out' | 'override' | 'pass'>();
  const { workerId } = person;
  const perform: Readonly<Record<PersonAct, () => void>> = {
    grant: () => (acts.ways ? setAsking('grant') : void act(person, () => bridge.grantAccess({ workerId }))),
    start_break: () => void act(person, () => bridge.setBreak({ workerId, onBreak: true })),
    end_break: () => void act(person, () => bridge.setBreak({ workerId, onBreak: false })),
    check_out: () => setAsking('check_out'),
    override: () => setAsking('override'),
    pass: () => setAsking('pass'),
  };
  const button = ({ act: name, allowed, why }: PersonActs['acts'][number], first: boolean): ReactNode => {
    const Icon = ICONS[name];
    const reason = why === undefined ? undefined : codeWords(why).title;
    return (
      <div className="act" key={name} data-first={first || undefined}>
        <Button
          className={first ? 'act-first' : 'act-more'}
          variant={first ? 'filled' : 'default'}
          fullWidth
          disabled={!allowed}
          leftSection={<Icon size={first ? 22 : 18} aria-hidden="true" />}
          onClick={perform[name]}
        >
          {say(`acts.${name}`)}
        </Button>
        {!allowed && reason !== undefined && <p className="act-why soft">{reason}</p>}
      </div>
    );
  };
  const next = acts.acts.find((each) => each.act === acts.next);
  const rest = acts.acts.filter((each) => each !== next);
  const undo = acts.undo && acts.undo.untilMs > now ? acts.undo : undefined;
  return (
    <section className="acts" aria-label={say('acts.label')}>
      {acts.breakSinceMs !== undefined && (
        <Chip tone="warn">{say('acts.onBreak', { time: time.moment(acts.breakSinceMs, now) })}</Chip>
      )}
      {next ? button(next, true) : <WaitButton person={person} variant="filled" />}
      <div className="acts-more">
        {rest.map((each) => button(each, false))}
        {next && <WaitButton person={person} variant="default" />}
        {undo && (
          <Button
            className="act-more"
            variant="default"
            fullWidth
            leftSection={<IconArrowBackUp size={18} aria-hidden="true" />}
            onClick={() => takeBack(undo)}
          >
            {say('acts.undo', { left: leftOf(undo.untilMs - now) })}
          </Button>
        )}
      </div>
      {asking === 'grant' && acts.ways && (
        <WayDialog
          name={person.name}
          ways={acts.ways}
          onChoose={(laneId) => {
            setAsking(undefined);
            void act(person, () => bridge.grantAccess({ workerId, laneId }));
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'check_out' && <CheckOutDialog person={person} onClose={() => setAsking(undefined)} />}
      {asking === 'pass' && <PassFor person={person} onClose={() => setAsking(undefined)} />}
      {asking === 'override' && acts.refusal && (
        <OverrideDialog person={person} refusalId={acts.refusal.refusalId} onClose={() => setAsking(undefined)} />
      )}
    </section>
  );
}

/** D1: waits for this person's badge. */
function WaitButton({ person, variant }: CardActionsProps & { readonly variant: 'filled' | 'default' }): ReactNode {
  const { say, status } = useDesk();
  const expect = useExpect();
  if (status.expecting?.workerId === person.workerId) return null;
  return (
    <Button
      className={variant === 'filled' ? 'act-first' : 'act-more'}
      variant={variant}
      fullWidth
      leftSection={<IconScan size={variant === 'filled' ? 22 : 18} aria-hidden="true" />}
      onClick={() => expect(person)}
    >
      {say('expect.button', { name: person.name })}
    </Button>
  );
}
