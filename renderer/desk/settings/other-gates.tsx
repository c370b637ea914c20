import { Button, Switch, TextInput } from '@mantine/core';
import { IconBuildingCommunity, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { PeersView, PeerView } from '../../../preload/peer-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { Chip, type Tone } from '../parts/tone.tsx';
import { useSaving } from './preferences.tsx';
import { Section } from './section.tsx';

/** The place's other gates: which are heard while central is away, and how they are found (G5). */
export function OtherGates(): ReactNode {
  const { bridge, say } = useDesk();
  const save = useSaving();
  const view = useAnswer(bridge.getPeers);
  if (!view) return undefined;
  const { state } = view;
  return (
    <Section
      title={say('peers.title')}
      hint={say('peers.hint')}
      state={<Chip tone={state === 'on' ? 'ok' : 'idle'}>{say(`peers.states.${state}`)}</Chip>}
    >
      <Switch
        className="peer-switch"
        size="md"
        label={say('peers.switch')}
        checked={view.enabled}
        onChange={(event) => save(bridge.switchPeers({ enabled: event.currentTarget.checked }))}
      />
      {state !== 'on' && <p className="peer-note">{say(`peers.next.${state}`)}</p>}
      {state === 'on' && <Heard view={view} />}
    </Section>
  );
}

function Heard({ view }: { readonly view: PeersView }): ReactNode {
  const { say } = useDesk();
  return (
    <>
      <ul className="devices">
        {view.peers.map((peer) => (
          <OtherGate key={peer.deviceId} peer={peer} />
        ))}
      </ul>
      <Typed addresses={view.addresses} />
      {view.ownAddress !== undefined && (
        <p className="soft peer-note">{say('peers.own', { address: view.ownAddress })}</p>
      )}
    </>
  );
}

function toneOf({ trouble, heardAtMs }: PeerView): Tone {
  if (trouble !== undefined) return 'warn';
  return heardAtMs === undefined ? 'idle' : 'ok';
}

/** Its journal does not hold: it is heard all the same. */
const isDoubt = (trouble: PeerView['trouble']): boolean => trouble === 'other' || trouble === 'edited';

function OtherGate({ peer }: { readonly peer: PeerView }): ReactNode {
  const { say, status, time } = useDesk();
  const { how, address, heardAtMs, taken, trouble } = peer;
  const tone = toneOf(peer);
  const state = tone === 'ok' ? 'heard' : isDoubt(trouble) ? 'doubt' : 'notHeard';
  return (
    <li className="device" data-device="peer">
      <IconBuildingCommunity className="device-icon" size={24} stroke={1.6} aria-hidden="true" />
      <div className="device-name">
        <strong>
          <bdi>{peer.gateName}</bdi>
        </strong>
        {how && (
          <span className="soft">
            {say(`peers.how.${how}`)} <bdi>{address}</bdi>
          </span>
        )}
      </div>
      <div className="device-state">
        <Chip tone={tone}>{say(`peers.${state}`)}</Chip>
        <span className="soft number">
          {heardAtMs === undefined
            ? say('peers.never')
            : say('peers.last', { time: time.moment(heardAtMs, status.nowMs) })}
        </span>
        <span className="soft number">{say('peers.taken', { count: taken })}</span>
      </div>
      {trouble && <p className="device-next">{say(`peers.trouble.${trouble}`)}</p>}
    </li>
  );
}

/** Where the network does not let gates find each other: their addresses, typed once at one of the two. */
function Typed({ addresses }: Pick<PeersView, 'addresses'>): ReactNode {
  const { bridge, say } = useDesk();
  const save = useSaving();
  const [typed, setTyped] = useState('');
  const [isNone, setIsNone] = useState(false);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const added = bridge.addPeer({ address: typed });
    added.then(
      ({ done }) => {
        setIsNone(!done);
        if (!done) return;
        setTyped('');
        save(added);
      },
      () => save(added),
    );
  };
  return (
    <>
      {addresses.length > 0 && (
        <ul aria-label={say('peers.typed')}>
          {addresses.map(({ address, trouble }) => (
            <li className="peer-typed" key={address}>
              <span>
                <bdi className="number">{address}</bdi>
                {trouble && <span className="soft peer-note"> {say(`peers.trouble.${trouble}`)}</span>}
              </span>
              <Button
                variant="default"
                aria-label={say('peers.remove', { address })}
                onClick={() => save(bridge.removePeer({ address }))}
              >
                <IconTrash size={18} aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className="peer-add" onSubmit={add} noValidate>
        <TextInput
          size="md"
          dir="ltr"
          label={say('peers.address')}
          placeholder={say('peers.placeholder')}
          value={typed}
          maxLength={300}
          spellCheck={false}
          autoComplete="off"
          error={isNone && say('peers.isNone')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          disabled={typed.trim() === ''}
          leftSection={<IconPlus size={18} aria-hidden="true" />}
        >
          {say('peers.add')}
        </Button>
      </form>
    </>
  );
}
