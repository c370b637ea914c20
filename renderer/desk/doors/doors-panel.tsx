import { Button } from '@mantine/core';
import { IconDoor, IconDoorEnter, IconLock, IconLockOpen, IconRotate2, type Icon } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { DoorView } from '../../../preload/device-views.ts';
import type { Right } from '../../../core/site/rights.ts';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Empty } from '../parts/empty.tsx';
import { Strip } from '../parts/strip.tsx';
import { useVouch } from '../session/session.tsx';
import { Chip } from '../parts/tone.tsx';
import { useCodeWords } from '../words/code-words.ts';
import { DoorActDialog, type DoorAct } from './door-act.tsx';
import { doorSaid, worstFirst } from './door-words.ts';

interface DoorsPanelProps {
  readonly onClose: () => void;
  /** Leads to setting up a door, where there is none. */
  readonly onSetUp: () => void;
}

/** Every door of this gate, and what staff can do with it. */
export function DoorsPanel({ onClose, onSetUp }: DoorsPanelProps): ReactNode {
  const { say, status } = useDesk();
  const withRight = useVouch();
  const [asked, setAsked] = useState<{ readonly doorId: string; readonly act: DoorAct }>();
  const ask = (doorId: string, act: DoorAct): void => withRight(rightOf(act), () => setAsked({ doorId, act }));
  const door = status.doors.find(({ id }) => id === asked?.doorId);
  return (
    <Dialog title={say('doors.title')} shape="side" onClose={onClose}>
      <div className="doors">
        {status.doors.length === 0 && (
          <>
            <Empty icon={<IconDoor stroke={1.5} />} title={say('doors.none')} next={say('doors.noneNext')} />
            <Button className="card-action" onClick={onSetUp}>
              {say('devices.stepByStep')}
            </Button>
          </>
        )}
        {worstFirst(status.doors).map((each) => (
          <DoorCard key={each.id} door={each} onAct={(act) => ask(each.id, act)} />
        ))}
      </div>
      {asked && door && <DoorActDialog door={door} act={asked.act} onClose={() => setAsked(undefined)} />}
    </Dialog>
  );
}

const rightOf = (act: DoorAct): Right => (act === 'open_once' ? 'door.open' : 'door.mode');

const ACTS: readonly { readonly act: DoorAct; readonly icon: Icon }[] = [
  { act: 'open_once', icon: IconDoorEnter },
  { act: 'held_open', icon: IconLockOpen },
  { act: 'locked_down', icon: IconLock },
  { act: 'normal', icon: IconRotate2 },
];

function DoorCard({ door, onAct }: { readonly door: DoorView; readonly onAct: (act: DoorAct) => void }): ReactNode {
  const { say } = useDesk();
  const { tone, word } = doorSaid(door);
  // What a door already does is not offered again, and one that is held or locked is first brought back.
  const acts = ACTS.filter(({ act }) => (act === 'open_once' ? door.mode === 'normal' : act !== door.mode));
  return (
    <article className="door" data-tone={tone} aria-label={door.name}>
      <header className="door-head">
        <h3>
          <bdi>{door.name}</bdi>
        </h3>
        <Chip tone={tone}>{say(word)}</Chip>
      </header>
      <DoorTrouble door={door} />
      <DoorFacts door={door} />
      <div className="door-acts">
        {acts.map(({ act, icon: ActIcon }) => (
          <Button
            key={act}
            className="card-action"
            variant={act === 'open_once' && door.state === 'up' ? 'filled' : 'default'}
            leftSection={<ActIcon size={20} aria-hidden="true" />}
            onClick={() => onAct(act)}
          >
            {say(`doors.acts.${act}`)}
          </Button>
        ))}
      </div>
    </article>
  );
}

function DoorTrouble({ door }: { readonly door: DoorView }): ReactNode {
  const { say, time, status } = useDesk();
  const words = useCodeWords();
  const since = (ms: number | undefined): string =>
    ms === undefined ? '' : say('faults.since', { time: time.moment(ms, status.nowMs) });
  return (
    <>
      {door.fire && (
        <Strip tone="bad" title={say('doors.fireTitle')}>
          {say('doors.fireNext')}
        </Strip>
      )}
      {door.alarm && (
        <Strip
          tone="bad"
          title={
            <>
              {say(`doors.alarms.${door.alarm}`)} <span className="number">{since(door.alarmSinceMs)}</span>.
            </>
          }
        >
          {say(`doors.alarmNext.${door.alarm}`)}
        </Strip>
      )}
      {door.code && (
        <Strip tone="bad" title={words(door.code).title}>
          {words(door.code).next}
        </Strip>
      )}
    </>
  );
}

function DoorFacts({ door }: { readonly door: DoorView }): ReactNode {
  const { say, time, status } = useDesk();
  const { mode, modeBy, modeReason, modeSinceMs, contact } = door;
  const set = [
    modeSinceMs !== undefined && say('faults.since', { time: time.moment(modeSinceMs, status.nowMs) }),
    modeBy !== undefined && say('doors.by', { name: modeBy }),
  ].filter((part) => part !== false);
  return (
    <dl className="facts">
      <div>
        <dt>{say('doors.contact')}</dt>
        <dd>{say(`doors.contacts.${contact ?? 'none'}`)}</dd>
      </div>
      <div>
        <dt>{say('doors.mode')}</dt>
        <dd>
          {say(`doors.modes.${mode}`)}
          {mode !== 'normal' && set.length > 0 && <span className="door-why number">{set.join(' · ')}</span>}
          {mode !== 'normal' && modeReason !== undefined && <bdi className="door-why">{modeReason}</bdi>}
        </dd>
      </div>
      {door.withoutPower && (
        <div>
          <dt>{say('doors.power')}</dt>
          <dd>{say(`rules.powers.${door.withoutPower}`)}</dd>
        </div>
      )}
    </dl>
  );
}
