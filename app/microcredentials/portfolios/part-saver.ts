import type { EvidenceKind } from "~/microcredentials/definitions/definition";
import { asKept, decideDraft, isUnsaved, type PartDraft, type SavedPart, type Saving } from "./part-draft";

/** What the server answered to what was sent. */
export type Posted =
  | { answer: "saved"; revision: number }
  | { answer: "changed-elsewhere"; theirs: SavedPart }
  | { answer: "refused"; words: string }
  | { answer: "signed-out" | "cut" };

/** What a device has: a place to keep text in, a line, and a clock. */
export interface Device {
  /** @throws where the browser keeps nothing */
  read(): Promise<PartDraft | null>;
  write(draft: PartDraft): Promise<void>;
  /** Forgets what is kept, unless something else is kept there by now. */
  forget(typed: string): Promise<void>;
  post(part: { typed: string; revision: number }, isLeaving: boolean): Promise<Posted>;
  /** Does something after so many milliseconds, unless it is called off. */
  later(run: () => void, ms: number): () => void;
}

const PAUSE_MS = 1_000;
const AGAIN_MS = 15_000;
/** Of what was sent without an answer, so much is remembered. */
const MOST_SENT = 3;

interface Told {
  /** Something else is to be said. */
  onSaving(saving: Saving): void;
  /** The server has it now. */
  onSaved(saved: SavedPart): void;
  /** Other words belong into the field. */
  onFill(typed: string): void;
}

/** Keeps what is typed into a part on the device at once, and sends it when it can be. */
export class PartSaver {
  private typed: string;
  private sent: readonly string[] = [];
  private saving: Saving = { step: "untouched" };
  private callOff = () => {};
  private isSending = false;
  /** Whether this very page has saved what it takes for saved. */
  private hasSaved = false;
  private isStopped = false;

  constructor(
    private readonly kind: EvidenceKind,
    private saved: SavedPart,
    private readonly device: Device,
    private readonly told: Told,
  ) {
    this.typed = saved.words;
  }

  /** Takes up what the device kept of an earlier visit. */
  async open(): Promise<void> {
    const draft = await this.device.read().catch(() => null);
    // Whoever types already goes on.
    if (!draft || this.saving.step !== "untouched" || this.isStopped) return;
    const next = decideDraft(this.kind, draft, this.saved);
    if (next === "forget") await this.device.forget(draft.typed).catch(() => {});
    if (next !== "send" && next !== "ask") return;
    this.typed = draft.typed;
    this.sent = draft.sent;
    this.told.onFill(draft.typed);
    if (next === "ask") return this.say({ step: "asked", theirs: this.saved, mine: draft.typed });
    this.say({ step: "kept" });
    await this.send();
  }

  /** The field holds something else: it is kept at once, and sent after a pause. */
  async type(typed: string): Promise<void> {
    this.typed = typed;
    if (this.saving.step !== "asked") this.say({ step: "typing" });
    this.plan(PAUSE_MS);
    await this.keep();
  }

  /**
   * Sends what is not saved yet, now.
   * @param why somebody asked for it: then even what this page takes for saved is sent, since another device may have changed it
   */
  async send(why: "due" | "asked" | "leaving" = "due"): Promise<void> {
    if (this.saving.step === "asked" || this.isSending) return;
    if (this.saving.step === "untouched" && why !== "asked") return;
    this.callOff();
    const { typed } = this;
    if (asKept(this.kind, typed) === this.saved.words && why !== "asked") return this.undo(typed);
    this.isSending = true;
    this.sent = [...this.sent.filter((each) => each !== typed), typed].slice(-MOST_SENT);
    await this.keep();
    const posted = await this.device
      .post({ typed, revision: this.saved.revision }, why === "leaving")
      .catch((): Posted => ({ answer: "cut" }));
    this.isSending = false;
    if (!this.isStopped) await this.take(typed, posted);
  }

  /** The page has read anew what the server has. */
  async see(saved: SavedPart): Promise<void> {
    if (saved.revision <= this.saved.revision || this.saving.step === "asked") return;
    if (isUnsaved(this.saving)) return this.collide(saved);
    this.saved = saved;
    this.hasSaved = false;
    this.typed = saved.words;
    this.told.onFill(saved.words);
  }

  /** Decides between this device and another: what stands in the field, or what the other one saved. */
  async choose(whose: "mine" | "theirs"): Promise<void> {
    if (this.saving.step !== "asked") return;
    const { theirs } = this.saving;
    this.saved = theirs;
    this.told.onSaved(theirs);
    this.sent = [];
    if (whose === "mine") {
      this.say({ step: "kept" });
      await this.keep();
      return this.send();
    }
    const { typed } = this;
    // The field first: whoever goes on typing at once writes over what they chose, and loses nothing of it.
    this.typed = theirs.words;
    this.told.onFill(theirs.words);
    this.say({ step: "saved" });
    await this.device.forget(typed).catch(() => {});
  }

  /** The page is left: nothing more is said, and what is not sent yet is. */
  stop(): void {
    void this.send("leaving");
    this.isStopped = true;
    this.callOff();
  }

  private async take(typed: string, posted: Posted): Promise<void> {
    switch (posted.answer) {
      case "saved":
        this.saved = { words: asKept(this.kind, typed), revision: posted.revision };
        this.hasSaved = true;
        this.told.onSaved(this.saved);
        return this.settle(typed);
      case "changed-elsewhere":
        return this.collide(posted.theirs);
      case "refused":
        return this.say({ step: "refused", words: posted.words });
      case "signed-out":
        return this.say({ step: "signed-out" });
      case "cut":
        if (this.saving.step === "typing") this.say({ step: "kept" });
        this.plan(AGAIN_MS);
    }
  }

  /** What is in the field is what was there before: nothing is to be sent, and nothing is claimed. */
  private async undo(typed: string): Promise<void> {
    await this.device.forget(typed).catch(() => {});
    if (this.typed === typed) this.say({ step: this.hasSaved ? "saved" : "untouched" });
  }

  /** What was sent is saved; what was typed meanwhile is not, and was written over what is saved now. */
  private async settle(typed: string): Promise<void> {
    this.sent = [];
    if (this.typed === typed) {
      await this.device.forget(typed).catch(() => {});
      if (this.typed === typed) return this.say({ step: "saved" });
    }
    await this.keep();
    this.plan(PAUSE_MS);
  }

  private async collide(theirs: SavedPart): Promise<void> {
    const draft = { typed: this.typed, revision: this.saved.revision, sent: this.sent };
    if (decideDraft(this.kind, draft, theirs) === "ask") return this.say({ step: "asked", theirs, mine: this.typed });
    this.saved = theirs;
    this.told.onSaved(theirs);
    await this.settle(theirs.words);
  }

  private async keep(): Promise<void> {
    const { typed, sent } = this;
    try {
      await this.device.write({ typed, revision: this.saved.revision, sent });
      if (this.typed === typed && ["typing", "not-kept"].includes(this.saving.step)) this.say({ step: "kept" });
    } catch {
      if (this.saving.step !== "asked") this.say({ step: "not-kept" });
    }
  }

  private plan(ms: number): void {
    this.callOff();
    if (!this.isStopped) this.callOff = this.device.later(() => void this.send(), ms);
  }

  private say(saving: Saving): void {
    this.saving = saving;
    if (!this.isStopped) this.told.onSaving(saving);
  }
}
