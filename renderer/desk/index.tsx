import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/noto-sans-arabic/index.css';
import './styles/mantine.css';
import '../shared/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/tabs.css';
import './styles/list.css';
import './styles/toolbar.css';
import './styles/gate.css';
import './styles/card.css';
import './styles/person.css';
import './styles/acts.css';
import './styles/settings.css';
import './styles/peers.css';
import './styles/kept.css';
import './styles/parts.css';
import './styles/doors.css';
import './styles/tray.css';
import './styles/checkout.css';
import './styles/dashboard.css';
import './styles/portal.css';
import './styles/notices.css';
import './styles/muster.css';
import './styles/messages.css';
import './styles/passes.css';
import './styles/handover.css';
import './styles/bookings.css';
import './styles/devices.css';
import './styles/session.css';
import './styles/equipment.css';
import './styles/wizard.css';
import './styles/check.css';
import './styles/connection.css';
import './styles/support.css';
import './styles/export.css';
import './styles/workers.css';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { DeskBridge } from '../../preload/contract.ts';
import { App } from './app.tsx';
import { makeStatusStore } from './data/status-store.ts';
import { cssVariablesResolver, theme } from './theme.ts';

const root = document.getElementById('desk');
if (!root) throw new Error('desk.html has no place for the desk');
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
// Each window's preload script puts that window's own bridge here.
const { gatehouse: bridge } = window as unknown as { readonly gatehouse: DeskBridge };

createRoot(root).render(
  <StrictMode>
    <DirectionProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <Notifications position="bottom-left" autoClose={4000} />
        <App bridge={bridge} store={makeStatusStore(bridge, () => performance.now())} />
      </MantineProvider>
    </DirectionProvider>
  </StrictMode>,
);
