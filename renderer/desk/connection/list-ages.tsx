import type { ReactNode } from 'react';
import type { DeskStatus } from '../../../preload/views.ts';
import { useDesk, useSiteNow } from '../data/desk.tsx';
import { Strip } from '../parts/strip.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';

type Outlook = NonNullable<DeskStatus['staleness']['lists']>[number];

const TONES: Readonly<Record<Outlook['level'], Tone>> = { fresh: 'ok', warn: 'warn', ask: 'warn', refuse: 'bad' };

/** G3: every list that central tells, how old it is, and what the gate will do about that at what time. */
export function ListAges(): ReactNode {
  const { say, status } = useDesk();
  const lists = status.staleness.lists ?? [];
  return (
    <section className="list-ages" aria-label={say('central.lists')}>
      <h3>{say('central.lists')}</h3>
      <p className="soft">{say('central.listsLead')}</p>
      {lists.length === 0 && (
        <Strip tone="bad" title={say('bar.stale.never')}>
          {say('central.neverNext')}
        </Strip>
      )}
      {lists.map((outlook) => (
        <ListAge key={outlook.list} outlook={outlook} />
      ))}
    </section>
  );
}

function ListAge({ outlook: { list, ageMs, level, limits } }: { readonly outlook: Outlook }): ReactNode {
  const { say, status, time } = useDesk();
  const now = useSiteNow(10_000);
  const { nowMs } = status;
  const age = ageMs + Math.max(0, now - nowMs);
  const coming = limits.filter(({ inMs }) => inMs > 0);
  return (
    <article className="list-age" data-tone={TONES[level]} aria-label={say(`central.list.${list}`)}>
      <header className="door-head">
        <h4>{say(`central.list.${list}`)}</h4>
        <Chip tone={TONES[level]}>{say(`bar.stale.${level}`)}</Chip>
      </header>
      <p className="number">
        {say('central.asOf', { time: time.moment(nowMs - ageMs, nowMs) })} ·{' '}
        {age < 60_000 ? say('time.now') : say('bar.dataAge', { duration: time.duration(age) })}
      </p>
      {coming.length === 0 && <p className="soft">{say('central.noLimit')}</p>}
      <ul>
        {coming.map((limit) => (
          <li key={limit.level} className="number">
            {say(`central.from.${limit.level}`, { time: time.moment(nowMs + limit.inMs, nowMs) })}
          </li>
        ))}
      </ul>
    </article>
  );
}
