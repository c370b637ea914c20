import { type Decoder, type Found, look, lookAround } from './decode.ts';
import { type Box, type Luma, sampleGrid } from './luma.ts';
import { nextLook, PACE_START } from './pace.ts';
import { type InView, see } from './repeat-guard.ts';

/** Where the last code was is worth a look for so long. */
const TRAIL_MS = 700;

/**
 * The line that every frame travels: pace, decoder, repeat guard. Answers with a text when a person has just shown
 * it, and with nothing for a repeat, an empty frame or one that was not worth a look.
 */
export function createFrameReader(decoder: Decoder) {
  let pace = PACE_START;
  let inView: InView = new Map();
  let last: { readonly box: Box; readonly atMs: number } | undefined;

  const find = async (luma: Luma, atMs: number): Promise<Found | undefined> => {
    const next = nextLook(pace, sampleGrid(luma), atMs);
    pace = next.state;
    if (next.look === 'skip') return undefined;
    const trail = last && atMs - last.atMs < TRAIL_MS ? await lookAround(decoder, luma, last.box) : undefined;
    return trail ?? look(decoder, luma, next.look);
  };

  return {
    /** @param atMs when the frame was taken, on any clock that only goes forward. */
    read: async (luma: Luma, atMs: number): Promise<string | undefined> => {
      const found = await find(luma, atMs);
      if (!found) return undefined;
      last = { box: found.box, atMs };
      const seen = see(inView, found.text, atMs);
      inView = seen.inView;
      return seen.isNew ? found.text : undefined;
    },
  };
}
