/** npm run dist [-- --for-testing]: the packaged app as a folder in release/. */
import { build, Platform } from 'electron-builder';
import { parseArgs } from 'node:util';
import { buildApp } from './build/build-app.ts';
import { Advice, runScript, speaker } from './console.ts';
import { findElectron } from './runtime/find-electron.ts';
import { wantedVersion } from './runtime/own-download.ts';

const say = speaker('dist');
const { values: options } = parseArgs({ options: { 'for-testing': { type: 'boolean', default: false } } });

/** Beside the fuses in electron-builder.yml: the older runtime has none for this. */
const FUSES_OF_CURRENT = { grantFileProtocolExtraPrivileges: false };

await runScript(async () => {
  const electron = await findElectron();
  if (!electron.releasable && !options['for-testing']) {
    throw new Advice(
      `Gatehouse ships on Electron ${wantedVersion()}, and only ${electron.version} is here: too old to be given to anybody.\n` +
        `Run this where Electron can be downloaded, or try the packaging itself with: npm run dist -- --for-testing`,
    );
  }
  await buildApp();
  await build({
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: {
      electronDist: electron.dist,
      electronVersion: electron.version,
      ...(electron.releasable ? { electronFuses: FUSES_OF_CURRENT } : {}),
    },
  });
  say(
    `release/ holds the app on Electron ${electron.version}${electron.releasable ? '' : ': for testing only, give it to nobody'}`,
  );
});
