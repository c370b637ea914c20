import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright';
import { makeFrame } from '../made-frames.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const FILM_TEXT = 'GH2:NOBODYS-BADGE';

/** What the camera sees, as an uncompressed film of one frame (YUV4MPEG2): a badge held up before a wall. */
function writeFilm(): string {
  const size = { width: 1280, height: 720 };
  const { data } = makeFrame(FILM_TEXT, size, { pxPerModule: 8, rotationDegrees: 4, blurPx: 0.6, centred: true }, 4);
  const grey = Buffer.alloc(data.length / 2, 128);
  const film = path.join(tmpdir(), `gatehouse-look-${process.pid}.y4m`);
  const head = Buffer.from(`YUV4MPEG2 W${size.width} H${size.height} F30:1 Ip A1:1 C420\nFRAME\n`);
  writeFileSync(film, Buffer.concat([head, data, grey]));
  return film;
}

/** A Chromium with a made-up camera. Set CHROMIUM where it is in none of the usual places. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = [process.env['CHROMIUM'] ?? '', ...PLACES].find((place) => place !== '' && existsSync(place));
  if (executablePath === undefined) {
    throw new Error('There is no Chromium to look with. Run: apt-get install -y chromium (or set CHROMIUM to one).');
  }
  const film = writeFilm();
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
  browser.on('disconnected', () => rmSync(film, { force: true }));
  return browser;
}
