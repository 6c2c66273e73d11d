import type { KeptRoster, KeptSession } from "~/attendance/kept/kept-roster";
import { deviceStamp, newTapNonce, readClock } from "~/attendance/marks/device-clock";
import type { QueuedKind, QueuedMark } from "~/attendance/queue/queued-mark";
import { RECORD_VERSION } from "./queued-record";
import {
  changeQueued,
  countQueued,
  dropRoster,
  forgetRosters,
  type Queued,
  readFact,
  readQueue,
  readRosters,
  throwQueueAway,
  writeFact,
  writeQueued,
  writeRoster,
} from "./sealed-store";
import { type Held, sendQueued } from "./send-queued";
import { nameDevice, warnOfStorage } from "./storage-words";

/** How the desk at the door stands on this device. */
export interface DoorState {
  isOpen: boolean;
  owner: { personId: string; name: string } | null;
  /** Nothing is shown until the same person signs in. */
  sealed: "signed-out" | "somebody-else" | null;
  rosters: KeptRoster[];
  queue: Queued[];
  /** The random id of this device, by which its marks are known. */
  device: string;
  /** What the server put into the inbox since this page was opened. */
  held: Held[];
  isCut: boolean;
  /** What is to be known before the first mark. */
  warning: string | null;
  /** Why the last thing was not done. */
  trouble: string | null;
  /** Marks of others that wait on this device. */
  others: number;
}

/** A mark as the door makes it; the rest is told by the clock and the roster. */
export interface DoorMark {
  roster: KeptRoster;
  session: KeptSession;
  who: QueuedMark["who"];
  name: string;
  kind: QueuedKind;
  at?: number | null;
  voids?: string | null;
  /** The check-in pass that was scanned. */
  pass?: string | null;
}

/** What the server answers about a roster: it, or why it is not to be kept; and its clock. */
interface Answered {
  server?: number;
  roster?: KeptRoster;
  words?: string;
}

const MARKER = "hourbook-door-kept";
const NOT_KEPT =
  "This mark was not kept: the device has no room, or the browser keeps nothing. Write it down, and mark it on the roster later.";

/** The desk at the door: what this device keeps, what waits on it, and how it gets to the server. */
export class Door {
  state: DoorState = {
    ...{ isOpen: false, owner: null, sealed: null, rosters: [], queue: [], device: "", held: [] },
    ...{ isCut: false, warning: null, trouble: null, others: 0 },
  };

  constructor(
    private readonly app: string,
    private readonly onChange: () => void,
  ) {}

  /** Reads what the device keeps, and asks the server for news, or for another roster to keep. */
  async open(keep: string | null): Promise<void> {
    const works = await this.tryStorage();
    if (works) await this.load();
    this.change({ isOpen: true, warning: await this.judgeStorage(works) });
    if (keep && works) await this.keep(keep);
    await this.refresh();
  }

  /** Keeps the roster of an offering on this device. */
  async keep(offeringId: string): Promise<void> {
    const label = nameDevice(navigator.userAgent);
    const answer = await this.ask(offeringId, { intent: "keep", label });
    if (!answer?.roster) return;
    const { owner } = answer.roster;
    if (owner.personId !== this.state.owner?.personId) await forgetRosters(owner.personId);
    await writeFact("owner", owner);
    await writeFact("isSealed", false);
    await writeFact("device", deviceStamp().device);
    await writeRoster(answer.roster);
    localStorage.setItem(MARKER, "kept");
    await navigator.storage?.persist?.();
    await this.load();
    this.change({ trouble: null, warning: await this.judgeStorage(true) });
  }

  /** Takes a roster off this device. Marks of it that wait stay, and are sent. */
  async remove(offeringId: string): Promise<void> {
    await this.send();
    await this.ask(offeringId, { intent: "forget" });
    if (this.state.owner) await dropRoster(this.state.owner.personId, offeringId);
    await this.load();
  }

  /** Keeps a mark on this device; it is sent as soon as it can be. Returns its nonce, or null where it was not kept. */
  async mark({ roster, session, who, name, kind, at = null, voids = null, pass = null }: DoorMark) {
    const nonce = newTapNonce();
    const before = (await readFact("contact").catch(() => undefined)) ?? null;
    const { offeringId } = roster;
    const about = { offeringId, sessionId: session.id, startsAt: session.startsAt, endsAt: session.endsAt };
    const mark = { nonce, ...about, who, kind, at, voids, clock: readClock(), before, pass, app: this.app };
    const record = { version: RECORD_VERSION, mark, name, refused: null };
    try {
      const place = await writeQueued(roster.owner.personId, record);
      this.change({ queue: [...this.state.queue, { place, record }], trouble: null });
    } catch {
      this.change({ trouble: `${name}: ${NOT_KEPT}` });
      return null;
    }
    void this.sendSoon();
    return nonce;
  }

