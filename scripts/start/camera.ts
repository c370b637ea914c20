import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { emptyScene, frameWithBadge } from '../camera/frame.ts';
import { writeMjpeg, type Shot } from '../camera/mjpeg.ts';
import { isPicture, readPicture } from '../camera/picture.ts';
import { videoToMjpeg } from '../camera/video.ts';
import { Advice, speaker } from '../console.ts';

const say = speaker('camera');
const HELD_MS = 2500;
const PICTURE_MS = 1000;

const badgesSchema = z.array(z.object({ name: z.string(), text: z.string(), expected: z.string() }));

export interface CameraChoice {
  /** As given on the command line. */
  readonly asked: string | undefined;
  readonly centralUrl: string;
  /** Where a made film goes. */
  readonly film: string;
}

/** The flags that give Chromium the camera which was asked for; none for the PC's own. */
export async function cameraFlags({ asked, centralUrl, film }: CameraChoice): Promise<readonly string[]> {
  const camera = asked ?? (hasCamera() ? 'own' : 'demo');
  if (camera === 'own' || camera === 'none') {
    say(camera === 'own' ? "the PC's own" : 'none');
    return [];
  }
  await makeFilm(camera, centralUrl, film);
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
}

const hasCamera = (): boolean =>
  process.platform !== 'linux' || readdirSync('/dev').some((device) => device.startsWith('video'));

async function makeFilm(camera: string, centralUrl: string, film: string): Promise<void> {
  if (camera === 'demo') return filmDemoBadges(centralUrl, film);
  const file = path.resolve(camera);
  if (!existsSync(file))
    throw new Advice(`There is no file ${file}. Give --camera a picture, a video, "demo" or "none".`);
  if (isPicture(file)) writeMjpeg(film, [{ frame: readPicture(file), heldMs: PICTURE_MS }]);
  else await videoToMjpeg(file, film);
  say(`${file} instead of a camera`);
}

/** Each badge is held up for a moment, with nobody there in between; then from the start again. */
async function filmDemoBadges(centralUrl: string, film: string): Promise<void> {
  const answer = await fetch(new URL('/demo/badges.json', centralUrl));
  if (!answer.ok) throw new Error(`central answered ${answer.status} for its demo badges`);
  const badges = badgesSchema.parse(await answer.json());
  const nobody: Shot = { frame: emptyScene(), heldMs: HELD_MS };
  writeMjpeg(
    film,
    badges.flatMap(({ text }) => [nobody, { frame: frameWithBadge(text), heldMs: HELD_MS }]),
  );
  const seconds = (badges.length * 2 * HELD_MS) / 1000;
  say(`a film of ${badges.length} demo badges instead of a camera, ${seconds} s, then again:`);
  for (const { name, expected } of badges) say(`  ${name}: ${expected}`);
}
