import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a line between two gates may do wrong, and somebody who listens on it. */
export interface BadLine {
  readonly address: string;
  /** `gone`: it hangs up; `slow`: it never answers; `old`: nobody there speaks this; `ok`. */
  state: 'ok' | 'gone' | 'slow' | 'old';
  /** Changes what is asked, or what is answered; the text is JSON. */
  bend: (way: 'ask' | 'answer', text: string) => string;
  /** Everything that was asked, as it went over the line. */
  readonly asked: string[];
  /** Everything that went over it, both ways. */
  readonly all: string[];
}

export async function badLine(targetPort: () => number): Promise<BadLine> {
  const line: BadLine = { address: '', state: 'ok', bend: (_way, text) => text, asked: [], all: [] };
  const server = createServer((request, response) => {
    if (line.state === 'gone') return void request.socket.destroy();
    if (line.state === 'slow') return;
    if (line.state === 'old') return void response.writeHead(404).end();
    void forward(request).then(
      ({ status, text }) => response.writeHead(status).end(text),
      () => request.socket.destroy(),
    );
  });
  const forward = async (request: IncomingMessage): Promise<{ readonly status: number; readonly text: string }> => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    if (body) line.asked.push(body);
    const init = request.method === 'GET' ? {} : { method: 'POST', body: line.bend('ask', body) };
    const came = await fetch(`http://127.0.0.1:${targetPort()}${request.url}`, init);
    const text = line.bend('answer', await came.text());
    line.all.push(body, text);
    return { status: came.status, text };
  };
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(line, { address: `127.0.0.1:${(server.address() as AddressInfo).port}` });
}
