import { utilityProcess } from 'electron';
import type { HostProcess } from './device-host.ts';

/** The device host as Electron's utility process: its crash arrives here as an exit and goes no further. */
export function forkHost(file: string): HostProcess {
  const child = utilityProcess.fork(file, [], { serviceName: 'gatehouse-devices', stdio: 'ignore' });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}
