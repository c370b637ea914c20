import { contextBridge, ipcRenderer } from 'electron';
import { makeBridge } from './expose.ts';

contextBridge.exposeInMainWorld(
  'gatehouse',
  makeBridge(
    'kiosk',
    {
      calls: {
        getView: true,
        submitCode: true,
        reportCamera: true,
        acknowledge: true,
        chooseLanguage: true,
        leave: true,
      },
      news: { view: true, leaveAsked: true },
    },
    ipcRenderer,
  ),
);
