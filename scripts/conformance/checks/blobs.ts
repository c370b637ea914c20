import { randomBytes } from 'node:crypto';
import { mustRefuse, type Body } from '../ask.ts';
import { must, type Check } from '../check.ts';
import { sha256 } from '../device.ts';
import type { Trial } from '../trial.ts';

const clause = 'Files';
const MOST_BYTES = 25 * 1024 * 1024;
const pathOf = (name: string): string => `/v1/blobs/${name}`;
const octets = { 'content-type': 'application/octet-stream' };
const put = (trial: Trial, name: string, body: Body) =>
  trial.askAsDevice(pathOf(name), { method: 'PUT', body, headers: octets });

export const blobChecks: readonly Check[] = [
  {
    id: 'blob',
    clause,
    says: 'A file that was put under its hash comes back byte for byte.',
    async run(trial) {
      const { name, bytes } = await kept(trial);
      const answer = await trial.askAsDevice(pathOf(name));
      must(answer.status === 200, `answered ${answer.status}`);
      must(Buffer.compare(answer.bytes, bytes) === 0, 'other bytes came back');
    },
  },
  {
    id: 'blob_again',
    clause,
    says: 'Putting the same file again does no harm.',
    async run(trial) {
      const { name, bytes } = await kept(trial);
      const answer = await put(trial, name, bytes);
      must(answer.status >= 200 && answer.status < 300, `answered ${answer.status}`);
    },
  },
  {
    id: 'blob_range',
    clause,
    says: 'A part of a file is answered 206 with its place.',
    async run(trial) {
      const { name, bytes } = await kept(trial);
      const answer = await trial.askAsDevice(pathOf(name), { headers: { range: 'bytes=100-199' } });
      must(answer.status === 206, `answered ${answer.status}`);
      const place = answer.headers.get('content-range');
      must(place === `bytes 100-199/${bytes.length}`, `content-range is ${place ?? 'missing'}`);
      must(Buffer.compare(answer.bytes, bytes.subarray(100, 200)) === 0, 'other bytes came back');
    },
  },
  {
    id: 'blob_slices',
    clause,
    says: 'A file that comes up in slices is gone on with where it stands, and is there once it is whole.',
    async run(trial) {
      const bytes = new Uint8Array(randomBytes(3000));
      const name = sha256(bytes);
      const slice = (from: number, to: number) =>
        trial.askAsDevice(pathOf(name), {
          method: 'PUT',
          body: bytes.slice(from, to),
          headers: { ...octets, 'content-range': `bytes ${from}-${to - 1}/${bytes.length}` },
        });
      const first = await slice(0, 1000);
      must(first.status === 202, `the first slice was answered ${first.status}`);
      const stands = await trial.askAsDevice(pathOf(name), { method: 'HEAD' });
      const offset = stands.headers.get('upload-offset');
      must(stands.status === 404 && offset === '1000', `HEAD answered ${stands.status}, upload-offset ${offset}`);
      const last = await slice(1000, bytes.length);
      must(last.status === 201, `the last slice was answered ${last.status}`);
      const answer = await trial.askAsDevice(pathOf(name));
      must(answer.status === 200, `then it was answered ${answer.status}`);
    },
  },
  {
    id: 'blob_hash',
    clause,
    says: 'A file whose content does not have the hash in its name is refused and not kept.',
    async run(trial) {
      const name = sha256(randomBytes(64));
      const answer = await put(trial, name, 'something else');
      must(answer.status >= 400 && answer.status < 500, `answered ${answer.status}`);
      mustRefuse(await trial.askAsDevice(pathOf(name)), 404);
    },
  },
  {
    id: 'blob_size',
    clause,
    says: 'A file of more than 25 MiB is answered 413.',
    async run(trial) {
      const large = Buffer.alloc(MOST_BYTES + 1);
      mustRefuse(await put(trial, sha256(large), new Blob([large]).stream()), 413);
    },
  },
];

async function kept(trial: Trial) {
  const bytes = new Uint8Array(randomBytes(5000));
  const name = sha256(bytes);
  const answer = await put(trial, name, bytes);
  must(answer.status >= 200 && answer.status < 300, `putting it was answered ${answer.status}`);
  return { name, bytes };
}
