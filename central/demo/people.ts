/** Forty made-up people. `language` is what the kiosk speaks to them. */
import { demoId } from './id.ts';
import type { ContractorKey } from './site.ts';

export interface Person {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: 'en' | 'es' | 'fr' | 'pl' | 'ar';
  readonly contractor: ContractorKey;
}

const person = (
  key: string,
  firstName: string,
  lastName: string,
  language: Person['language'],
  contractor: ContractorKey,
): Person => ({
  key,
  firstName,
  lastName,
  language,
  contractor,
});

export const PEOPLE: readonly Person[] = [
  person('amara', 'Amara', 'Okonkwo', 'en', 'alder'),
  person('piotr', 'Piotr', 'Wiśniewski', 'pl', 'alder'),
  person('lucia', 'Lucía', 'Ferrándiz', 'es', 'brightwire'),
  person('youssef', 'يوسف', 'المنصوري', 'ar', 'copperleaf'),
  person('chloe', 'Chloé', 'Marchetti', 'fr', 'highstep'),
  person('gareth', 'Gareth', 'Llewellyn', 'en', 'sparrow'),
  person('agnieszka', 'Agnieszka', 'Zając', 'pl', 'brightwire'),
  person('mateo', 'Mateo', 'Quiroga', 'es', 'highstep'),
  person('linh', 'Linh', 'Nguyễn', 'en', 'alder'),
  person('tomasz', 'Tomasz', 'Grabowski', 'pl', 'copperleaf'),
  person('fatima', 'فاطمة', 'الزهراني', 'ar', 'brightwire'),
  person('rajesh', 'Rajesh', 'Venkataraman', 'en', 'sparrow'),
  person('benoit', 'Benoît', 'Lacroix', 'fr', 'alder'),
  person('siobhan', 'Siobhán', 'Ní Fhloinn', 'en', 'highstep'),
  person('carlos', 'Carlos', 'Ibáñez Soto', 'es', 'copperleaf'),
  person('zofia', 'Zofia', 'Kamińska', 'pl', 'sparrow'),
  person('dimitar', 'Dimitar', 'Petkov', 'en', 'alder'),
  person('ines', 'Inés', 'Calderón', 'es', 'brightwire'),
  person('omar', 'عمر', 'حداد', 'ar', 'highstep'),
  person('marius', 'Marius', 'Ionescu', 'en', 'copperleaf'),
  person('oksana', 'Oksana', 'Hrytsenko', 'en', 'sparrow'),
  person('thierry', 'Thierry', 'Nguema', 'fr', 'highstep'),
  person('krzysztof', 'Krzysztof', 'Dąbrowski', 'pl', 'alder'),
  person('noor', 'نور', 'الخطيب', 'ar', 'brightwire'),
  person('hiroshi', 'Hiroshi', 'Takeda', 'en', 'copperleaf'),
  person('valentina', 'Valentina', 'Rojas', 'es', 'sparrow'),
  person('eilidh', 'Eilidh', 'MacAskill', 'en', 'alder'),
  person('bartosz', 'Bartosz', 'Ślusarczyk', 'pl', 'highstep'),
  person('camille', 'Camille', 'Aubert', 'fr', 'brightwire'),
  person('kwame', 'Kwame', 'Boateng', 'en', 'copperleaf'),
  person('goran', 'Goran', 'Živković', 'en', 'sparrow'),
  person('marisol', 'Marisol', 'Peña', 'es', 'alder'),
  person('hassan', 'حسن', 'بن علي', 'ar', 'copperleaf'),
  person('ewa', 'Ewa', 'Lewandowska', 'pl', 'brightwire'),
  person('declan', 'Declan', 'O’Rourke', 'en', 'highstep'),
  person('yasmine', 'Yasmine', 'Belkacem', 'fr', 'sparrow'),
  person('anders', 'Anders', 'Østergård', 'en', 'alder'),
  person('xiaoming', 'Xiaoming', 'Zhao', 'en', 'brightwire'),
  person('joao', 'João', 'Figueira', 'es', 'highstep'),
  person('elif', 'Elif', 'Yıldırım', 'en', 'copperleaf'),
];

export const workerIdOf = (key: string): string => demoId(`worker/${key}`);
