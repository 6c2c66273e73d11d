import { eq } from "drizzle-orm";
import { invoiceLines, invoicePayments, invoices } from "#drizzle/schema/billing";
import { DUE_DAYS, invoiceNumber, type INVOICE_KINDS, type MONEY_KINDS } from "~/billing/invoices/invoice-kind";
import { formatPlainDate } from "~/platform/format";
import { addDays, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import type { StateOffering } from "./offerings";
import { DAY, type StatePerson, type World } from "./world";

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
    const invoiceKind: (typeof INVOICE_KINDS)[number] = "invoice";
    const id = ids.at(issuedAt);
    rows.insert(invoices, {
      id,
      providerId: provider.id,
      year,
      sequence,
      number: invoiceNumber(provider.shortName, year, sequence),
      kind: invoiceKind,
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
    return id;
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
