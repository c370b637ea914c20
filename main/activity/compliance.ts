import { complianceOf, worse, type Compliance } from '../../core/connection/compliance.ts';
import { connectionSchema } from '../../core/site/entities.ts';
import type { ComplianceView } from '../../preload/activity-views.ts';
import type { Ground } from '../ground.ts';
import type { Turns } from '../lists/turns.ts';
import { createScope } from '../scope.ts';

/** Connections that one turn reads. */
const SOME = 100;
/** A date that passes changes the figures, even when central tells nothing. */
const KEPT_MS = 600_000;

/** B1: how the connected people of the user's places stand, each by the worst of their connections there. */
export function createCompliance(
  ground: Pick<Ground, 'db' | 'cache' | 'clock' | 'identity' | 'actor'>,
  turns: Turns,
): () => Promise<ComplianceView> {
  const { db, cache, clock } = ground;
  const scope = createScope(ground);
  const some = db.prepare<[string], { id: string; data: string }>(
    `select id, data from cache.entity where entity = 'connection' and id > ? order by id limit ${SOME}`,
  );

  const count = async (places: readonly string[], nowMs: number): Promise<ComplianceView> => {
    const clients = new Set(places.flatMap((id) => cache.get('location', id)?.clientIds ?? []));
    const worst = new Map<string, Compliance>();
    const take = (data: string): void => {
      const read = connectionSchema.safeParse(JSON.parse(data));
      if (!read.success) return;
      const { workerId, clientId, locationIds } = read.data;
      const isHere = locationIds ? locationIds.some((id) => places.includes(id)) : clients.has(clientId);
      if (isHere) worst.set(workerId, worse(worst.get(workerId) ?? 'unconnected', complianceOf(read.data, nowMs)));
    };
    let after: string | undefined = '';
    while (after !== undefined) {
      await turns.turn();
      if (!db.open) break;
      const rows = some.all(after);
      for (const { data } of rows) take(data);
      after = rows.length < SOME ? undefined : rows.at(-1)?.id;
    }
    const all = [...worst.values()];
    const of = (state: Compliance): number => all.filter((each) => each === state).length;
    return { ok: of('ok'), ending: of('ending'), bad: of('bad') };
  };

  let kept: { readonly at: string; readonly counted: Promise<ComplianceView> } | undefined;
  return () => {
    const [nowMs, places] = [clock.nowMs(), scope()];
    const at = JSON.stringify([places, cache.revision(), Math.floor(nowMs / KEPT_MS)]);
    if (kept?.at !== at) kept = { at, counted: count(places, nowMs) };
    return kept.counted;
  };
}
