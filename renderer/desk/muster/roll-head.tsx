import type { ReactNode } from 'react';
import type { RollView } from '../../../preload/muster-views.ts';
import { useDesk, useSiteNow } from '../data/desk.tsx';
import { ToneShape, type Tone } from '../parts/tone.tsx';

interface RollHeadProps {
  readonly roll: RollView;
  readonly children: ReactNode;
}

/** How it stands, large enough to be read from the door. */
export function RollHead({ roll, children }: RollHeadProps): ReactNode {
  const { say, status, time } = useDesk();
  const now = useSiteNow(1000);
  const { kind, startedAtMs, startedBy, endedAtMs, tookMs, counts } = roll;
  const took = tookMs ?? now - startedAtMs;
  return (
    <header className="roll-head" data-running={endedAtMs === undefined}>
      <div className="roll-what">
        <h2>{say(`muster.running.${kind}`)}</h2>
        <p>
          {say('muster.since', { time: time.moment(startedAtMs, status.nowMs) })}
          {startedBy !== undefined && (
            <>
              {' · '}
              <bdi>{startedBy}</bdi>
            </>
          )}
          {' · '}
          <span className="number">
            {say(endedAtMs === undefined ? 'muster.runs' : 'muster.took', { duration: time.duration(took) })}
          </span>
        </p>
      </div>
      <dl className="roll-counts" aria-live="polite">
        <Count tone={counts.unmarked > 0 ? 'warn' : 'idle'} name="unmarked" count={counts.unmarked} />
        <Count tone={counts.missing > 0 ? 'bad' : 'idle'} name="missing" count={counts.missing} />
        <Count tone="ok" name="accounted" count={counts.accounted} total={counts.total} />
      </dl>
      {children}
    </header>
  );
}

interface CountProps {
  readonly tone: Tone;
  readonly name: 'unmarked' | 'missing' | 'accounted';
  readonly count: number;
  readonly total?: number;
}

function Count({ tone, name, count, total }: CountProps): ReactNode {
  const { say } = useDesk();
  return (
    <div className="roll-count" data-tone={tone} data-count={name}>
      <dt>
        <ToneShape tone={tone} />
        {say(`muster.count.${name}`)}
      </dt>
      <dd className="number">{total === undefined ? count : `${count}/${total}`}</dd>
    </div>
  );
}
