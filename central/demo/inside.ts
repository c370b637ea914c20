import { isoOf, type Central } from '../central.ts';
import { presenceIdOf } from '../sync/presence.ts';
import { publish } from '../sync/publish.ts';
import { demoId } from './id.ts';
import { workerIdOf } from './people.ts';
import { GOODS_GATE, RIVERSIDE } from './site.ts';

/** Who came in by the goods gate before the demo began, and how many minutes before. */
const INSIDE = { camille: 95, ewa: 82, declan: 64, joao: 41, xiaoming: 12 } as const;
const PLACED = 'demo_inside';

/** `--busy`: the first look at Inside finds people there. Once; from then on they come and go as everybody. */
export async function letSomeIn(central: Central): Promise<void> {
  await central.store.write(async (rows) => {
    if ((await rows.notes.get(PLACED)) !== undefined) return;
    const nowMs = central.now();
    for (const [key, minutes] of Object.entries(INSIDE)) {
      const [workerId, eventId, correctedAtMs] = [workerIdOf(key), demoId(`came-in/${key}`), nowMs - minutes * 60_000];
      const act = { workerId, gateId: GOODS_GATE, locationId: RIVERSIDE, inside: true, eventId };
      const id = presenceIdOf(central.sha256, RIVERSIDE, workerId);
      await rows.events.addAct({ ...act, correctedAtMs });
      await publish(rows, 'presence', { ...act, id, since: isoOf(correctedAtMs) }, nowMs);
      const seen = { workerId, locationId: RIVERSIDE, gateId: GOODS_GATE, code: 'come_in', mode: 'scan' };
      await rows.events.addActivity({ locationId: RIVERSIDE, correctedAtMs, eventId });
      const came = { id: eventId, type: 'presence.checked_in', occurredAt: isoOf(correctedAtMs), ...seen };
      await publish(rows, 'activity', came, nowMs);
    }
    await rows.notes.set(PLACED, String(nowMs));
  });
}
