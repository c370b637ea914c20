import { run } from '../commands.ts';
import { Advice } from '../console.ts';
import { ensurePrograms } from '../provision/programs.ts';
import { FRAMES_PER_SECOND } from './mjpeg.ts';

/**
 * Turns a video file into an MJPEG that Chromium takes for a camera, with ffmpeg.
 * @throws Advice when ffmpeg can't read it.
 */
export async function videoToMjpeg(video: string, mjpeg: string): Promise<void> {
  await ensurePrograms('ffmpeg');
  const shape = `scale='min(1280,iw)':-2,fps=${FRAMES_PER_SECOND}`;
  try {
    await run('ffmpeg', [
      '-loglevel',
      'error',
      '-y',
      '-i',
      video,
      '-an',
      '-vf',
      shape,
      '-q:v',
      '4',
      '-f',
      'mjpeg',
      mjpeg,
    ]);
  } catch (fault) {
    throw new Advice(
      `${video} can't be read as a video. Give a picture (.png, .jpg) or a file that ffmpeg understands.\n${String(fault)}`,
    );
  }
}
