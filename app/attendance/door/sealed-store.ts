import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type KeptRoster, type StoredRoster, upgradeRoster } from "~/attendance/kept/kept-roster";
import type { Contact } from "~/attendance/queue/device-moment";
import { type QueuedRecord, upgradeRecord } from "./queued-record";

/** Something that only a key of this device opens. */
interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** Whose: the person's id. */
type Owned = { owner: string };

interface DoorDatabase extends DBSchema {
  keys: { key: string; value: CryptoKey };
  rosters: { key: [owner: string, offeringId: string]; value: Owned & { offeringId: string; until: number } & Sealed };
  queue: { key: number; value: Owned & Sealed; indexes: { owner: string } };
  facts: { key: string; value: unknown };
}

/** What the device remembers in the clear: ids and clocks, and nothing of anybody on a roster. */
interface Facts {
  /** The random id by which the server knows this device. */
  device: string;
  owner: { personId: string; name: string };
  contact: Contact;
  /** The session ended: nothing is shown until the same person signs in. */
  isSealed: boolean;
}

/** A record with its place in the queue. */
export interface Queued {
  place: number;
  record: QueuedRecord;
}

const NAME = "hourbook-door";
type Purpose = "roster" | "queue";

let opened: Promise<IDBPDatabase<DoorDatabase>> | undefined;

function open(): Promise<IDBPDatabase<DoorDatabase>> {
  opened ??= openDB<DoorDatabase>(NAME, 1, {
    upgrade: (db) => {
      db.createObjectStore("keys");
      db.createObjectStore("rosters");
      db.createObjectStore("queue", { autoIncrement: true }).createIndex("owner", "owner");
      db.createObjectStore("facts");
    },
    // Another window has a newer version: this one lets go of the store and opens it anew when it is needed.
    blocking: (_now, _next, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => (opened = undefined),
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

/** Whether anything was ever kept on this device, without making the store. */
export async function hasDoorStore(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === NAME);
}

/** The key of somebody on this device for a purpose. It cannot be read out, only be used and destroyed. */
async function keyOf(owner: string, purpose: Purpose): Promise<CryptoKey> {
  const db = await open();
  const name = `${owner} ${purpose}`;
  const known = await db.get("keys", name);
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const change = db.transaction("keys", "readwrite");
  // Another window may have made one meanwhile.
  const first = await change.store.get(name);
  if (!first) await change.store.put(made, name);
  await change.done;
  return first ?? made;
}

async function seal(owner: string, purpose: Purpose, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(owner, purpose), plain) };
}

async function unseal<Value>(owner: string, purpose: Purpose, { iv, bytes }: Sealed): Promise<Value> {
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await keyOf(owner, purpose), bytes);
  return JSON.parse(new TextDecoder().decode(plain)) as Value;
}

/** Reads something that the device remembers. */
export async function readFact<Name extends keyof Facts>(name: Name): Promise<Facts[Name] | undefined> {
  return (await (await open()).get("facts", name)) as Facts[Name] | undefined;
}

/** Remembers something. */
export async function writeFact<Name extends keyof Facts>(name: Name, value: Facts[Name]): Promise<void> {
  await (await open()).put("facts", value, name);
}

/** Keeps a roster, sealed, in place of what was kept of it. */
export async function writeRoster(roster: KeptRoster): Promise<void> {
  const owner = roster.owner.personId;
  const sealed = await seal(owner, "roster", roster);
  const { offeringId, until } = roster;
  await (await open()).put("rosters", { owner, offeringId, until, ...sealed }, [owner, offeringId]);
}

/** Forgets a roster; with somebody's last one goes the key that opened it. */
export async function dropRoster(owner: string, offeringId: string): Promise<void> {
  const change = (await open()).transaction(["rosters", "keys"], "readwrite");
  await change.objectStore("rosters").delete([owner, offeringId]);
  const left = await change.objectStore("rosters").getAllKeys();
  if (!left.some(([whose]) => whose === owner)) await change.objectStore("keys").delete(`${owner} roster`);
  await change.done;
}

/** Somebody's rosters on this device. Those whose time is over are forgotten first. */
export async function readRosters(owner: string, now: number): Promise<KeptRoster[]> {
  const rows = await (await open()).getAll("rosters");
  for (const row of rows) if (row.until < now) await dropRoster(row.owner, row.offeringId);
  const mine = rows.filter((row) => row.owner === owner && row.until >= now);
  return Promise.all(mine.map(async (row) => upgradeRoster(await unseal<StoredRoster>(owner, "roster", row))));
}

/**
 * Puts a mark into the queue; done once it is on the device.
 * @throws where the browser keeps nothing, or has no room
 */
export async function writeQueued(owner: string, record: QueuedRecord): Promise<number> {
  const sealed = await seal(owner, "queue", record);
  const change = (await open()).transaction("queue", "readwrite", { durability: "strict" });
  const [place] = await Promise.all([change.store.add({ owner, ...sealed }), change.done]);
  return place;
}

/** Somebody's marks that wait, in the order in which they were made. */
export async function readQueue(owner: string): Promise<Queued[]> {
  const read = (await open()).transaction("queue");
  const [places, rows] = await Promise.all([read.store.getAllKeys(), read.store.getAll(), read.done]);
  const mine = rows.flatMap((row, index) => (row.owner === owner ? [{ place: places[index]!, row }] : []));
  const records = await Promise.all(
    mine.map(async ({ place, row }) => {
      const record = upgradeRecord(await unseal(owner, "queue", row));
      return record ? [{ place, record }] : [];
    }),
  );
  return records.flat();
}

/** Changes a mark in the queue, or takes it out. */
export async function changeQueued(owner: string, place: number, record: QueuedRecord | "gone"): Promise<void> {
  if (record === "gone") return (await open()).delete("queue", place);
  const sealed = await seal(owner, "queue", record);
  await (await open()).put("queue", { owner, ...sealed }, place);
}

/** How many marks wait on this device, by whose they are. */
export async function countQueued(): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { owner } of await (await open()).getAll("queue")) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return counts;
}

/** Throws away what somebody has not sent. */
export async function throwQueueAway(owner: string): Promise<void> {
  const change = (await open()).transaction(["queue", "keys"], "readwrite");
  const queue = change.objectStore("queue");
  for (const place of await queue.index("owner").getAllKeys(owner)) await queue.delete(place);
  await change.objectStore("keys").delete(`${owner} queue`);
  await change.done;
}

/**
 * Destroys the rosters and their keys of everybody but one person; null: of everybody. Marks that wait stay sealed: they are never
 * destroyed unasked.
 */
export async function forgetRosters(but: string | null): Promise<void> {
  const change = (await open()).transaction(["rosters", "keys", "facts"], "readwrite");
  const rosters = change.objectStore("rosters");
  for (const [owner, offeringId] of await rosters.getAllKeys())
    if (owner !== but) await rosters.delete([owner, offeringId]);
  const keys = change.objectStore("keys");
  for (const name of await keys.getAllKeys())
    if (name.endsWith(" roster") && name !== `${but} roster`) await keys.delete(name);
  if (but === null) await change.objectStore("facts").put(true, "isSealed");
  await change.done;
}
