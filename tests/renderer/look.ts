/**
 * `npm run look [-- kiosk|desk|app]`: photographs every state of both windows, as built for the app, in every size, theme and
 * language, and every page of the real program (`app`), into `test-results/look`. Somebody then looks at them: what is ugly, cut off or hard to read shows in no
 * other test.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../scripts/paths.ts';
import { photographApp } from '../e2e/look/look-app.ts';
import { photographDesk } from './desk/look-desk.ts';
import { type StateName, STATES } from './fixtures-desk.ts';
import { photographKiosk } from './look/kiosk.ts';

const RESULTS = path.join(ROOT, 'test-results/look');

const [only] = process.argv.slice(2);
await mkdir(RESULTS, { recursive: true });
const isAsked = (what: string): boolean => only === undefined || only === what;
const complaints = isAsked('kiosk') ? await photographKiosk(RESULTS) : [];
if (isAsked('desk')) await photographDesk(RESULTS, Object.keys(STATES) as StateName[]);
if (isAsked('app')) await photographApp(path.join(RESULTS, 'app'));
for (const complaint of complaints) console.error(complaint);
console.log(`The pictures are in ${path.relative(process.cwd(), RESULTS)}.`);
process.exitCode = complaints.length > 0 ? 1 : 0;
