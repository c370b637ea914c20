import { Button } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FaultCode } from '../../../core/codes.ts';
import type { DeskStatus } from '../../../preload/views.ts';
import { useDesk } from '../data/desk.tsx';
import { isForStaff } from '../connection/for-staff.ts';
import { doorSaid } from '../doors/door-words.ts';
import { ToneShape, type Tone } from '../parts/tone.tsx';
import { useCodeWords } from '../words/code-words.ts';
import { usePartName } from '../words/part-name.ts';
import { WithdrawnAct } from './withdrawn-act.tsx';

type Fault = DeskStatus['faults'][number];

/** Faults that the gate works on through; every other one stops something. */
const WORKS_ON: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'central_unreachable',
  'central_error',
  'clock_jumped',
  'event_set_aside',
  'camera_dark',
  'pulse_unconfirmed',
  'runtime_old',
  'settings_broken',
]);
export const toneOfFault = (code: FaultCode): Tone => (WORKS_ON.has(code) ? 'warn' : 'bad');

/** The bar already says these, in its own words and for as long as they are true. */
const SAID_ELSEWHERE: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'runtime_old',
  'central_unreachable',
  'not_enrolled',
]);
const MOST = 2;

function worstFirst(faults: readonly Fault[]): readonly Fault[] {
  const weight = (fault: Fault): number => (toneOfFault(fault.code) === 'bad' ? 0 : 1);
  return faults
    .filter(({ code }) => !SAID_ELSEWHERE.has(code))
    .toSorted((a, b) => weight(a) - weight(b) || b.sinceMs - a.sinceMs);
}

/** A door that needs somebody now stands above every fault, and cannot be put away: it ends when the door is in order. */
function DoorAlarms({ onDoors }: { readonly onDoors: () => void }): ReactNode {
  const { say, status, time } = useDesk();
  return status.doors
    .filter(({ alarm, fire }) => fire || alarm !== undefined)
    .map((door) => (
      <div className="banner door-alarm" key={door.id} data-tone="bad">
        <ToneShape tone="bad" />
        <p>
          <strong>
            <bdi>{door.name}</bdi>: {say(doorSaid(door).word)}.
          </strong>{' '}
          {door.fire ? say('doors.fireNext') : door.alarm && say(`doors.alarmNext.${door.alarm}`)}
        </p>
        {door.alarmSinceMs !== undefined && (
          <span className="banner-since number">
            {say('faults.since', { time: time.moment(door.alarmSinceMs, status.nowMs) })}
          </span>
        )}
        <Button className="banner-act" variant="default" onClick={onDoors}>
          {say('doors.show')}
        </Button>
      </div>
    ));
}

/** G8: a roll call that runs is said on every page; the live one in red. */
function MusterBanner({ onMuster }: { readonly onMuster: (() => void) | undefined }): ReactNode {
  const { say, status } = useDesk();
  const { muster } = status;
  if (!muster || !onMuster) return null;
  const tone = muster.kind === 'live' ? 'bad' : 'warn';
  return (
    <div className="banner muster-banner" data-tone={tone}>
      <ToneShape tone={tone} />
      <p>
        <strong>{say(`muster.running.${muster.kind}`)}</strong>{' '}
        {say('muster.bannerOpen', { count: muster.counts.unmarked + muster.counts.missing })}
      </p>
      <Button className="banner-act" variant="default" onClick={onMuster}>
        {say('muster.show')}
      </Button>
    </div>
  );
}

/** G8: one that runs at another gate of the place: what it means here. The place’s people are accounted for there. */
function MustersElsewhere(): ReactNode {
  const { say, status, time } = useDesk();
  return status.mustersElsewhere?.map(({ gateName, kind, startedAtMs }) => {
    const tone = kind === 'live' ? 'bad' : 'warn';
    return (
      <div className="banner muster-banner" key={gateName} data-tone={tone}>
        <ToneShape tone={tone} />
        <p>
          <strong>
            <bdi>{gateName}</bdi>: {say(`muster.running.${kind}`)}.
          </strong>{' '}
          {say(`muster.elsewhere.${kind}`)}
        </p>
        <span className="banner-since number">
          {say('faults.since', { time: time.moment(startedAtMs, status.nowMs) })}
        </span>
      </div>
    );
  });
}

/** What keeps central from taking anything and does not mend by itself: a network's sign-in page, a gate that central does not know. */
function CentralBanner({ onCentral }: { readonly onCentral: () => void }): ReactNode {
  const { say, status, time } = useDesk();
  const words = useCodeWords();
  const { connection } = status;
  if (connection.code === undefined || !isForStaff(connection)) return null;
  const { title, next } = words(connection.code);
  return (
    <div className="banner" data-tone="warn">
      <ToneShape tone="warn" />
      <p>
        <strong>{title}</strong> {next}
      </p>
      {connection.state === 'offline' && (
        <span className="banner-since number">
          {say('faults.since', { time: time.moment(connection.sinceMs, status.nowMs) })}
        </span>
      )}
      <Button className="banner-act" variant="default" onClick={onCentral}>
        {say('central.show')}
      </Button>
    </div>
  );
}

interface BannersProps {
  /** Leads to the rest; undefined where the rest is on the page already. */
  readonly onSettings: (() => void) | undefined;
  readonly onCentral: () => void;
  readonly onDoors: () => void;
  readonly onMuster: (() => void) | undefined;
}

export function Banners({ onSettings, onCentral, onDoors, onMuster }: BannersProps): ReactNode {
  const { say, status, time } = useDesk();
  const words = useCodeWords();
  const partName = usePartName();
  const faults = worstFirst(status.faults);
  const more = faults.length - MOST;
  return (
    <div className="banners">
      <section aria-label={say('faults.label')} aria-live="assertive">
        <MusterBanner onMuster={onMuster} />
        <MustersElsewhere />
        <DoorAlarms onDoors={onDoors} />
        <CentralBanner onCentral={onCentral} />
        {faults.slice(0, MOST).map((fault) => {
          const { title, next } = words(fault.code);
          return (
            <div className="banner" key={`${fault.part} ${fault.code}`} data-tone={toneOfFault(fault.code)}>
              <ToneShape tone={toneOfFault(fault.code)} />
              <p>
                <strong>{title}</strong> {next}
              </p>
              <span className="banner-since number">
                <bdi>{partName(fault.part)}</bdi>{' '}
                {say('faults.since', { time: time.moment(fault.sinceMs, status.nowMs) })}
              </span>
              {fault.code === 'device_revoked' && <WithdrawnAct onSetUp={onSettings} />}
            </div>
          );
        })}
      </section>
      {more > 0 && onSettings && (
        <Button className="banner-more" variant="subtle" size="compact-md" onClick={onSettings}>
          {say('faults.more', { count: more })}
        </Button>
      )}
      {status.runtimeIsFallback && (
        <div className="banner" data-tone="idle">
          <IconFlask size={18} aria-hidden="true" />
          <p>
            <strong>{say('faults.runtimeTitle')}</strong> {say('faults.runtimeNext')}
          </p>
        </div>
      )}
    </div>
  );
}
