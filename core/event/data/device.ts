/** The gate itself: its parts, its starts and ends, its clock. */
import { z } from 'zod';
import { FAULT_CODES } from '../../codes.ts';
import { CONFIRMATIONS } from './door.ts';
import { code, hash, id } from './pieces.ts';

export const deviceData = {
  'device.started': z.object({ appVersion: z.string(), platform: z.string(), runtime: z.string() }),
  'device.stopped': z.object({ reason: z.string().max(200) }),
  'device.fault': z.object({
    code: z.enum(FAULT_CODES),
    /** Which part: a scanner, a door, the host, the camera, the journal. */
    part: z.string().max(64),
    /** For the log reader; never personal data. */
    detail: z.string().max(500).optional(),
    causeId: id.optional(),
  }),
  'device.recovered': z.object({ code: z.enum(FAULT_CODES), part: z.string().max(64) }),
  /** What a look at every part of the gate found (G11): codes and figures, no names. */
  'device.self_check': z.object({
    ended: z.enum(['done', 'stopped']),
    results: z
      .array(
        z.object({
          part: z.string().max(64),
          /** Which one, where there are several of a kind. */
          deviceId: id.optional(),
          result: z.enum(['good', 'look', 'bad', 'skipped']),
          code: code.optional(),
          /** The figure that goes with the part: milliseconds for clock and data, bytes for the disk. */
          value: z.number().int().optional(),
          confirmation: z.enum(CONFIRMATIONS).optional(),
        }),
      )
      .max(64),
  }),
  /** Scanners, doors, lanes or cameras were set up anew, or the setup before was taken back. */
  'device.setup_changed': z.object({ what: z.enum(['saved', 'undone']) }),
  /** The events up to this one are about to leave the device; what stands for them is signed by this key (Ed25519, base64url). */
  'device.journal_trimmed': z.object({ throughSeq: z.number().int().min(1), hash, anchorKey: z.string().max(64) }),
  'clock.jumped': z.object({ byMs: z.number().int() }),
} as const;
