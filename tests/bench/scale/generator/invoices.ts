import { eq } from "drizzle-orm";
import { invoiceLines, invoicePayments, invoices } from "#drizzle/schema/billing";
import { DUE_DAYS, invoiceNumber, type MONEY_KINDS } from "~/billing/invoices/invoice-kind";
import { formatPlainDate } from "~/platform/format";
import { addDays, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import type { StateOffering } from "./offerings";
import { DAY, type StatePerson, type StateProvider, type World } from "./world";

/** What an invoice asks for, and how it was paid. */
interface Bill {
  offering: StateOffering;
  person: StatePerson;
  claimId: string;
  minutes: number;
  cents: number;
  settledAt: number;
  reference: string;
  kind: (typeof MONEY_KINDS)[number];
}

interface Noted extends Pick<Bill, "person" | "claimId" | "settledAt"> {
  id: string;
  provider: StateProvider;
  description: string;
}

/** One in so many invoices is lowered afterwards. */
const NOTED = 0.02;

/** Writes invoices to people, numbered without a gap by provider and year after those that the database has. */
export class InvoiceWriter {
  readonly #last = new Map<string, number>();

  constructor(
    private readonly world: World,
    private readonly registrar: string,
  ) {}

  /** Writes an invoice that was paid in full; gives its id. */
  write({ offering, person, claimId, minutes, cents, settledAt, reference, kind }: Bill): string {
    const { rows, ids } = this.world;
    const issuedAt = settledAt - 2 * DAY;
    const issuedOn = dateOf(issuedAt, REGION_TIME_ZONE);
    const year = Number(issuedOn.slice(0, 4));
    const { provider, title } = offering.course;
    const sequence = this.next(provider.id, year);
    const id = ids.at(issuedAt);
    rows.insert(invoices, {
      id,
      providerId: provider.id,
      year,
      sequence,
      number: invoiceNumber(provider.shortName, year, sequence),
      kind: "invoice",
      personId: person.id,
      billTo: person.name,
      issuedAt,
      issuedBy: this.registrar,
      issuedOn,
      dueOn: addDays(issuedOn, DUE_DAYS),
      totalCents: cents,
    });
    const description = `${title} (${offering.inServiceNumber}), completed ${formatPlainDate(offering.completedOn)}`;
    rows.insert(invoiceLines, {
      id: ids.at(issuedAt),
      invoiceId: id,
      claimId,
      kind: "fee",
      description,
      minutes,
      amountCents: cents,
    });
    const received = {
      receivedOn: dateOf(settledAt, REGION_TIME_ZONE),
      recordedBy: this.registrar,
      recordedAt: settledAt,
    };
    rows.insert(invoicePayments, {
      id: ids.at(settledAt),
      invoiceId: id,
      kind,
      amountCents: cents,
      reference,
      ...received,
    });
    if (this.world.chance.happens(NOTED)) this.note({ id, person, provider, claimId, description, settledAt });
    return id;
  }

  /** A credit note: fewer hours were right, and the money for them comes back. */
  private note({ id, person, provider, claimId, description, settledAt }: Noted): void {
    const { rows, ids, now } = this.world;
    const issuedAt = Math.min(settledAt + 30 * DAY, now);
    const issuedOn = dateOf(issuedAt, REGION_TIME_ZONE);
    const year = Number(issuedOn.slice(0, 4));
    const sequence = this.next(provider.id, year);
    const noteId = ids.at(issuedAt);
    rows.insert(invoices, {
      id: noteId,
      providerId: provider.id,
      year,
      sequence,
      number: invoiceNumber(provider.shortName, year, sequence),
      kind: "credit-note",
      personId: person.id,
      billTo: person.name,
      aboutInvoiceId: id,
      issuedAt,
      issuedBy: this.registrar,
      issuedOn,
      dueOn: issuedOn,
      totalCents: 300,
      reason: "Corrected by half an hour",
    });
    const line = { id: ids.at(issuedAt), invoiceId: noteId, claimId, description, minutes: 30, amountCents: 300 };
    rows.insert(invoiceLines, { ...line, kind: "credit" });
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
