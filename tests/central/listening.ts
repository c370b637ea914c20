import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { RunningCentral } from './running-central.ts';

/** An answer whose body comes bit by bit. */
export async function raw(
  { url }: Pick<RunningCentral, 'url'>,
  path: string,
  headers: Record<string, string>,
): Promise<IncomingMessage> {
  const [answer] = (await once(get(url + path, { headers }), 'response')) as [IncomingMessage];
  return answer;
}

/** What is read of a stream, up to what is waited for. */
export function reader(stream: IncomingMessage) {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const ended = once(stream, 'end');
  return {
    /** Waits for the pattern and takes everything up to it away. */
    async until(pattern: RegExp): Promise<RegExpExecArray> {
      for (;;) {
        const found = pattern.exec(text);
        if (found) {
          text = text.slice(found.index + found[0].length);
          return found;
        }
        await once(stream, 'data');
      }
    },
    /** What came and was not waited for. */
    left: () => text,
    end: () => ended,
  };
}
