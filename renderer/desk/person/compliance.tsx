import type { ReactNode } from 'react';
import type { Person } from '../../../preload/views.ts';
import { useDesk } from '../data/desk.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';

type Client = Person['clients'][number];
type Requirement = Client['assessment'];

const TONE_OF_LIGHT: Readonly<Record<Requirement['state'], Tone>> = {
  ok: 'ok',
  ending: 'warn',
  ended: 'bad',
  missing: 'bad',
  not_required: 'idle',
};
const REQUIREMENTS = ['assessment', 'induction', 'credential'] as const;

/** What each client asks of this person: colour, shape, word and date; the client of this place first. */
export function Compliance({ clients }: { readonly clients: readonly Client[] }): ReactNode {
  const { say } = useDesk();
  const sorted = clients.toSorted((a, b) => Number(b.here) - Number(a.here));
  return (
    <section className="card-section">
      <h3>{say('card.compliance')}</h3>
      {sorted.length === 0 && (
        <p className="strip" data-tone="warn">
          {say('person.noClient')}
        </p>
      )}
      <Summary clients={sorted} />
      {sorted.map((client) => (
        <div className="client" key={client.clientName} data-here={client.here || undefined}>
          <p className="client-name">
            <bdi>{client.clientName}</bdi>
            {client.here && <span className="here">{say('card.clientHere')}</span>}
          </p>
          <Lights of={client} />
        </div>
      ))}
    </section>
  );
}

/** The state of each part that a client asks for. */
export function Lights({ of }: { readonly of: Pick<Client, (typeof REQUIREMENTS)[number]> }): ReactNode {
  const { say } = useDesk();
  return (
    <dl className="lights">
      {REQUIREMENTS.map((name) => (
        <Light key={name} name={say(`card.${name}`)} requirement={of[name]} />
      ))}
    </dl>
  );
}

/** A2: the worst of what the clients of this place ask for. */
function Summary({ clients }: { readonly clients: readonly Client[] }): ReactNode {
  const { say } = useDesk();
  const here = clients
    .filter((client) => client.here)
    .flatMap((client) => REQUIREMENTS.map((name) => client[name].state));
  if (here.length === 0) return null;
  if (here.includes('ended') || here.includes('missing')) return <Chip tone="bad">{say('person.summary.bad')}</Chip>;
  if (here.includes('ending')) return <Chip tone="warn">{say('person.summary.ending')}</Chip>;
  return <Chip tone="ok">{say('person.summary.ok')}</Chip>;
}

function Light({ name, requirement }: { readonly name: string; readonly requirement: Requirement }): ReactNode {
  const { say, time } = useDesk();
  const { state, untilMs } = requirement;
  return (
    <div className="light">
      <dt>{name}</dt>
      <dd>
        <Chip tone={TONE_OF_LIGHT[state]}>{say(`card.lights.${state}`)}</Chip>
        {untilMs !== undefined && (
          <span className="soft number">
            {say(state === 'ended' ? 'card.lightEnded' : 'card.lightUntil', { date: time.date(untilMs) })}
          </span>
        )}
      </dd>
    </div>
  );
}
