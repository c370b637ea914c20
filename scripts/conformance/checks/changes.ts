import { ENTITY_SCHEMAS, gateSchema, locationSchema, type EntityName } from '../../../core/site/entities.ts';
import { mustRefuse } from '../ask.ts';
import { Departure, must, type Check } from '../check.ts';
import { dataOf } from '../trial.ts';

const clause = 'Down: changes';
/** Small enough for several pages at any site. */
const FEW = 7;

export const changeChecks: readonly Check[] = [
  {
    id: 'from_the_start',
    clause,
    says: 'Without a cursor the changes begin at the start and bring the device’s own location and gate.',
    async run(trial) {
      const { locationId, gateId } = trial.device().enrolled;
      const copy = await trial.copy();
      const has = (all: readonly { readonly id: string }[], id: string) => all.some((one) => one.id === id);
      must(has(dataOf(copy, 'location', locationSchema), locationId), 'its own location did not come');
      must(has(dataOf(copy, 'gate', gateSchema), gateId), 'its own gate did not come');
    },
  },
  {
    id: 'entities',
    clause,
    says: 'Every entity that this protocol names has the form that a gate understands.',
    async run(trial) {
      for (const { entity, id, data } of (await trial.copy()).records.values()) {
        if (!(entity in ENTITY_SCHEMAS)) continue;
        const parsed = ENTITY_SCHEMAS[entity as EntityName].safeParse(data);
        if (parsed.success) continue;
        const [issue] = parsed.error.issues;
        throw new Departure(`${entity} ${id}: ${issue?.path.join('.') || 'data'}: ${issue?.message}`);
      }
    },
  },
  {
    id: 'limit_kept',
    clause,
    says: 'A page holds no more changes than its limit.',
    async run(trial) {
      const { changes } = await trial.page({ limit: FEW });
      must(changes.length <= FEW, `${changes.length} changes for a limit of ${FEW}`);
    },
  },
  {
    id: 'limit_bounds',
    clause,
    says: 'A limit below 1 or above 5000 is answered 400.',
    async run(trial) {
      for (const limit of [0, 5001]) {
        mustRefuse(await trial.askAsDevice(`/v1/sync/changes?limit=${limit}`), 400);
      }
    },
  },
  {
    id: 'same_in_small_pages',
    clause,
    says: 'Paging by few gives the same copy as paging by many.',
    async run(trial) {
      const [few, many] = [(await trial.copy(FEW)).records, (await trial.copy()).records];
      const missing = [...many.keys()].find((key) => few.get(key)?.rev !== many.get(key)?.rev);
      must(missing === undefined, `${missing} is not the same in both`);
      must(few.size === many.size, `${few.size} records by few, ${many.size} by many`);
    },
  },
  {
    id: 'cursor_again',
    clause,
    says: 'The same cursor asked again gives the same changes: a lost answer loses nothing.',
    async run(trial) {
      const { cursor } = await trial.page({ limit: FEW });
      const [once, again] = [await trial.page({ cursor, limit: FEW }), await trial.page({ cursor, limit: FEW })];
      must(JSON.stringify(once.changes) === JSON.stringify(again.changes), 'the second answer is another');
    },
  },
  {
    id: 'nothing_new',
    clause,
    says: 'The last cursor brings nothing while nothing has changed, and hasMore is false.',
    async run(trial) {
      const page = await trial.page({ cursor: (await trial.copy()).cursor });
      must(page.changes.length === 0, `${page.changes.length} changes came`);
      must(!page.hasMore, 'hasMore is true');
    },
  },
  {
    id: 'cursor_expired',
    clause,
    says: 'A cursor that leads nowhere is answered 410 cursor_expired.',
    async run(trial) {
      const answer = await trial.askAsDevice('/v1/sync/changes?cursor=bGVhZHMgbm93aGVyZQ');
      mustRefuse(answer, 410, 'cursor_expired');
    },
  },
];