  /** Sends what waits, and reads the rosters anew. */
  async refresh(): Promise<void> {
    if (!this.state.owner) return;
    await this.send();
    if (this.state.isCut || this.state.sealed === "somebody-else") return;
    for (const { offeringId } of await readRosters(this.state.owner.personId, readClock().wall)) {
      const answer = await this.ask(offeringId, { intent: "read" });
      if (!answer) return;
      if (answer.roster?.owner.personId === this.state.owner.personId) await writeRoster(answer.roster);
      // Only a refusal in words says that it is not to be kept any longer.
      else if (answer.words) await dropRoster(this.state.owner.personId, offeringId);
    }
    await this.load();
  }

  /** Takes a refused mark out of sight. */
  async dismiss({ place }: Queued): Promise<void> {
    if (!this.state.owner) return;
    await changeQueued(this.state.owner.personId, place, "gone");
    await this.load();
  }

  /** Throws away what somebody who left has not sent. */
  async throwOthersAway(): Promise<void> {
    for (const owner of (await countQueued()).keys()) {
      if (owner !== this.state.owner?.personId) await throwQueueAway(owner);
    }
    await this.load();
  }

  private async sendSoon(): Promise<void> {
    const worker = await navigator.serviceWorker?.getRegistration("/door");
    // Where the browser can, it sends by itself once there is a line, even after this page is closed.
    await (worker as { sync?: { register(tag: string): Promise<void> } } | undefined)?.sync
      ?.register("marks")
      .catch(() => {});
    await this.refresh();
  }

  private async send(): Promise<void> {
    const { sent, held } = await sendQueued();
    const sealed =
      sent === "signed-out" || sent === "somebody-else" ? sent : sent === "sent" ? null : this.state.sealed;
    if (sealed !== this.state.sealed) await writeFact("isSealed", sealed !== null);
    this.change({ isCut: sent === "cut", sealed, held: [...this.state.held, ...held] });
    await this.load();
  }

  private async ask(offeringId: string, values: Record<string, string>): Promise<Answered | null> {
    const asked = readClock();
    const body = new URLSearchParams({ ...values, device: deviceStamp().device });
    try {
      const answer = await fetch(`/door/offerings/${encodeURIComponent(offeringId)}`, {
        method: "POST",
        body,
        redirect: "manual",
      });
      if (answer.type === "opaqueredirect") {
        if (values.intent === "keep")
          location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
        this.change({ sealed: "signed-out" });
        return null;
      }
      const read = (await answer.json()) as Answered;
      // Each contact measures the clock: the first mark may be made before there is another.
      if (read.server !== undefined) await writeFact("contact", { ...asked, server: read.server });
      if (read.words) this.change({ trouble: read.words });
      return read;
    } catch {
      this.change({
        isCut: true,
        ...(values.intent === "keep" && { trouble: "There is no network now, so nothing was kept. Try again." }),
      });
      return null;
    }
  }

  private async load(): Promise<void> {
    const owner = (await readFact("owner")) ?? null;
    const isSealed = (await readFact("isSealed")) === true;
    const counts = await countQueued();
    const mine = owner ? (counts.get(owner.personId) ?? 0) : 0;
    const others = [...counts.values()].reduce((sum, count) => sum + count, 0) - mine;
    this.change({
      ...{ owner, others, device: (await readFact("device")) ?? "" },
      sealed: isSealed ? (this.state.sealed ?? "signed-out") : null,
      rosters: owner && !isSealed ? await readRosters(owner.personId, readClock().wall) : [],
      queue: owner ? await readQueue(owner.personId) : [],
    });
  }

  private async tryStorage(): Promise<boolean> {
    try {
      await writeFact("isSealed", (await readFact("isSealed")) ?? false);
      return true;
    } catch {
      return false;
    }
  }

  private async judgeStorage(works: boolean): Promise<string | null> {
    const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
    return warnOfStorage({
      works,
      persisted: (await navigator.storage?.persisted?.()) ?? null,
      free: quota === undefined || usage === undefined ? null : quota - usage,
      evicted: works && this.state.owner === null && localStorage.getItem(MARKER) !== null,
    });
  }

  private change(values: Partial<DoorState>): void {
    this.state = { ...this.state, ...values };
    this.onChange();
  }
}
