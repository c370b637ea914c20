import type { FaultCode } from '../core/codes.ts';
import { detailOf } from '../core/event/detail.ts';
import type { Fact } from '../core/event/event.ts';

/** A fault that holds now. Times are Unix milliseconds. */
export interface OpenFault {
  readonly code: FaultCode;
  readonly part: string;
  readonly sinceMs: number;
  readonly detail?: string;
}

export interface FaultBoard {
  readonly open: () => readonly OpenFault[];
  /** Something is wrong with `part`; the same thing again changes nothing. */
  readonly raise: (code: FaultCode, part: string, detail?: string) => void;
  /** All is well with `part` again (or only that one code is gone). */
  readonly clear: (part: string, code?: FaultCode) => void;
}

export interface FaultBoardParts {
  readonly nowMs: () => number;
  /** Faults and recoveries are facts. Those about the journal itself can't be written; they are shown all the same. */
  readonly record: (fact: Fact) => void;
  readonly changed: () => void;
}

/** Connection troubles are a state of every day, not faults on record: offline is shown, not written down each time. */
const NOT_RECORDED: readonly FaultCode[] = ['central_unreachable', 'not_enrolled'];

export function createFaultBoard({ nowMs, record, changed }: FaultBoardParts): FaultBoard {
  const faults = new Map<string, OpenFault>();
  const key = (code: FaultCode, part: string): string => `${part} ${code}`;
  const write = (type: 'device.fault' | 'device.recovered', fault: OpenFault): void => {
    if (NOT_RECORDED.includes(fault.code)) return;
    const { code, part, detail } = fault;
    const actor = { kind: 'system' as const };
    if (type === 'device.recovered') record({ type, actor, data: { code, part } });
    else record({ type, actor, data: { code, part, ...(detail === undefined ? {} : { detail: detailOf(detail) }) } });
  };
  return {
    open: () => [...faults.values()],
    raise(code, part, detail) {
      if (faults.has(key(code, part))) return;
      const fault = { code, part, sinceMs: nowMs(), ...(detail === undefined ? {} : { detail }) };
      faults.set(key(code, part), fault);
      write('device.fault', fault);
      changed();
    },
    clear(part, code) {
      for (const [name, fault] of faults) {
        if (fault.part !== part || (code !== undefined && fault.code !== code)) continue;
        faults.delete(name);
        write('device.recovered', fault);
        changed();
      }
    },
  };
}
