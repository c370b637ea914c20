import { rmSync } from 'node:fs';
import path from 'node:path';
import { shouldForgetPeople } from '../../core/sync/revoked.ts';
import type { Cache } from '../cache/cache.ts';
import type { Sqlite } from '../sqlite.ts';

export interface WithdrawalParts {
  readonly home: string;
  readonly db: Sqlite;
  readonly deviceId: string;
  readonly cache: Pick<Cache, 'forgetPeople'>;
  /** The gate is out of service from now on. Said again at each start. */
  readonly onRevoked: () => void;
  readonly onForgotten: () => void;
}

/** What central's "this device is revoked" leaves behind here: known over a restart, for there may be no line then. */
export interface Withdrawal {
  readonly isRevoked: () => boolean;
  readonly isForgotten: () => boolean;
  /** What the line to central is like now. */
  readonly look: (line: { readonly isRevoked: boolean; readonly waiting: number }) => void;
  /** An administrator wants people's data gone now. False: this gate was not withdrawn. */
  readonly confirm: () => boolean;
}

export function createWithdrawal({ db, deviceId, ...parts }: WithdrawalParts): Withdrawal {
  const read = db.prepare<[string], string>('select value from meta where key = ?').pluck();
  const write = db.prepare('insert into meta values (?, ?) on conflict do update set value = excluded.value');
  let isRevoked = read.get('revoked') === deviceId;
  let isForgotten = read.get('people_forgotten') === deviceId;
  let waiting: number | undefined;

  const forgetIf = (isConfirmed: boolean): void => {
    if (!shouldForgetPeople({ isRevoked, waiting, isConfirmed, isForgotten })) return;
    parts.cache.forgetPeople();
    rmSync(path.join(parts.home, 'blobs'), { recursive: true, force: true });
    write.run('people_forgotten', deviceId);
    isForgotten = true;
    parts.onForgotten();
  };
  if (isRevoked) parts.onRevoked();

  return {
    isRevoked: () => isRevoked,
    isForgotten: () => isForgotten,
    look(line) {
      waiting = line.waiting;
      if (line.isRevoked && !isRevoked) {
        write.run('revoked', deviceId);
        isRevoked = true;
        parts.onRevoked();
      }
      forgetIf(false);
    },
    confirm() {
      forgetIf(true);
      return isRevoked;
    },
  };
}
