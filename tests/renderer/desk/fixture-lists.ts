/** What the made-up gate answers about its lists, besides their pages. */
import type { Ask } from '../../../preload/contract.ts';
import type { FoundPeople, ListLooks } from '../../../preload/list-views.ts';

const STRANGERS: FoundPeople['rows'] = [
  { workerId: 'w-70', name: 'Kestrel Adeyemi', contractorName: 'Kestrel Lifts', where: 'inside' },
  { workerId: 'w-71', name: 'Bram Kestreloo', where: 'known' },
];

export const listAnswers = (looks: ListLooks = {}) => ({
  getListLooks: () => looks,
  keepListLook: (_: Ask<'desk', 'keepListLook'>) => undefined,
  getListChoices: () => ({
    contractors: [{ id: 'c-kestrel', name: 'Kestrel Lifts' }],
    clients: [{ id: 'cl-albion', name: 'Albion Logistics' }],
  }),
  findPeople({ query }: Ask<'desk', 'findPeople'>): FoundPeople {
    const rows = STRANGERS.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()));
    return { rows, total: rows.length, more: false };
  },
  exportList: (_: Ask<'desk', 'exportList'>) => ({ came: 'saved' as const }),
  getExport: () => null,
  stopExport: () => undefined,
});
