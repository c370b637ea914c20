import type { Dossier } from '../dossier.ts';
import { finding, type Finding } from '../finding.ts';
import { timeMs } from '../time.ts';

export const personIsWelcome = ({ worker }: Dossier): Finding | undefined =>
  worker?.blocked &&
  finding('person_blocked', { reason: worker.blocked.reason, sinceMs: timeMs(worker.blocked.since) });
