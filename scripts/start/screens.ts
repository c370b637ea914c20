import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Child } from './children.ts';

const EVERY_MS = 5000;

const pagesSchema = z.array(z.object({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string() }));
const pictureSchema = z.object({ result: z.object({ data: z.base64() }) });

/**
 * Keeps a picture of every window of the app in `folder`, for who has no screen to look at: kiosk.png, desk.png, renewed every few
 * seconds. Speaks Chromium's debugging protocol, to the port that the app tells when it starts. Returns what stops it.
 */
export function keepPictures(app: Child, folder: string): () => void {
  let timer: NodeJS.Timeout | undefined;
  app.onLine((line) => {
    const port = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line)?.[1];
    if (port === undefined) return;
    timer = setInterval(() => void takePictures(Number(port), folder), EVERY_MS);
  });
  return () => clearInterval(timer);
}

/** A window that goes away while its picture is taken is met again, or not, the next time. */
async function takePictures(port: number, folder: string): Promise<void> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`, { signal: AbortSignal.timeout(EVERY_MS) });
    const pages = pagesSchema.parse(await answer.json()).filter(({ type }) => type === 'page');
    for (const { url, webSocketDebuggerUrl } of pages) {
      const name = path.basename(new URL(url).pathname, '.html');
      await writeFile(path.join(folder, `${name}.png`), await takePicture(webSocketDebuggerUrl));
    }
  } catch {
    return;
  }
}

function takePicture(socketUrl: string): Promise<Buffer> {
  const socket = new WebSocket(socketUrl);
  return new Promise<Buffer>((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error('the window went away')));
    socket.addEventListener('open', () => socket.send(JSON.stringify({ id: 1, method: 'Page.captureScreenshot' })));
    socket.addEventListener('message', ({ data }) => {
      const answer = pictureSchema.safeParse(JSON.parse(String(data)));
      if (answer.success) resolve(Buffer.from(answer.data.result.data, 'base64'));
      else reject(new Error('no picture'));
    });
  }).finally(() => socket.close());
}
