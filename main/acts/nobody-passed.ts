import type { Ground } from '../ground.ts';
import { createUndoing } from './undoing.ts';

/** The act is among the newest events: a door that stands open for longer has been passed. */
const LOOK_BACK = 200;

/** G2: where the location wants it, an act that nobody followed through the door does not count; the person shows the badge again. */
export function createNobodyPassed(ground: Ground): (causeId: string) => void {
  const { journal, policy } = ground;
  const undoing = createUndoing({ ...ground, actor: () => ({ kind: 'system' }) });
  return (causeId) => {
    if (policy().whenNobodyPassed !== 'undo') return;
    const act = journal.read(Math.max(0, journal.lastSeq() - LOOK_BACK), LOOK_BACK).find(({ id }) => id === causeId);
    const workerId = act?.data['workerId'];
    if (typeof workerId === 'string') undoing.undo(workerId, causeId);
  };
}
