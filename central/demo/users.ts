/** The demo's accounts, all made up. What they sign in with is in the README: these are the hashes of it, made once. */
import type { EntityOf } from '../../core/site/entities.ts';
import { demoId } from './id.ts';

type User = EntityOf<'user'>;
interface Places {
  readonly riverside: string;
  readonly eastfield: string;
  /** The client whose contact one of them is. */
  readonly harbourline: string;
}

const argon2id = (saltAndHash: string): string => `$argon2id$v=19$m=19456,t=2,p=1$${saltAndHash}`;
/** 1234 */
const PIN_OF_MOIRA = argon2id('FhbaZ2kpivm/BFnCi7AOFw$9VLWsqQylq5WLWHoLB69ifM4aFdX5EIgDwH/1jPI35s');
/** 5678 */
const PIN_OF_IDRIS = argon2id('cDoZjS7IqJfNoJSRukc7uA$ZFYv2HQ7lcYiq5k+CTmc1UBeNCD5J0abaGniixiCJQk');
/** 2468 */
const PIN_OF_PETRA = argon2id('LFgBdiSed1M5lcubXhvavg$vhQAmdZOMS6BSbtNYoaLvWsfGq8+/PKT6Z9uuNxVue0');
/** 9137 */
const PIN_OF_RUTH = argon2id('d6lccWdXgT5CwOrWyxGIdA$T7K8/A2ASCPTEbB6ctdJY5ic2B8tC2ta/eXYaOwEqZ8');
/** harbour-lights-7 */
const PASSWORD_OF_OLUWASEUN = argon2id('vO90y+Z2eynSdHnNE6vf6A$Ub8MMVazeFSDOyVe91l9pZn4etc9+taAeUYHN3/TPGg');

export function demoUsers({ riverside, eastfield, harbourline }: Places): readonly User[] {
  const user = (
    key: string,
    name: string,
    role: User['role'],
    locationIds: string[],
    more: Partial<User> = {},
  ): User => ({
    id: demoId(`user/${key}`),
    name,
    role,
    status: 'active',
    locationIds,
    ...more,
  });
  return [
    user('desk', 'Moira Tennant', 'gate_staff', [riverside], { pinHash: PIN_OF_MOIRA }),
    user('supervisor', 'Idris Vaughan', 'supervisor', [riverside, eastfield], { pinHash: PIN_OF_IDRIS }),
    user('depot', 'Petra Lindqvist', 'supervisor', [eastfield], { pinHash: PIN_OF_PETRA }),
    user('administrator', 'Ruth Osei', 'administrator', [riverside, eastfield], { pinHash: PIN_OF_RUTH }),
    user('contact', 'Oluwaseun Adeyemi', 'client_contact', [riverside], {
      clientId: harbourline,
      email: 'oluwaseun@harbourline.example',
      passwordHash: PASSWORD_OF_OLUWASEUN,
    }),
    user('invited', 'Beatriz Salgado', 'client_contact', [riverside], {
      clientId: harbourline,
      email: 'beatriz@harbourline.example',
      phone: '+44 7700 900172',
    }),
    user('left', 'Colin Marsh', 'supervisor', [riverside], { status: 'inactive', pinHash: PIN_OF_IDRIS }),
  ];
}
