import type { Unsent } from "~/ui/frame/unsent";

const NAME = "hourbook-door";

/** A browser that never kept a roster is not asked to load what would read it. */
async function openStore() {
  try {
    if (!(await indexedDB.databases()).some(({ name }) => name === NAME)) return null;
    return await import("./sealed-store");
  } catch {
    // A browser that keeps nothing has nothing to forget.
    return null;
  }
}

/** What somebody who signs out has marked at the door on this device and not sent; null where there is nothing. */
export async function findUnsent(owner: string): Promise<Unsent | null> {
  const store = await openStore();
  const count = (await store?.countQueued())?.get(owner) ?? 0;
  if (!store || count === 0) return null;
  return {
    count,
    send: async () => {
      await (await import("./send-queued")).sendQueued();
      return (await store.countQueued()).get(owner) ?? 0;
    },
    throwAway: () => store.throwQueueAway(owner),
  };
}

/** Destroys what this device keeps of rosters of everybody but one person; null: of everybody. Marks that wait stay sealed. */
export async function forgetDoor(but: string | null): Promise<void> {
  await (await openStore())?.forgetRosters(but);
}
