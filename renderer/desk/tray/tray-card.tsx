import { Button } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { TrayCard as Card } from '../../../preload/tray-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';
import type { Outcome } from './clear-dialog.tsx';
import { actWord, reasonWords, whoOf } from './tray-words.ts';
import { Facts } from '../parts/facts.tsx';

const TONE: Readonly<Record<Card['status'], Tone>> = {
  flagged: 'warn',
  rejected: 'bad',
  set_aside: 'idle',
  taken: 'ok',
};

interface TrayCardProps {
  readonly card: Card;
  readonly onOpenPerson: (workerId: string) => void;
  readonly onClear: (outcome: Outcome) => void;
}

/** One act that central sees otherwise: why, who, where and when by both clocks, and what staff can say to it. */
export function TrayCard({ card, onOpenPerson, onClear }: TrayCardProps): ReactNode {
  const { say, time, status } = useDesk();
  const id = useId();
  const { why, next } = reasonWords(card, say);
  const { cleared, workerId } = card;
  const moment = (ms: number): string => time.moment(ms, status.nowMs);
  return (
    <article className="tray-card" data-tone={cleared ? 'idle' : TONE[card.status]} aria-labelledby={id}>
      <header className="tray-head">
        <h2 id={id}>
          <bdi>{whoOf(card, say)}</bdi>
          {card.contractorName && (
            <small>
              <bdi>{card.contractorName}</bdi>
            </small>
          )}
        </h2>
        <Chip tone={TONE[card.status]}>{say(`tray.status.${card.status}`)}</Chip>
        {workerId !== undefined && card.name !== undefined && (
          <Button variant="subtle" className="tray-person" onClick={() => onOpenPerson(workerId)}>
            {say('tray.openPerson')}
          </Button>
        )}
      </header>
      <p className="tray-why">
        <strong>{why}.</strong> {next}
      </p>
      <CardFacts card={card} />
      {cleared ? (
        <p className="tray-done">
          <Chip tone="ok">{say(`tray.done.${cleared.outcome}`)}</Chip> <bdi>{cleared.reason}</bdi>
          <span className="soft">
            {cleared.byName === undefined
              ? say('tray.clearedAt', { time: moment(cleared.atMs) })
              : say('tray.clearedBy', { time: moment(cleared.atMs), name: cleared.byName })}
          </span>
        </p>
      ) : (
        <div className="tray-acts">
          {card.outcomes.map((outcome) => (
            <Button key={outcome} className="card-action" variant="default" onClick={() => onClear(outcome)}>
              {say(`tray.outcome.${outcome}`)}
            </Button>
          ))}
        </div>
      )}
    </article>
  );
}

function CardFacts({ card }: { readonly card: Card }): ReactNode {
  const { say, time, status } = useDesk();
  const moment = (ms: number): string => time.moment(ms, status.nowMs);
  const seconds = Math.round((card.centralAtMs - card.deviceAtMs) / 1000);
  const { elsewhere } = card;
  const rows: readonly (readonly [string, string])[] = [
    [say('tray.facts.what'), actWord(card, say)],
    [say('tray.facts.where'), card.gateName],
    ...(card.actorName === undefined ? [] : [[say('tray.facts.by'), card.actorName] as const]),
    [say('tray.facts.deviceTime'), moment(card.deviceAtMs)],
    [
      say('tray.facts.centralTime'),
      seconds === 0 ? moment(card.centralAtMs) : withSeconds(moment(card.centralAtMs), seconds),
    ],
    ...(elsewhere
      ? [
          [
            say('tray.facts.elsewhere'),
            say('tray.facts.elsewhereAt', { gate: elsewhere.gateName, time: moment(elsewhere.atMs) }),
          ] as const,
        ]
      : []),
    ...(card.workerId === undefined
      ? []
      : [[say('tray.facts.now'), say(card.isInside ? 'tray.facts.isInside' : 'tray.facts.isOutside')] as const]),
    ...(card.toldAtMs === undefined ? [] : [[say('tray.facts.toldAt'), moment(card.toldAtMs)] as const]),
  ];
  return <Facts className="tray-facts" lines={rows} />;
}

/** 07:28 (+42 s): how far the two clocks are apart. */
const withSeconds = (moment: string, seconds: number): string =>
  `${moment} (${seconds > 0 ? '+' : '−'}${Math.abs(seconds)} s)`;
