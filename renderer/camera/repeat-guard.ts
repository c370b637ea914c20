/**
 * One badge held before the camera is one reading, however many frames show it. It counts again once it has been out
 * of sight for a moment: the person lowered it and meant it. A badge left lying in view never counts twice. Pure.
 */

/** Longer than the frames that a shaking hand blurs, shorter than lowering a badge and raising it again. */
export const AWAY_MS = 1_500;

/** When each text in view was last seen. */
export type InView = ReadonlyMap<string, number>;

export function see(inView: InView, text: string, atMs: number, awayMs: number = AWAY_MS) {
  const stillHere = [...inView].filter(([, seenAtMs]) => atMs - seenAtMs <= awayMs);
  const isNew = !stillHere.some(([known]) => known === text);
  const next: InView = new Map([...stillHere, [text, atMs]]);
  return { inView: next, isNew } as const;
}
