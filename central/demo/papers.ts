/** What the demo's people bring with them. Days are counted from seeding; whoever is not named has a photo and nothing more. */

export interface PapersRow {
  readonly skills?: readonly string[];
  readonly qualifications?: readonly {
    readonly name: string;
    readonly endsInDays?: number;
    /** Its paper can be opened. */
    readonly certificate?: true;
  }[];
  readonly vehicles?: readonly { readonly plate: string; readonly kind?: string; readonly permit?: string }[];
  readonly note?: string;
}

const FIRST_AID = { name: 'First aid at work', endsInDays: 420, certificate: true } as const;
const CROWD = { name: 'Crowd safety', endsInDays: 300, certificate: true } as const;
const STEWARD = { skills: ['Stewarding'], qualifications: [CROWD, FIRST_AID] } as const;

export const PAPERS: Readonly<Record<string, PapersRow>> = {
  amara: {
    skills: ['Dry lining', 'Site supervision'],
    qualifications: [
      { name: 'Working at height', endsInDays: 9, certificate: true },
      FIRST_AID,
      { name: 'Abrasive wheels', endsInDays: -20 },
    ],
    vehicles: [{ plate: 'LN24 KXD', kind: 'Van', permit: 'Yard B' }],
    note: 'Collects the keys of floor 14 from the gatehouse.',
  },
  piotr: { skills: ['Joinery'], qualifications: [{ name: 'Working at height', endsInDays: 200, certificate: true }] },
  lucia: {
    skills: ['Cable pulling', 'Testing'],
    qualifications: [{ name: 'High voltage, authorised person', endsInDays: 150, certificate: true }],
    vehicles: [{ plate: 'YK19 RPZ', kind: 'Car' }],
  },
  youssef: { skills: ['Pipework'], qualifications: [{ name: 'Hot works', endsInDays: 60, certificate: true }] },
  kwame: { ...STEWARD, vehicles: [{ plate: 'EA71 TWN', kind: 'Van', permit: 'Event yard' }] },
  goran: STEWARD,
  marisol: { skills: ['Stewarding', 'Catering'], qualifications: [{ ...CROWD, endsInDays: -3 }, FIRST_AID] },
  declan: { skills: ['Rigging'], qualifications: [FIRST_AID, { name: 'Rigging, level 3', endsInDays: 90 }] },
  yasmine: { skills: ['Stewarding'], qualifications: [CROWD] },
  anders: STEWARD,
};
