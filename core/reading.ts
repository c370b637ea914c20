import { z } from 'zod';

/** How a text reached the gate. `guard` is a tap by staff on a screen: a manual act takes the same line as a scan. */
export const READING_SOURCES = ['camera', 'wedge', 'serial', 'hid', 'guard'] as const;
export type ReadingSource = (typeof READING_SOURCES)[number];

/** What a device saw, before anybody thought about it. */
export const readingSchema = z.object({
  source: z.enum(READING_SOURCES),
  /** Id of the scanner in the settings file, for instance `camera` or `serial-1`. */
  scannerId: z.string().min(1).max(64),
  laneId: z.string().min(1).max(64),
  /** The text as read, prefixes and line ends included. At most 4 KiB: no badge is longer. */
  raw: z.string().max(4096),
  /** Wall clock of the device when the last byte arrived, Unix milliseconds. */
  atMs: z.number().int(),
});
export type Reading = z.infer<typeof readingSchema>;
