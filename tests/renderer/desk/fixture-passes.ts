/** Temporary passes at the made-up gate: one that is good, and whatever the window issues. */
import type { Ask, CallName } from '../../../preload/contract.ts';
import type { PassView, passCalls } from '../../../preload/pass-views.ts';

type PassCall = keyof typeof passCalls & CallName<'desk'>;
export type PassAnswers = { readonly [N in PassCall]: (ask: Ask<'desk', N>) => unknown };

const HOUR = 3_600_000;
const FIELDS = [
  { id: 'company', label: 'Company', required: false },
  { id: 'host', label: 'Visiting', required: true },
  { id: 'plate', label: 'Vehicle plate', required: false },
];

export function passAnswers(nowMs: number, changed: () => void): PassAnswers {
  let passes: PassView[] = [
    {
      passId: 'pass-1',
      workerId: 'w-40',
      name: 'Vera Lindt',
      text: 'GH2:MFRGGZDFMZTWQ2LKNNWG23TPOA',
      fields: [{ label: 'Visiting', value: 'Ann Berg' }],
      validFromMs: nowMs - HOUR,
      validUntilMs: nowMs + 11 * HOUR,
      state: 'good',
      isInside: true,
      printedAtMs: nowMs - HOUR,
    },
  ];
  const become = (passId: string, more: Partial<PassView>): void => {
    passes = passes.map((pass) => (pass.passId === passId ? { ...pass, ...more } : pass));
    changed();
  };
  return {
    getPassForm: () => ({ fields: FIELDS, hours: 12 }),
    getPasses: () => passes,
    issuePass({ person, values }) {
      const name = 'workerId' in person ? person.workerId : `${person.firstName} ${person.lastName}`;
      const fields = values.flatMap(({ id, value }) =>
        value.trim() === '' ? [] : [{ label: FIELDS.find((field) => field.id === id)?.label ?? id, value }],
      );
      const pass: PassView = {
        passId: `pass-${passes.length + 1}`,
        workerId: `w-${40 + passes.length}`,
        name,
        text: 'GH2:ONSWG4TFOQQGG33EMUQGM33SEE',
        fields,
        validFromMs: nowMs,
        validUntilMs: nowMs + 12 * HOUR,
        state: 'good',
        isInside: false,
      };
      passes = [pass, ...passes];
      changed();
      return { pass };
    },
    endPass({ passId }) {
      become(passId, { state: 'ended' });
      return { fault: null };
    },
    printPass({ passId, again }) {
      const pass = passes.find((each) => each.passId === passId);
      if (pass?.printedAtMs !== undefined && !again) return { fault: 'printed_before' };
      become(passId, { printedAtMs: nowMs });
      return { fault: null };
    },
  };
}
