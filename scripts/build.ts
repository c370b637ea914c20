/** npm run build [-- <words>]: builds everything, or only the bundles whose name has one of the words (main, native, preload, renderer). */
import { buildApp, bundlesNamed } from './build/build-app.ts';
import { runScript } from './console.ts';

await runScript(() => buildApp(bundlesNamed(process.argv.slice(2))));
