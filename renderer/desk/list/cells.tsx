import type { ReactNode } from 'react';
import type { FeedRow, GrantedRow, InsideRow, ScheduledRow, WorkingRow } from '../../../preload/views.ts';
import { useDesk, useSiteNow } from '../data/desk.tsx';
import { KindShape } from '../parts/kind.tsx';
import { Lines } from '../parts/lines.tsx';
import { TimeSpan } from '../parts/time-span.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';
import { useFeedWords } from '../words/feed-words.ts';

interface NamedRow {
  readonly name: string;
  readonly contractorName?: string | undefined;
  /** G5: the gate that saw the person come in, when it was another one. */
  readonly gateName?: string | undefined;
}
export function PersonCell({ row: { name, contractorName, gateName } }: { readonly row: NamedRow }) {
  const details = [contractorName, gateName].filter((each) => each !== undefined);
  const second = details.map((each, index) => (
    <span key={each}>
      {index > 0 && ' · '}
      <bdi>{each}</bdi>
    </span>
  ));
  return (
    <Lines
      first={<bdi>{name}</bdi>}
      second={
        second.length > 0 && (
          <span className="own-direction" dir="auto">
            {second}
          </span>
        )
      }
    />
  );
}

export function OrdersCell({ orders }: { readonly orders: InsideRow['orders'] }): ReactNode {
  const { say } = useDesk();
  const [order] = orders;
  if (!order) return <span className="soft">–</span>;
  const more = orders.length > 1 && (
    <span className="more">{say('lists.moreOrders', { count: orders.length - 1 })}</span>
  );
  return (
    <Lines
      first={
        <>
          <bdi className="number">{order.number}</bdi> <bdi>{order.title}</bdi> {more}
        </>
      }
      second={<bdi>{order.clientName}</bdi>}
    />
  );
}

const TONE_OF_STATE: Readonly<Record<ScheduledRow['state'], Tone>> = {
  expected: 'idle',
  late: 'warn',
  inside: 'ok',
  left: 'left',
};
export function StateCell({ row }: { readonly row: ScheduledRow }): ReactNode {
  const { say } = useDesk();
  return <Chip tone={TONE_OF_STATE[row.state]}>{say(`lists.states.${row.state}`)}</Chip>;
}

export const TONE_OF_ATTENDANCE: Readonly<Record<WorkingRow['state'], Tone>> = {
  scheduled: 'idle',
  in: 'ok',
  on_break: 'idle',
  out: 'left',
  late: 'warn',
  no_show: 'bad',
};
export function WorkingStateCell({ row }: { readonly row: WorkingRow }): ReactNode {
  const { say } = useDesk();
  return <Chip tone={TONE_OF_ATTENDANCE[row.state]}>{say(`working.states.${row.state}`)}</Chip>;
}

/** When the work is; of somebody inside without any, that there is none. */
export function WorkSpanCell({ row }: { readonly row: WorkingRow }): ReactNode {
  const { say } = useDesk();
  const { startsAtMs, endsAtMs } = row;
  if (startsAtMs === undefined || endsAtMs === undefined) return <span className="soft">{say('working.noPlan')}</span>;
  return <TimeSpan of={{ startsAtMs, endsAtMs }} />;
}

export function TimeCell({ ms }: { readonly ms: number }): ReactNode {
  const { time, status } = useDesk();
  const today = time.moment(ms, status.nowMs) === time.time(ms);
  return <Lines first={<span className="number">{time.time(ms)}</span>} second={today ? undefined : time.day(ms)} />;
}

export function UntilCell({ row }: { readonly row: GrantedRow }): ReactNode {
  const { time, say } = useDesk();
  const now = useSiteNow(60_000);
  const left = row.untilMs - now;
  return (
    <Lines
      first={<span className="number">{time.moment(row.untilMs, now)}</span>}
      second={left > 0 && say('card.grantLeft', { duration: time.duration(left) })}
    />
  );
}

export function PresenceCell({ inside }: { readonly inside: boolean }): ReactNode {
  const { say } = useDesk();
  return <Chip tone={inside ? 'ok' : 'left'}>{say(inside ? 'lists.isInside' : 'lists.isOutside')}</Chip>;
}

export function OnSiteCell({ row }: { readonly row: Pick<InsideRow, 'sinceMs'> }): ReactNode {
  const { time } = useDesk();
  const now = useSiteNow(60_000);
  return <span className="number">{time.duration(now - row.sinceMs)}</span>;
}

export function KindCell({ row }: { readonly row: FeedRow }): ReactNode {
  const { say } = useDesk();
  return (
    <span className="kind" data-kind={row.kind}>
      <KindShape kind={row.kind} />
      <span>{say(`kinds.${row.kind}`)}</span>
    </span>
  );
}

export function WhoCell({ row }: { readonly row: FeedRow }): ReactNode {
  const { who } = useFeedWords()(row);
  return <Lines first={<bdi>{who}</bdi>} second={row.contractorName && <bdi>{row.contractorName}</bdi>} />;
}

export function WhatCell({ row }: { readonly row: FeedRow }): ReactNode {
  const { what, why } = useFeedWords()(row);
  return <Lines first={what} second={why} />;
}

export function SentCell({ row }: { readonly row: FeedRow }): ReactNode {
  const { say } = useDesk();
  return (
    <span className="sent" data-sent={row.delivered || undefined}>
      {say(row.delivered ? 'feed.sent' : 'feed.waiting')}
    </span>
  );
}
