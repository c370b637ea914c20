import type { Right } from '../../core/site/rights.ts';
import type { CallName } from '../../preload/contract.ts';

/**
 * What each call of the desk needs; null: open to all, signed in or not. A guard who has not signed in still sees the
 * gate, its feed and its lists; whatever acts needs somebody to answer for it.
 */
export const RIGHT_OF_CALL: Readonly<Record<CallName<'desk'>, Right | null>> = {
  getStatus: null,
  getList: null,
  getPerson: null,
  expectPerson: 'gate.work',
  setVolume: 'gate.work',
  chooseLanguage: null,
  syncNow: null,
  printPage: null,

  listAccounts: null,
  signInWithPin: null,
  signInWithPassword: null,
  vouch: null,
  signOut: null,
  touchDesk: null,

  enrol: 'devices.setup',
  chooseCamera: 'settings.edit',
  tuneCamera: 'settings.edit',
  getDeviceSettings: null,
  listPlugged: null,
  saveDeviceSettings: 'devices.setup',
  undoDeviceSettings: 'devices.setup',
  testDoor: 'devices.setup',
  tryScanners: 'devices.setup',
  learnScanner: 'devices.setup',
  forgetScanner: 'devices.setup',
  signalScanner: 'devices.setup',

  setDoorMode: 'door.mode',
  openDoorOnce: 'door.open',
  startSelfCheck: 'gate.work',
  stopSelfCheck: 'gate.work',
  getSelfCheck: null,

  getListChoices: null,
  findPeople: null,
  exportList: 'workers.see',

  listCrews: null,
  listEvents: null,
  getEvent: null,
  openFile: 'workers.see',

  getTray: null,
  clearTray: 'gate.work',
  getNotices: null,
  dismissNotice: 'gate.work',

  grantAccess: 'gate.work',
  checkOut: 'checkout.manual',
  setBreak: 'gate.work',
  listForCheckout: null,
  checkOutMany: 'checkout.manual',
  getCheckOutBatch: null,
  stopCheckOut: 'checkout.manual',
  undoCheckOut: 'checkout.manual',
  getPersonActs: null,
  getProspect: null,
  overrideRefusal: 'override.give',
  undoAct: 'gate.work',
  getHolds: null,
  confirmHold: 'gate.work',
  declineHold: 'gate.work',
  sendMessage: 'gate.work',
  getMessages: null,
  getPassForm: null,
  issuePass: 'gate.work',
  getPasses: null,
  endPass: 'gate.work',
  printPass: 'gate.work',

  getMuster: null,
  startMuster: 'muster.run',
  markMuster: 'muster.run',
  paperMuster: 'muster.run',
  endMuster: 'muster.run',
  getHandOver: null,
  handOver: 'gate.work',
};
