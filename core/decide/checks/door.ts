import type { Code } from '../../codes.ts';
import type { Dossier, EntryBlocked } from '../dossier.ts';
import { finding, type Finding } from '../finding.ts';

const CODE_OF: Readonly<Record<EntryBlocked, Code>> = {
  locked_down: 'locked_down',
  fire: 'fire_alarm',
  roll_call: 'roll_call',
  interlock: 'other_door_open',
};

/** G2: a door that may not be released now lets nobody in, however good the badge. Going out never comes by here. */
export const doorLetsIn = ({ entryBlocked }: Dossier): Finding | undefined =>
  entryBlocked && finding(CODE_OF[entryBlocked]);
