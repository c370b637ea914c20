import {
  IconBuildingBroadcastTower,
  IconDatabase,
  IconDoor,
  IconInbox,
  IconSend,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DeskStatus } from '../../../preload/views.ts';
import { useDesk, useSiteNow } from '../data/desk.tsx';
import { doorsTruth } from '../doors/door-words.ts';
import { Who } from '../session/who.tsx';
import { isForStaff } from '../connection/for-staff.ts';
import { ToneShape, type Tone } from '../parts/tone.tsx';
import type { SiteTime } from '../words/site-time.ts';
import type { Say } from '../words/words.ts';

interface Truth {
  readonly key: string;
  readonly icon: Icon;
  readonly name: string;
  readonly value: string;
  readonly more?: string | undefined;
  readonly tone: Tone;
  /** Leads to more of it. */
  readonly open?: (() => void) | undefined;
  /** To another page; otherwise a panel opens over this one. */
  readonly leads?: boolean;
}

interface BarProps {
  /** To the line and the age of each list. */
  readonly onCentral: () => void;
  readonly onDoors: () => void;
  /** To what central sees otherwise. */
  readonly onTray: () => void;
}

/** What is true of this gate now, whether or not anybody looks. */
export function Bar({ onCentral, onDoors, onTray }: BarProps): ReactNode {
  const { say, status, time } = useDesk();
  const now = useSiteNow(1000);
  return (
    <header className="bar">
      <div className="bar-place">
        <p className="bar-site">
          <bdi>{status.siteName}</bdi>
        </p>
        <p className="bar-gate">
          <bdi>{status.gateName}</bdi>
        </p>
      </div>
      <dl className="truths" aria-label={say('bar.label')}>
        {truths(status, now, say, time, { onCentral, onDoors, onTray }).map((truth) => (
          <div className="truth" key={truth.key} data-truth={truth.key} data-tone={truth.tone}>
            <dt>
              <truth.icon size={15} stroke={1.9} aria-hidden="true" />
              {truth.name}
            </dt>
            <dd>
              {truth.open ? (
                <button
                  type="button"
                  className={truth.leads ? 'truth-go' : 'truth-open'}
                  {...(truth.leads ? {} : { 'aria-haspopup': 'dialog' })}
                  onClick={truth.open}
                >
                  <Value truth={truth} />
                </button>
              ) : (
                <Value truth={truth} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Who />
      <p className="bar-clock">
        <time className="number bar-time">{time.time(now)}</time>
        <span className="bar-day">{time.day(now)}</span>
      </p>
    </header>
  );
}

function Value({ truth: { tone, value, more } }: { readonly truth: Truth }): ReactNode {
  return (
    <>
      {(tone === 'warn' || tone === 'bad') && <ToneShape tone={tone} />}
      <span className="number">{value}</span>
      {more && (
        <span className="truth-more number" title={more}>
          {more}
        </span>
      )}
    </>
  );
}

function truths(
  status: DeskStatus,
  now: number,
  say: Say,
  time: SiteTime,
  { onCentral, onDoors, onTray }: BarProps,
): readonly Truth[] {
  const { connection } = status;
  return [
    {
      key: 'central',
      icon: IconBuildingBroadcastTower,
      name: say('bar.central'),
      ...centralTruth(status, now, say, time),
      open: onCentral,
    },
    {
      key: 'waiting',
      icon: IconSend,
      name: say('bar.waiting'),
      value: String(connection.waiting),
      more: connection.earlierWaiting ? say('bar.earlier', { count: connection.earlierWaiting }) : undefined,
      tone: connection.waiting > 0 && connection.state !== 'online' ? 'warn' : 'ok',
    },
    {
      key: 'setAside',
      icon: IconInbox,
      name: say('bar.setAside'),
      value: String(connection.setAside),
      more: connection.flagged > 0 ? say('bar.flagged', { count: connection.flagged }) : undefined,
      tone: connection.setAside + connection.flagged > 0 ? 'warn' : 'ok',
      open: onTray,
      leads: true,
    },
    { key: 'door', icon: IconDoor, name: say('bar.door'), ...doorsTruth(status, say), open: onDoors },
    { key: 'data', icon: IconDatabase, name: say('bar.data'), ...dataTruth(status, now, say, time), open: onCentral },
  ];
}

type Said = Pick<Truth, 'value' | 'more' | 'tone'>;

function centralTruth({ connection }: DeskStatus, now: number, say: Say, time: SiteTime): Said {
  switch (connection.state) {
    case 'online':
      // An answer is an answer, but one that takes nothing is not all well.
      return isForStaff(connection)
        ? { value: say('bar.online'), more: say('bar.notTaken'), tone: 'warn' }
        : { value: say('bar.online'), tone: 'ok' };
    case 'connecting':
      return { value: say('bar.connecting'), tone: 'idle' };
    case 'revoked':
      return { value: say('bar.revoked'), tone: 'bad' };
    case 'not_enrolled':
      return { value: say('bar.notEnrolled'), tone: 'warn' };
    case 'offline': {
      const [since, duration] = [time.moment(connection.sinceMs, now), time.duration(now - connection.sinceMs)];
      // Of another day the duration says more, and leaves room for the rest.
      return since === time.time(connection.sinceMs)
        ? { value: say('bar.offlineSince', { time: since }), more: say('bar.offlineFor', { duration }), tone: 'warn' }
        : { value: say('bar.offlineLong', { duration }), more: say('bar.since', { time: since }), tone: 'warn' };
    }
  }
}

function dataTruth(status: DeskStatus, now: number, say: Say, time: SiteTime): Said {
  const { staleness, nowMs } = status;
  const tone = ({ fresh: 'ok', warn: 'warn', ask: 'warn', refuse: 'bad', never: 'bad' } as const)[staleness.level];
  const level = say(`bar.stale.${staleness.level}`);
  if (staleness.ageMs === undefined) return { value: level, tone };
  const ageMs = staleness.ageMs + Math.max(0, now - nowMs);
  const age = ageMs < 60_000 ? say('time.now') : say('bar.dataAge', { duration: time.duration(ageMs) });
  const { next } = staleness;
  // What comes next helps more than what is already so: there is still time to do something about it.
  const soon = next && say(`bar.staleNext.${next.level}`, { duration: time.duration(Math.max(0, next.inMs)) });
  const already = staleness.level === 'fresh' ? undefined : level;
  const what = soon ?? already;
  const ofList = next?.list ?? staleness.list;
  const more = what && ofList && haveOwnLimits(staleness) ? `${say(`central.list.${ofList}`)}: ${what}` : what;
  return { value: age, more, tone: soon && tone === 'ok' ? 'warn' : tone };
}

/** Some list comes to a limit at another time than the rest: then the one that is meant is named. */
const haveOwnLimits = ({ lists = [] }: DeskStatus['staleness']): boolean =>
  new Set(lists.map(({ limits }) => JSON.stringify(limits))).size > 1;
