import type { z } from 'zod';
import type { EventResult } from '../../core/sync/wire.ts';
import { changesAnswerSchema, enrolAnswerSchema, type Change, type ChangesAnswer } from '../../core/sync/wire.ts';
import { Advice } from '../console.ts';
import { ask, jsonOf, read, type Answered, type Asked } from './ask.ts';
import { Departure, must, NotTried } from './check.ts';
import { Device } from './device.ts';
import type { ConformanceOptions } from './options.ts';

export const DESCRIBED = { name: 'Conformance run', platform: 'any', appVersion: '0' };
/** More pages than any site has. */
const MAX_PAGES = 5000;

/** What the checks of one run share: the central that is looked at, and the device that the first check enrols there. */
export class Trial {
  readonly options: ConformanceOptions;
  #device: Device | undefined;
  #spentCode: string | undefined;

  constructor(options: ConformanceOptions) {
    this.options = options;
  }

  ask(path: string, asked: Asked = {}): Promise<Answered> {
    return ask(this.options.base + path, asked);
  }

  /** Asks as the enrolled device. */
  askAsDevice(path: string, asked: Asked = {}): Promise<Answered> {
    return this.ask(path, { token: this.device().token, ...asked });
  }

  async enrol(code: string): Promise<Answered> {
    return this.ask('/v1/devices/enrol', { json: { enrolmentCode: code, ...DESCRIBED } });
  }

  /** The first device; every later check works with it. */
  async enrolFirst(): Promise<Device> {
    const code = await this.freshCode();
    const enrolled = read(await this.enrol(code), 201, enrolAnswerSchema);
    this.#spentCode = code;
    this.#device = new Device(this.options.base, enrolled);
    return this.#device;
  }

  device(): Device {
    if (!this.#device) throw new NotTried('no device could be enrolled');
    return this.#device;
  }

  spentCode(): string {
    if (this.#spentCode === undefined) throw new NotTried('no device could be enrolled');
    return this.#spentCode;
  }

  /** A code of the command line, or one that the operator’s call of this project’s own central makes. */
  async freshCode(hours?: number): Promise<string> {
    const { code, adminToken, gateId } = this.options;
    if (adminToken === undefined) {
      if (hours === undefined && code !== undefined) return code;
      throw new NotTried('it needs --admin-token and --gate');
    }
    const json = { gateId, ...(hours === undefined ? {} : { hours }) };
    const answer = await this.ask('/v1/admin/enrolment-codes', { token: adminToken, json });
    if (answer.status !== 201) throw new Advice(`--admin-token and --gate gave no code: answered ${answer.status}.`);
    return (jsonOf(answer) as { enrolmentCode: string }).enrolmentCode;
  }

  async page(query: { readonly cursor?: string; readonly limit?: number } = {}): Promise<ChangesAnswer> {
    const asked = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    );
    return read(await this.askAsDevice(`/v1/sync/changes?${asked.toString()}`), 200, changesAnswerSchema);
  }

  /** Pages to the end and gives what a gate would hold then. */
  async copy(limit = 5000): Promise<Copy> {
    const records = new Map<string, Change>();
    let page = await this.page({ limit });
    for (let pages = 1; ; pages += 1) {
      apply(records, page.changes);
      if (!page.hasMore) return { records, cursor: page.cursor };
      must(pages < MAX_PAGES, `no end after ${MAX_PAGES} pages of ${limit}`);
      page = await this.page({ cursor: page.cursor, limit });
    }
  }
}

export interface Copy {
  readonly records: ReadonlyMap<string, Change>;
  readonly cursor: string;
}

function apply(records: Map<string, Change>, changes: readonly Change[]): void {
  for (const change of changes) {
    const key = `${change.entity} ${change.id}`;
    if (change.op === 'put') records.set(key, change);
    else records.delete(key);
  }
}

/** The data of every record of an entity that fit its schema. */
export function dataOf<S extends z.ZodType>({ records }: Copy, entity: string, schema: S): z.infer<S>[] {
  return [...records.values()]
    .filter((change) => change.entity === entity)
    .flatMap(({ data }) => {
      const parsed = schema.safeParse(data);
      return parsed.success ? [parsed.data] : [];
    });
}

/** What central said of an event. @throws Departure when it said something else. */
export function mustSay(result: EventResult | undefined, status: EventResult['status'], code?: string): void {
  if (!result) throw new Departure('there is no result');
  const said = result.code === undefined ? result.status : `${result.status} ${result.code}`;
  const kept = result.status === status && (code === undefined || result.code === code);
  must(kept, `said ${said}, not ${code === undefined ? status : `${status} ${code}`}`);
}
