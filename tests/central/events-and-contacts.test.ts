import { describe, expect, test } from 'vitest';
import { demoId } from '../../central/demo/id.ts';
import { HARBOURLINE, NORTHLIGHT, RIVERSIDE } from '../../central/demo/site.ts';
import type { User } from '../../core/site/entities.ts';
import type { Booking } from '../../core/site/portal.ts';
import { verifySecret } from '../../main/session/verify-secret.ts';
import { letterBox, type Letter } from './letter-box.ts';
import { enrolled, someUuid, startCentral, type RunningCentral, type TestDevice } from './running-central.ts';

const OFFICE = 'office@riverside.example';
const by = (key: string) => ({ actor: { kind: 'user' as const, userId: demoId(`user/${key}`) } });
const booking = (but: Partial<Booking> = {}): Booking => ({
  id: someUuid(),
  clientId: HARBOURLINE,
  locationId: RIVERSIDE,
  name: 'Rooftop concert',
  startsAt: '2026-07-12T17:00:00.000Z',
  endsAt: '2026-07-12T22:30:00.000Z',
  status: 'to_be_confirmed',
  staffNumbers: 8,
  skills: [{ skill: 'Stewarding', count: 6 }],
  resources: ['Radios'],
  requiredQualifications: ['Crowd safety'],
  ...but,
});

interface Scene {
  readonly running: RunningCentral;
  readonly device: TestDevice;
  readonly mails: () => Promise<Letter[]>;
}
async function scene(adminAddresses: readonly string[] = [OFFICE]): Promise<Scene> {
  const running = await startCentral({ mail: { adminAddresses, publicUrl: 'https://central.example' } });
  const device = await enrolled(running);
  return { running, device, mails: await letterBox(running) };
}
const told = async (device: TestDevice, entity: string, id: string) =>
  (await device.copy()).cache.get(`${entity} ${id}`)?.data;

describe('E3, E4: a client’s contact books an event', () => {
  test('it comes down to the gates, and the admin group is mailed with nothing to re-type', async () => {
    const { device, mails } = await scene();
    const wanted = booking();
    const [result] = await device.push(device.event('booking.created', { booking: wanted }, by('contact')));
    expect(result).toMatchObject({ status: 'accepted' });
    expect(await told(device, 'booking', wanted.id)).toMatchObject({ name: 'Rooftop concert' });
    const [mail, ...more] = await mails();
    expect([mail?.to, mail?.subject, more]).toEqual([OFFICE, 'New event, to be confirmed: Rooftop concert', []]);
    expect(mail?.text.trim().split('\n')).toEqual([
      'New event, to be confirmed. Done by Oluwaseun Adeyemi (oluwaseun@harbourline.example) at Riverside Tower.',
      'It is saved already: nothing has to be typed in again.',
      '',
      'All details',
      'Client: Harbourline Estates',
      'Location: Riverside Tower',
      'Name: Rooftop concert',
      'Starts: 12 July 2026 at 18:00 (Europe/London)',
      'Ends: 12 July 2026 at 23:30 (Europe/London)',
      'State: To be confirmed',
      'Staff wanted: 8',
      'Skills: 6 × Stewarding',
      'Resources: Radios',
      'Required qualifications: Crowd safety',
    ]);
  });

  test('a change says what was and what is, and sent twice it is mailed once', async () => {
    const { device, mails } = await scene();
    const wanted = booking();
    await device.push(device.event('booking.created', { booking: wanted }, by('contact')));
    await mails();
    const changed = { ...wanted, staffNumbers: 10, startsAt: '2026-07-12T16:00:00.000Z' };
    const event = device.event('booking.changed', { bookingId: wanted.id, booking: changed }, by('contact'));
    expect(await device.push(event)).toMatchObject([{ status: 'accepted' }]);
    expect(await device.push(event)).toMatchObject([{ status: 'duplicate' }]);
    const [mail, ...more] = await mails();
    expect([mail?.subject, more]).toEqual(['Event changed: Rooftop concert', []]);
    expect(mail?.text).toContain(
      [
        'What changed',
        'Starts: from 12 July 2026 at 18:00 (Europe/London) to 12 July 2026 at 17:00 (Europe/London)',
        'Staff wanted: from 8 to 10',
      ].join('\n'),
    );
  });

  test.each([
    ['of another client', { clientId: NORTHLIGHT }, 'contact', 'not_your_client'],
    ['confirmed by whoever books it', { status: 'confirmed' as const }, 'supervisor', 'not_unconfirmed'],
    ['by staff who may not book', {}, 'desk', 'actor_not_allowed'],
  ])('one %s is refused, and nobody is mailed', async (_case, but, user, code) => {
    const { device, mails } = await scene();
    const refused = device.event('booking.created', { booking: booking(but) }, by(user));
    expect(await device.push(refused)).toMatchObject([{ status: 'rejected', code }]);
    expect(await mails()).toEqual([]);
  });

  test('E2: a new document says for which event it is', async () => {
    const { device, mails } = await scene();
    const wanted = booking();
    const document = {
      id: someUuid(),
      name: 'Stage plan.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 2048,
      sha256: 'a'.repeat(64),
      subject: { kind: 'booking', id: wanted.id },
      locationId: RIVERSIDE,
      uploadedAt: '2026-03-10T06:00:00.000Z',
    };
    await device.push(
      device.event('booking.created', { booking: wanted }, by('contact')),
      device.event('document.added', { document }, by('contact')),
    );
    expect((await mails())[0]).toMatchObject({
      subject: 'New document: Stage plan.pdf',
      text: expect.stringContaining('Event: Rooftop concert') as string,
    });
  });
});

