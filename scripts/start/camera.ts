import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { emptyScene, frameWithBadge } from '../camera/frame.ts';
import { writeMjpeg, type Shot } from '../camera/mjpeg.ts';
import { isPicture, readPicture } from '../camera/picture.ts';
import { videoToMjpeg } from '../camera/video.ts';
import { Advice, speaker } from '../console.ts';

const say = speaker('camera');
const BADGE_MS = 2500;
const NOBODY_MS = 1500;
const PICTURE_MS = 1000;
/** Large enough for the longest badge, and the whole film stays near 100 MB. */
const PICTURE = { width: 960, height: 540 };
const BADGE_SIZE = 440;

/** `expected` is 'welcome' or the code of the refusal. */
const badgeSchema = z.object({ name: z.string(), text: z.string(), expected: z.string() });
export type DemoBadge = z.infer<typeof badgeSchema>;

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
    say(camera === 'own' ? "the PC's own" : 'none: use a scanner');
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
  const badges = programme(z.array(badgeSchema).parse(await answer.json()));
  const nobody: Shot = { frame: emptyScene(PICTURE), heldMs: NOBODY_MS };
  const heldUp = (text: string): Shot => ({
    frame: frameWithBadge(text, { size: BADGE_SIZE, picture: PICTURE }),
    heldMs: BADGE_MS,
  });
  writeMjpeg(
    film,
    badges.flatMap(({ text }) => [nobody, heldUp(text)]),
  );
  const seconds = (badges.length * (NOBODY_MS + BADGE_MS)) / 1000;
  say(`no camera here: a film of ${badges.length} demo badges instead, ${seconds} s long, then again`);
}

/** Everybody who is welcome and every reason for a refusal once, in turns. */
export function programme(badges: readonly DemoBadge[]): DemoBadge[] {
  const welcome = badges.filter(({ expected }) => expected === 'welcome');
  const refusals = new Map(badges.filter((badge) => !welcome.includes(badge)).map((badge) => [badge.expected, badge]));
  const refused = [...refusals.values()];
  return Array.from({ length: Math.max(welcome.length, refused.length) }).flatMap((_, turn) =>
    [welcome[turn], refused[turn]].filter((badge) => badge !== undefined),
  );
}
