import { contextBridge, ipcRenderer } from 'electron';
import { makeBridge } from './expose.ts';

contextBridge.exposeInMainWorld(
  'gatehouse',
  makeBridge(
    'desk',
    {
      calls: {
        getStatus: true,
        getList: true,
        getPerson: true,
        expectPerson: true,
        enrol: true,
        chooseCamera: true,
        setVolume: true,
        chooseLanguage: true,
        syncNow: true,
      },
      news: { status: true, listsChanged: true },
    },
    ipcRenderer,
  ),
);
