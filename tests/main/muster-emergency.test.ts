import { expect, test } from 'vitest';
import { createElsewhere } from '../../main/muster/elsewhere.ts';
import { createEmergency } from '../../main/muster/emergency.ts';
import { checkoutDesk } from './checkout/checkout-desk.ts';
import { checkIn } from './fixtures.ts';

const USER = { kind: 'user', userId: 'moira' } as const;

test('G8: an emergency lasts as long as a roll call that is no drill, also over a restart', () => {
  const { ground, journal } = checkoutDesk();
  const isEmergency = createEmergency(ground.db, createElsewhere(ground));
  const start = (kind: 'drill' | 'live'): string => {
    const data = { kind, insideCount: 0, listed: [] };
    const written = journal.append([{ type: 'muster.started', actor: USER, data }]);
    return written.ok ? (written.value[0]?.id ?? '') : '';
  };
  const end = (musterId: string): void => {
    const data = { musterId, accounted: 0, missing: 0, unmarked: 0, tookMs: 1 };
    journal.append([{ type: 'muster.ended', actor: USER, data }]);
  };
  const seen: boolean[] = [isEmergency()];
  const drill = start('drill');
  seen.push(isEmergency());
  end(drill);
  const live = start('live');
  seen.push(isEmergency());
  journal.append([checkIn('anna')]);
  seen.push(isEmergency(), createEmergency(ground.db, createElsewhere(ground))());
  end(live);
  seen.push(isEmergency(), createEmergency(ground.db, createElsewhere(ground))());
  expect(seen).toEqual([false, false, true, true, true, false, false]);
});
