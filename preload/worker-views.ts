/** Workers and their connections to clients (PRODUCT A1 to A7). Times are Unix milliseconds. */
import { z } from 'zod';
import { FAULT_CODES } from '../core/codes.ts';
import { COMPLIANCE } from '../core/connection/compliance.ts';
import { requirementView } from './views.ts';

const id = z.string().min(1).max(64);
const ms = z.number();
const count = z.number().int().min(0);
const named = z.object({ id, name: z.string() });
const name = z.string().trim().min(1).max(100);
const state = z.enum(COMPLIANCE);

export const workerFiltersSchema = z.object({
  query: z.string().max(100),
  contractorId: id.optional(),
  clientId: id.optional(),
  locationId: id.optional(),
  state: state.optional(),
});

/** `state`: with the clients and locations that the list is narrowed to. */
export const workerRowSchema = z.object({
  workerId: id,
  name: z.string(),
  contractorName: z.string().optional(),
  clients: z.array(z.string()),
  state,
  /** Something of it was done here, and central has not answered. */
  waiting: z.boolean(),
});

/** A7: `checkIn`: people have to check in there. */
const place = z.object({ id, name: z.string(), checkIn: z.boolean() });

export const connectionViewSchema = z.object({
  connectionId: id,
  clientName: z.string(),
  checkIn: z.boolean(),
  /** It holds for all of the client's locations, also for those that the client gets later. */
  everywhere: z.boolean(),
  /** Those of them that are the user's. */
  places: z.array(place),
  assessment: requirementView,
  induction: requirementView,
  credential: requirementView,
  state,
  waiting: z.boolean(),
  /** C1: it holds at none but the user's own locations. */
  canDelete: z.boolean(),
});

export const workerViewSchema = z.object({
  workerId: id,
  name: z.string(),
  contractorName: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  state,
  waiting: z.boolean(),
  connections: z.array(connectionViewSchema),
  /** A6: clients here with whom everybody is associated already. */
  unneeded: z.array(z.string()),
});

const newWorker = z.object({
  firstName: name,
  lastName: name,
  contractorId: id.optional(),
  phone: z.string().trim().min(1).max(40).optional(),
  email: z.string().trim().max(200).pipe(z.email()).optional(),
});

export const workerCalls = {
  /** By name; what waits for central first. `locations`: the user's, to narrow by. */
  listWorkers: {
    ask: workerFiltersSchema.extend({ offset: count, limit: z.number().int().min(1).max(500) }),
    answer: z.object({ rows: z.array(workerRowSchema), total: count, more: z.boolean(), locations: z.array(named) }),
  },
  getWorker: { ask: z.object({ workerId: id }), answer: workerViewSchema.nullable() },
  /** What a connection can be made with: the clients of this place, each with those of its locations that are the user's. */
  getConnectForm: {
    ask: z.object({ workerId: id.optional() }),
    answer: z.object({
      contractors: z.array(named),
      clients: z.array(
        z.object({
          id,
          name: z.string(),
          /** All locations of the client are the user's. */
          canAll: z.boolean(),
          places: z.array(place.extend({ connected: z.boolean() })),
        }),
      ),
    }),
  },
  /**
   * `notice`: WORKER REQUIRES ACCESS is to be shown first, and then this asked again with `noticeSeen` (A4). `none_needed`: A6.
   * `gone`: worker, client or location are no longer here.
   */
  addConnection: {
    ask: z.object({
      worker: z.union([z.object({ workerId: id }), newWorker]),
      clientId: id,
      /** Absent: all locations of the client. */
      locationIds: z.array(id).min(1).max(200).optional(),
      noticeSeen: z.boolean(),
    }),
    answer: z.union([
      z.object({ came: z.literal('added'), workerId: id, hasAddress: z.boolean() }),
      z.object({ came: z.enum(['notice', 'none_needed', 'nothing_new', 'gone', ...FAULT_CODES]) }),
    ]),
  },
  /** `not_own`: it also holds at a location of somebody else. `gone`: somebody deleted it before. */
  deleteConnection: {
    ask: z.object({ connectionId: id }),
    answer: z.object({ came: z.enum(['deleted', 'not_own', 'gone', ...FAULT_CODES]) }),
  },
  /** What central would not do and nobody has put away in the tray: it is undone here. Newest first. */
  getRefusedConnections: {
    ask: z.undefined(),
    answer: z.array(
      z.object({
        eventId: id,
        seq: count,
        what: z.enum(['added', 'deleted']),
        code: z.string(),
        name: z.string(),
        clientName: z.string(),
        atMs: ms,
      }),
    ),
  },
} as const;

export type WorkerFilters = z.infer<typeof workerFiltersSchema>;
export type WorkerRow = z.infer<typeof workerRowSchema>;
export type WorkerView = z.infer<typeof workerViewSchema>;
export type ConnectionView = z.infer<typeof connectionViewSchema>;
export type WorkersAsk = z.infer<(typeof workerCalls.listWorkers)['ask']>;
export type WorkersPage = z.infer<(typeof workerCalls.listWorkers)['answer']>;
export type ConnectForm = z.infer<(typeof workerCalls.getConnectForm)['answer']>;
export type ConnectClient = ConnectForm['clients'][number];
export type AddAsk = z.infer<(typeof workerCalls.addConnection)['ask']>;
export type AddAnswer = z.infer<(typeof workerCalls.addConnection)['answer']>;
export type DeleteAnswer = z.infer<(typeof workerCalls.deleteConnection)['answer']>;
export type RefusedConnection = z.infer<(typeof workerCalls.getRefusedConnections)['answer']>[number];
