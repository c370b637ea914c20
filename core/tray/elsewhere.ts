import { z } from 'zod';

/** The other gate that a person was let in at, and when by central's clock, Unix ms (G5). */
export interface Elsewhere {
  readonly gateId: string;
  readonly atMs: number;
}

/** What central says beside `inside_elsewhere`: one sentence, which the gate reads again to name the other gate. */
export const elsewhereDetail = ({ gateId, atMs }: Elsewhere): string =>
  `checked in at gate ${gateId} at ${new Date(atMs).toISOString()}`;

const SAID = /^checked in at gate (?<gateId>\S{1,64}) at (?<at>\S+)$/;
const isTime = (text: string): boolean => z.iso.datetime({ precision: 3 }).safeParse(text).success;

/** Undefined: another central words it differently, or the answer that said so was lost. */
export function elsewhereIn(detail: string | undefined): Elsewhere | undefined {
  const { gateId, at } = SAID.exec(detail ?? '')?.groups ?? {};
  return gateId !== undefined && at !== undefined && isTime(at) ? { gateId, atMs: Date.parse(at) } : undefined;
}
