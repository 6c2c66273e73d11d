import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Turns of the event loop between two pages while others wait. Each turn takes in one new connection: without them, what
 * keeps the server busy also keeps it from telling newcomers that it is.
 */
const TURNS = 8;

/** A request's right to be worked on. */
interface Slot {
  /** Gives the slot to whoever waits longest; a second call does nothing. */
  leave(): void;
  /** Waits for a slot again, behind those who wait already. */
  enterAgain(): Promise<void>;
}

/**
 * Lets so many requests be worked on at once, lets so many more wait in the order of their arrival, and turns the rest
 * away at once: under overload, somebody who is told to come back in some seconds is better off than everybody waiting
 * for ever.
 */
export class Gate {
  private working = 0;
  private readonly waiting: (() => void)[] = [];
  /** Slots that were left and whose next holder is not yet called. */
  private free = 0;

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  /** A slot, once it is this request's turn; null when too many wait already. */
  async enter(): Promise<Slot | null> {
    if (this.working >= this.most && this.waiting.length >= this.mostWaiting) return null;
    await this.takeTurn();
    let holds = true;
    return {
      leave: () => {
        if (!holds) return;
        holds = false;
        this.pass();
      },
      enterAgain: async () => {
        await this.takeTurn();
        holds = true;
      },
    };
  }

  private async takeTurn(): Promise<void> {
    if (this.working < this.most) {
      this.working++;
      return;
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private pass(): void {
    if (this.waiting.length === 0) this.working--;
    // Whoever leaves hands the slot over: the number of those at work stays.
    else if (this.free++ === 0) this.callNext(TURNS);
  }

  /** Calls those who wait into the slots that are free, one after another, with some turns of the loop before each. */
  private callNext(turns: number): void {
    if (turns > 0) {
      setImmediate(() => this.callNext(turns - 1));
      return;
    }
    const next = this.waiting.shift();
    if (next) next();
    else this.working--;
    if (--this.free > 0) this.callNext(TURNS);
  }
}

// The server and the built pages are two copies of this module; what they share hangs on the process.
const shared = globalThis as { hourbookSlots?: AsyncLocalStorage<Slot> };
const slots = (shared.hourbookSlots ??= new AsyncLocalStorage());

/** Works on a request in its slot. */
export function inSlot<Result>(slot: Slot, work: () => Promise<Result>): Promise<Result> {
  return slots.run(slot, work);
}

/**
 * Waits for work that another thread or process does, without keeping others from being worked on meanwhile: eight
 * files that take seconds to check must not stop every page.
 */
export async function outsideGate<Result>(work: () => Promise<Result>): Promise<Result> {
  const slot = slots.getStore();
  if (!slot) return work();
  slot.leave();
  try {
    return await work();
  } finally {
    await slot.enterAgain();
  }
}