describe('C5, E5: a contact is invited', () => {
  const CONTACT = {
    userId: '0195d2a0-0000-4000-8000-00000000c0de',
    what: 'invited',
    name: 'Ana Duarte',
    email: 'ana@harbourline.example',
    clientId: HARBOURLINE,
    locationIds: [RIVERSIDE],
  };
  async function invitedScene() {
    const scened = await scene([]);
    const { device, running, mails } = scened;
    const [result] = await device.push(device.event('contact.changed', CONTACT, by('supervisor')));
    const letters = await mails();
    const link = /https:\/\/central\.example(\S+)/.exec(letters[0]?.text ?? '')?.[1] ?? '';
    const post = (password: string, again = password) =>
      fetch(running.url + link, { method: 'POST', body: new URLSearchParams({ password, again }) });
    return { ...scened, result, letters, link, post };
  }
  const PASSWORD = 'four small blue boats';

  test('gets a link by mail, chooses a password there, and the gates let it sign in', async () => {
    const { result, letters, running, link, post, device } = await invitedScene();
    expect([result?.status, letters.map(({ to }) => to)]).toEqual(['accepted', [CONTACT.email]]);
    const page = await fetch(running.url + link);
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[^']+'; .*form-action 'self'; .*frame-ancestors 'none'$/,
      ),
    ]);
    expect(await page.text()).toContain('Ana Duarte');
    expect([(await post(PASSWORD)).status, (await post('another password')).status]).toEqual([200, 410]);
    const user = (await told(device, 'user', CONTACT.userId)) as unknown as User;
    expect(user).toMatchObject({ role: 'client_contact', status: 'active' });
    expect(user.passwordHash).toMatch(/^\$argon2id\$/);
    expect(await verifySecret(user.passwordHash ?? '', PASSWORD)).toBe(true);
  });

  test.each([
    ['shorter than ten letters', 'ninechars', 'ninechars', 422],
    ['not typed the same twice', PASSWORD, `${PASSWORD}!`, 422],
  ])('a password %s is not taken, and the link stays good', async (_case, password, again, status) => {
    const { post } = await invitedScene();
    expect([(await post(password, again)).status, (await post(PASSWORD)).status]).toEqual([status, 200]);
  });

  test('who was invited, chose a password and was removed is on record, with who did it', async () => {
    const { running, device, post } = await invitedScene();
    await post(PASSWORD);
    await device.push(device.event('contact.changed', { userId: CONTACT.userId, what: 'removed' }, by('supervisor')));
    const newest = { atMs: running.clock.nowMs + 1, id: '' };
    const entries = await running.central.store.read((rows) => rows.audit.before(newest, 3));
    const [supervisor] = entries.map(({ actor }) => actor);
    expect(entries.map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
      [supervisor, 'user_removed', CONTACT.userId],
      [CONTACT.userId, 'password_chosen', CONTACT.userId],
      [supervisor, 'user_invited', CONTACT.userId],
    ]);
    expect(supervisor).not.toBe(CONTACT.userId);
  });

  test('the link ends after a week, with a later one, and with the access', async () => {
    const { running, device, link, mails } = await invitedScene();
    const status = async (path: string): Promise<number> => (await fetch(running.url + path)).status;
    await device.push(device.event('contact.changed', CONTACT, by('supervisor')));
    const later = /https:\/\/central\.example(\S+)/.exec((await mails())[0]?.text ?? '')?.[1] ?? '';
    expect([await status(link), await status(later)]).toEqual([410, 200]);
    await device.push(device.event('contact.changed', { userId: CONTACT.userId, what: 'removed' }, by('supervisor')));
    expect(await status(later)).toBe(410);
    await device.push(device.event('contact.changed', CONTACT, by('supervisor')));
    const last = /https:\/\/central\.example(\S+)/.exec((await mails())[0]?.text ?? '')?.[1] ?? '';
    running.clock.nowMs += 7 * 86_400_000;
    expect(await status(last)).toBe(410);
  });

  test('C1: nobody gets an administrator’s account by inviting or keeping it', async () => {
    const { device } = await scene();
    const administrator = { userId: demoId('user/administrator'), email: 'mine@example.com' };
    const tries = ['invited', 'details', 'removed'].map((what) =>
      device.event('contact.changed', { ...administrator, what, locationIds: [RIVERSIDE] }, by('supervisor')),
    );
    expect(await device.push(...tries)).toMatchObject(tries.map(() => ({ status: 'rejected', code: 'not_a_contact' })));
  });

  test('E4: own details are changed by every contact, and the admin group reads from what to what', async () => {
    const { device, mails } = await scene();
    const details = { userId: demoId('user/contact'), what: 'details', phone: '+44 7700 900123' };
    expect(await device.push(device.event('contact.changed', details, by('contact')))).toMatchObject([
      { status: 'accepted' },
    ]);
    const [mail] = await mails();
    expect(mail?.subject).toBe('Contact details changed: Oluwaseun Adeyemi');
    expect(mail?.text).toContain('What changed\nPhone: from (nothing) to +44 7700 900123');
    expect(mail?.text).not.toContain('argon2id');
  });

  test('E5: two accounts never sign in with one address', async () => {
    const { device } = await scene();
    const taken = { ...CONTACT, email: 'Oluwaseun@Harbourline.example' };
    expect(await device.push(device.event('contact.changed', taken, by('supervisor')))).toMatchObject([
      { status: 'rejected', code: 'email_taken' },
    ]);
  });
});
