import { spawn } from 'node:child_process';

/** Ends the server of this folder and removes it once its own input ends, which it does however the process that started it went. */
const AFTER_THE_PARENT = `
read -r _
pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null) && kill -QUIT "$pid" 2>/dev/null
while [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
rm -rf "$1"
`;

/** A run that is killed leaves no server behind. Returns what ends the watch, for whoever stops the server himself. */
export function stopWithParent(folder: string): () => void {
  // In a group of its own: what kills the run's group does not reach it.
  const watch = spawn('sh', ['-c', AFTER_THE_PARENT, 'sh', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return () => void watch.kill('SIGKILL');
}
