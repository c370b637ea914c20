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
        getDeviceSettings: true,
        listPlugged: true,
        saveDeviceSettings: true,
        undoDeviceSettings: true,
        testDoor: true,
        tryScanners: true,
        signalScanner: true,
        setDoorMode: true,
        openDoorOnce: true,
        startSelfCheck: true,
        stopSelfCheck: true,
        getSelfCheck: true,
        printPage: true,
        getTray: true,
        clearTray: true,
      },
      news: { status: true, listsChanged: true, testReading: true, selfCheck: true },
    },
    ipcRenderer,
  ),
);
