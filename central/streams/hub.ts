import type { ServerResponse } from 'node:http';
import type { Central } from '../central.ts';
import type { Device, Notice } from '../store/store.ts';
import { formatCursor } from '../sync/cursor.ts';

interface Follower {
  readonly device: Pick<Device, 'id' | 'locationId'>;
  readonly out: ServerResponse;
}

/** All streams of this process: one ear at the store, one clock, and one question for a place however many of its gates listen. */
export interface Hub {
  /** Writes nudges until either side ends; the first of them at once. */
  readonly follow: (device: Device, out: ServerResponse) => void;
  readonly close: () => void;
  /** How many streams are open. */
  readonly count: () => number;
}

export function createHub({
  store,
  epoch,
  streamCommentMs,
}: Pick<Central, 'store' | 'epoch' | 'streamCommentMs'>): Hub {
  const all = new Set<Follower>();
  const byPlace = new Map<string, Set<Follower>>();
  const byDevice = new Map<string, Set<Follower>>();
  /** Who is to be nudged once the head of the place is known. */
  const waiting = new Map<string, Set<Follower>>();

  const nudge = (locationId: string, followers: Iterable<Follower>): void => {
    const asked = waiting.get(locationId);
    const set = asked ?? new Set<Follower>();
    for (const follower of followers) set.add(follower);
    if (asked || set.size === 0) return;
    waiting.set(locationId, set);
    void answer(locationId);
  };
  const answer = async (locationId: string): Promise<void> => {
    // One turn later: what is committed together is told together.
    await new Promise((resolve) => setImmediate(resolve));
    const followers = waiting.get(locationId) ?? new Set<Follower>();
    waiting.delete(locationId);
    try {
      const rev = await store.read((rows) => rows.feed.headRev(locationId));
      const text = said('changed', { cursor: formatCursor({ epoch, locationId, rev, begunAtRev: rev }) });
      for (const { out } of followers) if (!out.writableEnded) out.write(text);
    } catch {
      // A gate whose stream ends comes again and begins with a nudge.
      for (const { out } of followers) out.end();
    }
  };
  const unwatch = store.watch((notice: Notice) => {
    if (notice.kind === 'changed') {
      for (const id of notice.locationIds) nudge(id, byPlace.get(id) ?? []);
    } else if (notice.kind === 'revoked') {
      for (const { out } of byDevice.get(notice.deviceId) ?? []) out.end(said('revoked', {}));
    } else {
      for (const [id, followers] of byPlace) nudge(id, followers);
    }
  });
  const comments = setInterval(() => {
    for (const { out } of all) out.write(': still here\n\n');
  }, streamCommentMs);

  return {
    follow(device, out) {
      const follower = { device, out };
      all.add(follower);
      put(byPlace, device.locationId, follower);
      put(byDevice, device.id, follower);
      out.on('close', () => {
        all.delete(follower);
        take(byPlace, device.locationId, follower);
        take(byDevice, device.id, follower);
      });
      out.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      nudge(device.locationId, [follower]);
    },
    close() {
      clearInterval(comments);
      unwatch();
      for (const { out } of all) out.end();
    },
    count: () => all.size,
  };
}

const said = (event: string, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

function put(index: Map<string, Set<Follower>>, key: string, follower: Follower): void {
  const known = index.get(key) ?? new Set<Follower>();
  index.set(key, known.add(follower));
}

function take(index: Map<string, Set<Follower>>, key: string, follower: Follower): void {
  const known = index.get(key);
  known?.delete(follower);
  if (known?.size === 0) index.delete(key);
}
