import { existsSync, copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import Store from 'electron-store';
import { z } from 'zod';
import { learntScannerSchema } from '../core/learnt-scanner.ts';
import { PEER_PORT } from '../core/peers/address.ts';
import { LANE_DIRECTIONS } from '../core/site/entities.ts';
import { cameraTuneSchema } from '../preload/camera-views.ts';
import { listLooksSchema } from '../preload/list-views.ts';
import { doorSchema, scannerSchema } from '../native/messages.ts';

const id = z.string().min(1).max(64);

/** One section of the file each: a broken section falls back alone, the others keep what they say. */
const SECTIONS = {
  /** Ways through this gate. `both`: whoever is inside goes out, all others come in. */
  lanes: z
    .array(z.object({ id, name: z.string().min(1), direction: z.enum(LANE_DIRECTIONS), doorId: id.optional() }))
    .min(1)
    .default([{ id: 'lane-1', name: 'Main entrance', direction: 'both', doorId: 'door-1' }]),
  camera: z
    .object({
      enabled: z.boolean().default(true),
      laneId: id.default('lane-1'),
      deviceId: z.string().max(200).optional(),
      label: z.string().max(200).optional(),
      tune: cameraTuneSchema.optional(),
    })
    .prefault({}),
  /** Keyboard-type scanner: types into whatever window has focus. */
  wedge: z
    .object({
      enabled: z.boolean().default(true),
      laneId: id.default('lane-1'),
      /** What its calibration code taught; absent: it types as from the factory. */
      learnt: learntScannerSchema.optional(),
    })
    .prefault({}),
  scanners: z.array(scannerSchema).default([]),
  doors: z.array(doorSchema).default([]),
  windows: z
    .object({
      kiosk: z.boolean().default(true),
      desk: z.boolean().default(true),
      kioskFullScreen: z.boolean().default(false),
    })
    .prefault({}),
  /** G8: phones of the gate's own network mark people. `address`: this computer's, where it is in several networks. */
  muster: z
    .object({
      phones: z.boolean().default(true),
      address: z.string().max(45).optional(),
      /** How often who is inside goes on paper; absent: as the location wants, null: never. */
      paperMinutes: z.number().int().min(5).max(1440).nullable().optional(),
      /** `folder`: as a file in the program's own; without a printer it is that anyhow. */
      paperTo: z.enum(['printer', 'folder']).default('printer'),
    })
    .prefault({}),
  /** What this desk remembers of how it is used; nothing of the people who pass. */
  desk: z
    .object({
      lastWayIn: id.optional(),
      /** By user: how they like their lists. */
      looks: z.record(id, listLooksSchema).default({}),
    })
    .prefault({}),
  /** G5: the gates of a place tell each other what people did, on their own network. `addresses`: typed by somebody, host:port. */
  peers: z
    .object({
      enabled: z.boolean().default(true),
      port: z.number().int().min(1).max(65_535).default(PEER_PORT),
      /** Look for the others by DNS-SD. */
      find: z.boolean().default(true),
      addresses: z.array(z.string().max(300)).max(20).default([]),
    })
    .prefault({}),
  /** For how long this PC keeps what central has as well, in days: acts, and what in them somebody typed or is a name. */
  keeping: z
    .object({
      journalDays: z.number().int().min(30).max(3650).default(90),
      wordsDays: z.number().int().min(7).max(3650).default(30),
      /** A folder in which acts are saved before they leave; absent: nowhere. */
      saveTo: z.string().max(1000).optional(),
    })
    .prefault({}),
  language: z.string().max(35).default('en'),
  volume: z.number().min(0).max(1).default(0.7),
} as const;

export type Settings = { [K in keyof typeof SECTIONS]: z.infer<(typeof SECTIONS)[K]> };
type Section = keyof Settings;
const SECTION_NAMES = Object.keys(SECTIONS) as Section[];

export interface SettingsFile {
  /** What is in use now: the saved settings, and over them what is only being tried. */
  readonly get: () => Settings;
  readonly saved: () => Settings;
  /** Uses these sections without saving them; undefined: the saved ones are in use again. */
  readonly tryOut: (sections: Partial<Settings> | undefined) => void;
  readonly set: <K extends Section>(section: K, value: Settings[K]) => void;
  /** Several sections in one write: after a power cut all of them are there, or none. */
  readonly setAll: (sections: Partial<Settings>) => void;
  /** What could not be understood when the file was read, and where the file as it was is kept. */
  readonly trouble?: { readonly detail: string; readonly keptAt: string };
}

/** Reads `settings.json` under `home`. What is broken in it is replaced by its default, told, and kept beside it. */
export function openSettings(home: string, nowMs: number): SettingsFile {
  const file = path.join(home, 'settings.json');
  const opened = openStore(home);
  const raw: unknown = opened.ok ? opened.store.store : {};
  const { settings, problems } = parseSettings(raw);
  const detail = opened.ok ? problems.join('; ') : opened.detail;
  const keptAt = detail ? keepCopy(file, nowMs) : '';
  if (!opened.ok) rmSync(file, { force: true });
  const store = opened.ok ? opened.store : newStore(home);
  let current = settings;
  let tried: Partial<Settings> | undefined;
  let inUse = settings;
  const refresh = (): void => void (inUse = tried ? { ...current, ...tried } : current);
  return {
    get: () => inUse,
    saved: () => current,
    tryOut(sections) {
      tried = sections;
      refresh();
    },
    set(section, value) {
      current = { ...current, [section]: value };
      refresh();
      store.set(section, value);
    },
    setAll(sections) {
      current = { ...current, ...sections };
      refresh();
      store.set(sections);
    },
    ...(detail ? { trouble: { detail, keptAt } } : {}),
  };
}

/** Every section on its own: its value, or its default and a line that says what was wrong. */
export function parseSettings(raw: unknown): { settings: Settings; problems: string[] } {
  const record = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
  const problems: string[] = [];
  const read = (name: Section): unknown => {
    const parsed = SECTIONS[name].safeParse(record[name]);
    if (parsed.success) return parsed.data;
    problems.push(...parsed.error.issues.map((issue) => `${[name, ...issue.path].join('.')}: ${issue.message}`));
    return SECTIONS[name].parse(undefined);
  };
  const settings = Object.fromEntries(SECTION_NAMES.map((name) => [name, read(name)])) as unknown as Settings;
  return { settings, problems };
}

const newStore = (home: string): Store => new Store({ cwd: home, name: 'settings', clearInvalidConfig: false });

function openStore(home: string): { ok: true; store: Store } | { ok: false; detail: string } {
  try {
    const store = newStore(home);
    void store.store;
    return { ok: true, store };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

function keepCopy(file: string, nowMs: number): string {
  const kept = `${file}.broken-${new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')}`;
  if (existsSync(file)) copyFileSync(file, kept);
  return kept;
}
