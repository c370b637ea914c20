const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}

/** What the clocks of a zone show at a moment, as if it were UTC, in milliseconds cut to the second. */
function wallMs(ms: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The moment when the clocks of a zone show this; for an hour that the clocks skip, the moment when they skip it. */
function momentOf(wall: number, timeZone: string): number {
  const first = wall - (wallMs(wall, timeZone) - wall);
  const second = first - (wallMs(first, timeZone) - wall);
  return wallMs(second, timeZone) === wall ? second : Math.max(first, second);
}

/** The site's day around a moment: from midnight, included, to midnight, in Unix milliseconds. 23 or 25 h where clocks change. */
export function dayAround(ms: number, timeZone: string): { readonly startMs: number; readonly endMs: number } {
  const wall = new Date(wallMs(ms, timeZone));
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()];
  return {
    startMs: momentOf(Date.UTC(year, month, day), timeZone),
    endMs: momentOf(Date.UTC(year, month, day + 1), timeZone),
  };
}

/** @param wall a clock time of the place without zone, `2026-03-12T08:00` */
export const momentAt = (wall: string, timeZone: string): number => momentOf(Date.parse(`${wall}Z`), timeZone);

/** The clock time of the place at a moment, to the minute: `2026-03-12T08:00`. */
export const wallAt = (ms: number, timeZone: string): string =>
  new Date(wallMs(ms, timeZone)).toISOString().slice(0, 16);
