import { eq } from "drizzle-orm";
import { invoiceLines, invoicePayments, invoices } from "#drizzle/schema/billing";
import { organisations } from "#drizzle/schema/people";
import { DUE_DAYS, invoiceNumber, type MONEY_KINDS } from "~/billing/invoices/invoice-kind";
import { formatPlainDate } from "~/platform/format";
import { addDays, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import type { StateOffering } from "./offerings";
import { DAY, type StatePerson, type World } from "./world";

/** The fee of one claim. */
export interface Fee {
  offering: StateOffering;
  person: StatePerson;
  claimId: string;
  minutes: number;
  cents: number;
  settledAt: number;
  reference: string;
}

type Paper = Pick<typeof invoices.$inferInsert, "kind" | "personId" | "organisationId" | "purchaseOrder" | "billTo"> &
  Pick<typeof invoices.$inferInsert, "aboutInvoiceId" | "reason" | "totalCents">;

/** One in so many invoices to people is lowered afterwards. */
const NOTED = 0.02;

/** Writes invoices to people and districts, numbered without a gap by provider and year after those that the database has. */
export class InvoiceWriter {
  readonly #last = new Map<string, number>();
  readonly #names: Map<string, string>;

  constructor(
    private readonly world: World,
    private readonly registrar: string,
  ) {
    const all = world.db.select({ id: organisations.id, name: organisations.name }).from(organisations).all();
    this.#names = new Map(all.map(({ id, name }) => [id, name]));
  }

  /** Writes an invoice to a person that was paid in full; gives its id. */
  toPerson(fee: Fee, kind: (typeof MONEY_KINDS)[number]): string {
    const { offering, person, cents, settledAt, reference } = fee;
    const to = { personId: person.id, billTo: person.name };
    const id = this.write(offering, settledAt - 2 * DAY, { kind: "invoice", ...to, totalCents: cents });
    this.line(id, settledAt - 2 * DAY, fee, "fee", cents);
    this.received(id, kind, settledAt, cents, reference);
    if (!this.world.chance.happens(NOTED)) return id;
    const notedAt = Math.min(settledAt + 30 * DAY, this.world.now);
    const about = { aboutInvoiceId: id, reason: "Corrected by half an hour", totalCents: 300 };
    const note = this.write(offering, notedAt, { kind: "credit-note", ...to, ...about });
    this.line(note, notedAt, fee, "credit", 300);
    return id;
  }

  /** Writes an invoice to each district that promised fees by purchase orders, and what came in for it; each in its time. */
  toDistricts(offering: StateOffering, fees: readonly Fee[]): void {
    const issuedAt = Math.max(...fees.map(({ settledAt }) => settledAt)) + 10 * DAY;
    if (issuedAt > this.world.now) return;
    const districts = Map.groupBy(fees, ({ person }) => person.organisationId!);
    for (const [organisationId, mine] of districts) {
      const totalCents = mine.reduce((sum, { cents }) => sum + cents, 0);
      const to = { organisationId, billTo: this.#names.get(organisationId) ?? "", purchaseOrder: mine[0]!.reference };
      const id = this.write(offering, issuedAt, { kind: "invoice", ...to, totalCents });
      for (const fee of mine) this.line(id, issuedAt, fee, "fee", fee.cents);
      const paidAt = issuedAt + 35 * DAY;
      if (paidAt < this.world.now) this.received(id, "cheque", paidAt, totalCents, mine[0]!.reference);
    }
  }

  private write({ course }: StateOffering, issuedAt: number, paper: Paper): string {
    const id = this.world.ids.at(issuedAt);
    const issuedOn = dateOf(issuedAt, REGION_TIME_ZONE);
    const year = Number(issuedOn.slice(0, 4));
    const { id: providerId, shortName } = course.provider;
    const sequence = this.next(providerId, year);
    const number = invoiceNumber(shortName, year, sequence);
    const dueOn = paper.kind === "invoice" ? addDays(issuedOn, DUE_DAYS) : issuedOn;
    const issued = { issuedAt, issuedBy: this.registrar, issuedOn, dueOn };
    this.world.rows.insert(invoices, { id, providerId, year, sequence, number, ...issued, ...paper });
    return id;
  }

  private line(
    invoiceId: string,
    at: number,
    { offering, claimId, minutes }: Fee,
    kind: "fee" | "credit",
    amountCents: number,
  ) {
    const { course, inServiceNumber, completedOn } = offering;
    const description = `${course.title} (${inServiceNumber}), completed ${formatPlainDate(completedOn)}`;
    const id = this.world.ids.at(at);
    this.world.rows.insert(invoiceLines, { id, invoiceId, claimId, kind, description, minutes, amountCents });
  }

  private received(
    invoiceId: string,
    kind: (typeof MONEY_KINDS)[number],
    at: number,
    cents: number,
    reference: string,
  ) {
    const received = { receivedOn: dateOf(at, REGION_TIME_ZONE), recordedBy: this.registrar, recordedAt: at };
    const id = this.world.ids.at(at);
    this.world.rows.insert(invoicePayments, { id, invoiceId, kind, amountCents: cents, reference, ...received });
  }

  private next(providerId: string, year: number): number {
    const key = `${providerId} ${year}`;
    const last = this.#last.get(key) ?? this.readLast(providerId, year);
    this.#last.set(key, last + 1);
    return last + 1;
  }

  private readLast(providerId: string, year: number): number {
    const own = this.world.db.select().from(invoices).where(eq(invoices.providerId, providerId)).all();
    return Math.max(0, ...own.filter((each) => each.year === year).map(({ sequence }) => sequence));
  }
}
