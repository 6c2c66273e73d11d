import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { isOfSomebodyElse } from "./kept-text";

interface Kept extends DBSchema {
  typed: { key: string; value: unknown };
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;

function open(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>("hourbook", 1, { upgrade: (db) => void db.createObjectStore("typed") });
  // A browser that keeps nothing today may do so the next time.
  opened.catch(() => (opened = undefined));
  return opened;
}

/** What this device keeps under a key that begins as those of `kept-text` do; undefined for nothing. */
export const readKept = async (key: string): Promise<unknown> => (await open()).get("typed", key);

/** Keeps something on this device; done once it is there. */
export async function writeKept(key: string, value: unknown): Promise<void> {
  const change = (await open()).transaction("typed", "readwrite", { durability: "strict" });
  await Promise.all([change.store.put(value, key), change.done]);
}

/** Forgets what is kept under a key, if that is still what it was taken for. */
export async function forgetKept(key: string, isSame: (value: unknown) => boolean): Promise<void> {
  const change = (await open()).transaction("typed", "readwrite");
  if (isSame(await change.store.get(key))) await change.store.delete(key);
  await change.done;
}

/** Forgets what this device keeps of everybody but one person; null: of everybody. */
export async function forgetOthersOnDevice(owner: string | null): Promise<void> {
  const change = (await open()).transaction("typed", "readwrite");
  for (const key of await change.store.getAllKeys()) if (isOfSomebodyElse(key, owner)) await change.store.delete(key);
  await change.done;
}
