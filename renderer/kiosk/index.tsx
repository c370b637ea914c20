import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/noto-sans-arabic/index.css';
import { createRoot } from 'react-dom/client';
import type { KioskBridge } from '../../preload/contract.ts';
import '../shared/tokens.css';
import { createI18n } from '../shared/i18n.ts';
import { createPlayer } from '../shared/sounds.ts';
import { App } from './app.tsx';
import './kiosk.css';
import { KIOSK_WORDS } from './words/words.ts';

const { gatehouse } = window as unknown as { readonly gatehouse: KioskBridge };
// Before anything is drawn: the decoder compiles while the camera starts.
const worker = new Worker(new URL('../camera/worker.ts', import.meta.url), { type: 'module' });
const root = document.getElementById('root');
if (!root) throw new Error('kiosk.html has an element "root"');

createRoot(root).render(
  <App bridge={gatehouse} words={createI18n(KIOSK_WORDS, 'en')} player={createPlayer()} worker={worker} />,
);
