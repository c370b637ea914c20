import { peerSchema } from '../../../core/site/entities.ts';
import { enrolAnswerSchema, peerKeyAnswerSchema, rotateAnswerSchema } from '../../../core/sync/wire.ts';
import { mustRefuse, read } from '../ask.ts';
import { must, NotTried, type Check } from '../check.ts';
import { dataOf, type Trial } from '../trial.ts';

const clause = 'Devices';
const PULL = '/v1/sync/changes?limit=1';
/** Over in the moment in which it is made. */
const NO_HOURS = 1e-12;
/** A public key of RFC 7748, section 6.1: nobody's. */
const PEER_KEY = 'hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo';

export const deviceChecks: readonly Check[] = [
  {
    id: 'enrol',
    clause,
    says: 'An enrolment code gives a device its token, gate and location: 201.',
    run: async (trial) => void (await trial.enrolFirst()),
  },
  {
    id: 'code_used',
    clause,
    says: 'A code works once; then it is answered 410 code_used.',
    run: async (trial) => mustRefuse(await trial.enrol(trial.spentCode()), 410, 'code_used'),
  },
  {
    id: 'code_unknown',
    clause,
    says: 'A code that nobody gave out is answered 404 code_unknown.',
    run: async (trial) => mustRefuse(await trial.enrol('NEVER-GIVEN-OUT'), 404, 'code_unknown'),
  },
  {
    id: 'code_expired',
    clause,
    says: 'A code whose time is over is answered 410 code_expired.',
    run: async (trial) => mustRefuse(await trial.enrol(await endedCode(trial)), 410, 'code_expired'),
  },
  {
    id: 'token_needed',
    clause,
    says: 'A call without a token is answered 401.',
    run: async (trial) => mustRefuse(await trial.ask(PULL), 401),
  },
  {
    id: 'token_known',
    clause,
    says: 'A call with a token that nobody gave out is answered 401.',
    run: async (trial) => mustRefuse(await trial.ask(PULL, { token: 'nobody-gave-this-out' }), 401),
  },
  {
    id: 'peer_key_told',
    clause,
    says: 'The key that a device tells comes down to the gates of its place, with the device, its gate and its location.',
    async run(trial) {
      const { deviceId: id, gateId, locationId } = trial.device().enrolled;
      const asked = { method: 'PUT', json: { publicKey: PEER_KEY } };
      read(await trial.askAsDevice('/v1/devices/peer-key', asked), 200, peerKeyAnswerSchema);
      const peer = dataOf(await trial.copy(), 'peer', peerSchema).find((one) => one.id === id);
      must(peer?.publicKey === PEER_KEY, 'its key did not come');
      must(peer.gateId === gateId && peer.locationId === locationId, 'its key came as that of another gate');
    },
  },
];

/** These end tokens: they come last. */
export const lastChecks: readonly Check[] = [
  {
    id: 'rotate_old_works',
    clause,
    says: 'After a rotation the old token goes on working until the new one is used.',
    async run(trial) {
      const old = trial.device().token;
      const { deviceToken } = await rotated(trial);
      const answer = await trial.ask(PULL, { token: old });
      must(answer.status === 200, `the old token was answered ${answer.status}`);
      must(deviceToken !== old, 'the new token is the old one');
    },
  },
  {
    id: 'rotate_old_ends',
    clause,
    says: 'The first use of the new token ends the old one.',
    async run(trial) {
      const device = trial.device();
      const old = device.token;
      const { deviceToken } = await rotated(trial);
      device.token = deviceToken;
      const answer = await trial.askAsDevice(PULL);
      must(answer.status === 200, `the new token was answered ${answer.status}`);
      mustRefuse(await trial.ask(PULL, { token: old }), 401);
    },
  },
  {
    id: 'device_revoked',
    clause,
    says: 'A removed device is answered 401 device_revoked.',
    run: async (trial) =>
      mustRefuse(await trial.ask(PULL, { token: await removedToken(trial) }), 401, 'device_revoked'),
  },
];

const rotated = async (trial: Trial) =>
  read(await trial.askAsDevice('/v1/devices/rotate', { method: 'POST' }), 200, rotateAnswerSchema);

async function endedCode(trial: Trial): Promise<string> {
  if (trial.options.endedCode !== undefined) return trial.options.endedCode;
  if (trial.options.adminToken === undefined) throw new NotTried('it needs --ended-code');
  return trial.freshCode(NO_HOURS);
}

async function removedToken(trial: Trial): Promise<string> {
  const { removedToken: given, adminToken } = trial.options;
  if (given !== undefined) return given;
  if (adminToken === undefined) throw new NotTried('it needs --removed-token');
  const second = read(await trial.enrol(await trial.freshCode()), 201, enrolAnswerSchema);
  const path = `/v1/admin/devices/${second.deviceId}/revoke`;
  const answer = await trial.ask(path, { method: 'POST', token: adminToken });
  if (answer.status !== 200) throw new NotTried(`no device could be removed: answered ${answer.status}`);
  return second.deviceToken;
}
