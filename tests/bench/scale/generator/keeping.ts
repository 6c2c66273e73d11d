import { auditEntries, auditEntryPersons } from "#drizzle/schema/platform";
import { outboxMessages } from "#drizzle/schema/messages";
import { STATE, type StatePerson, type World } from "./world";

/** Rows of the audit log, and mails, that one registration causes in the course of time. */
const AUDITED = 10.4;
const MAILED = 2.55;
/** Every so many entries, somebody on the staff looked at a page of people. */
const READ_EVERY = 70;
const READ_PEOPLE = 25;

/** What is kept for some years only: the audit log and mails, of the newest offerings. */
export class Keeping {
  #audited = 0;
  /** Share of all registrations, counted from the newest, of which each is kept. */
  readonly #auditShare = STATE.auditEntries / (STATE.registrations * AUDITED);
  readonly #mailShare = STATE.mails / (STATE.registrations * MAILED);
  #keepsAudit = false;
  #keepsMail = false;

  constructor(
    private readonly world: World,
    private readonly reader: string,
  ) {}

  /** Begins with an offering after which so large a share of all registrations comes. */
  begin(after: number): void {
    this.#keepsAudit = after < this.#auditShare;
    this.#keepsMail = after < this.#mailShare;
  }

  /** Whether mails of the offering at hand are kept. */
  get keepsMail(): boolean {
    return this.#keepsMail;
  }

  /** An entry of the audit log. */
  audit(
    at: number,
    actorId: string | null,
    action: string,
    subjectId: string,
    personId: string | null,
    detail: Record<string, unknown>,
  ): void {
    if (!this.#keepsAudit) return;
    const { rows, ids } = this.world;
    rows.insert(auditEntries, {
      id: ids.at(at),
      at,
      actorId,
      action,
      subjectId,
      personId,
      detail,
      address: "192.0.2.10",
    });
    if (++this.#audited % READ_EVERY === 0) this.reading(at);
  }

  /** Somebody looked at a page that names several people (P5). */
  private reading(at: number): void {
    const { rows, ids, people, chance } = this.world;
    const id = ids.at(at);
    rows.insert(auditEntries, {
      id,
      at,
      actorId: this.reader,
      action: "people.listed",
      subjectId: "people",
      detail: {},
      address: "192.0.2.10",
    });
    const start = chance.between(0, people.length - 1);
    for (let index = 0; index < READ_PEOPLE; index++)
      rows.insert(auditEntryPersons, { personId: people[(start + index * 31) % people.length]!.id, entryId: id });
  }

  /** A mail that was sent; one in three hundred came back. */
  mail(
    at: number,
    { id: personId, email }: StatePerson,
    message: {
      kind: string;
      subjectId: string;
      payload: Record<string, unknown>;
      calendar?: string;
      replyTo: { name: string; address: string } | null;
    },
  ): void {
    if (!this.#keepsMail) return;
    const { rows, ids, chance } = this.world;
    const { calendar, ...rest } = message;
    const came = chance.happens(0.997);
    rows.insert(outboxMessages, {
      id: ids.at(at),
      ...rest,
      personId,
      recipient: email,
      occasion: "",
      calendar: calendar ? [{ method: "REQUEST", name: "session-1.ics", content: calendar }] : null,
      state: came ? "sent" : "failed",
      attempts: came ? 1 : 8,
      nextAttemptAt: at,
      sentAt: came ? at + 2_000 : null,
      lastError: came ? null : "550 5.1.1 No such mailbox here",
      createdAt: at,
    });
  }
}
