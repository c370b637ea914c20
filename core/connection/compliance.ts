import type { Connection } from '../site/entities.ts';
import { light } from './light.ts';

/** A1: how somebody stands with all clients that are looked at, the worst first. `unconnected`: with none of them. */
export const COMPLIANCE = ['bad', 'ending', 'ok', 'unconnected'] as const;
export type Compliance = (typeof COMPLIANCE)[number];

export type Asked = Pick<Connection, 'assessment' | 'induction' | 'credential'>;

/** One connection's own: its worst part. */
export function complianceOf({ assessment, induction, credential }: Asked, nowMs: number): Compliance {
  const states = [assessment, induction, credential].map((part) => light(part, nowMs).state);
  if (states.includes('missing') || states.includes('ended')) return 'bad';
  return states.includes('ending') ? 'ending' : 'ok';
}

export const worse = (a: Compliance, b: Compliance): Compliance =>
  COMPLIANCE.indexOf(a) <= COMPLIANCE.indexOf(b) ? a : b;

export const worstOf = (connections: readonly Asked[], nowMs: number): Compliance =>
  connections.map((one) => complianceOf(one, nowMs)).reduce(worse, 'unconnected');
