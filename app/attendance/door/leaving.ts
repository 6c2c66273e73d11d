import { type Leaving, NOTHING_KEPT, type Unsent } from "~/ui/frame/unsent";

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

type Store = NonNullable<Awaited<ReturnType<typeof openStore>>>;

/** What this device keeps of somebody who signs out: which device it is, and what they have marked at the door and not sent. */
export async function findLeaving(owner: string): Promise<Leaving> {
  const store = await openStore();
  if (!store) return NOTHING_KEPT;
  return { device: (await store.readFact("device")) ?? null, unsent: await findUnsent(store, owner) };
}

async function findUnsent(store: Store, owner: string): Promise<Unsent | null> {
  const count = (await store.countQueued()).get(owner) ?? 0;
  if (count === 0) return null;
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
