import { beforeEach, expect, test } from "vitest";
import { FIND_OWED } from "#drizzle/owed-money";
import { invoiceLines, invoices, payments } from "#drizzle/schema/billing";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { affiliations, persons } from "#drizzle/schema/people";
import { recordPayment, withFees } from "~/billing/fees/claim-fee.server";
import { listInvoicedCents } from "~/billing/fees/claim-charge.server";
import { listPayments } from "~/billing/fees/payment-row.server";
import { reversePayment } from "~/billing/fees/reverse-payment.server";
import { listBillable, listEmployers } from "~/billing/invoices/billable.server";
import { billableSource } from "~/billing/invoices/billable-list.server";
import { issueDistrictInvoice, issueInvoices } from "~/billing/invoices/invoice.server";
import { creditInvoice } from "~/billing/invoices/invoice-payment.server";
import { takeBack } from "~/billing/fees/claim-fee.server";
import { asClaimed } from "~/credits/claims/claim-row.server";
import { dateOf } from "~/platform/time/time-zone";
import type { Database } from "~/platform/database/database.server";
import { ESD_113_FEE, makeClaim } from "../../support/billing";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { eq } from "drizzle-orm";
import {
  affiliate,
  give,
  joinCooperative,
  makeOffering,
  makePerson,
  organisationId,
  psesd,
  type TestPerson,
} from "../../support/factories";
import { pageOfList } from "../../support/request";

const NOW = at("2027-06-20T10:00");
let db: Database;
let registrar: TestPerson;
let people: TestPerson[];
beforeEach(() => {
  db = useTestDatabase();
  joinCooperative(db, "Highline");
  registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  people = Array.from({ length: 5 }, () => makePerson(db, { organisation: "Kent" }));
  affiliate(db, people[0]!, { organisation: "Highline", from: "2019-09-01", confirmed: false });
});

const staff = () => actingAs(db, registrar, { now: NOW, scopeIds: [psesd(db).id] });
const PAID = { reference: "1042", receivedOn: "2027-06-20" };
const reason = "It was another person's";

/** Which chance a walk meets with: the same at every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What each claim owes, reckoned from everything that was ever recorded. */
function reckon() {
  const rows = db
    .select({ claim: claims, offering: offerings })
    .from(claims)
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .all();
  const invoiced = listInvoicedCents(
    db,
    rows.map(({ claim }) => claim.id),
  );
  const made = rows
    .filter(({ claim }) => !["open", "returned", "void"].includes(claim.status) && (invoiced.get(claim.id) ?? 0) <= 0)
    .map((row) => ({ ...row, claim: asClaimed(row.claim) }));
  return withFees(db, made, ({ timeZone }) => dateOf(NOW, timeZone))
    .map(({ claim, fee }) => {
      const orders = listPayments(db, claim.id).filter(
        ({ kind, invoiceId }) => kind === "purchase-order" && !invoiceId,
      );
      const promised = orders.reduce((sum, { amountCents }) => sum + amountCents, 0);
      return { id: claim.id, promised: claim.settled, cents: claim.settled ? promised : fee.cents };
    })
    .filter(({ cents }) => cents > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const shown = () =>
  listBillable(db, staff())
    .map(({ claim, promised, cents }) => ({ id: claim.id, promised, cents }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const kept = () => db.$client.prepare("select * from billable_claims order by claim_id").all();

/** One change that people or staff can make; many are refused, which changes nothing. */
function step(pick: (below: number) => number): void {
  const all = db.select().from(claims).all();
  const of = all[pick(all.length)];
  const person = people[pick(people.length)]!;
  const kinds = ["cheque", "purchase-order", "waiver"] as const;
  const policies = [ESD_113_FEE, { feeMinimumCents: 0, feeBaseCents: 0, feePerHourCents: 0 }, {}];
  const steps: (() => unknown)[] = [
    () => makeClaim(db, { person, minutes: 60 * (1 + pick(7)), policy: policies[pick(policies.length)]! }),
    () => makeClaim(db, { person, offering: makeOffering(db), status: "claimed" }),
    () => {
      const kind = kinds[pick(kinds.length)]!;
      const due = listBillable(db, staff()).find(({ claim }) => claim.id === of?.id)?.cents ?? 0;
      return of && recordPayment(staff(), { claimId: of.id, kind, amountCents: kind === "waiver" ? 0 : due, ...PAID });
    },
    () => {
      const payment = db
        .select()
        .from(payments)
        .all()
        .at(-1 - pick(3));
      return payment && reversePayment(staff(), { claimId: payment.claimId, paymentId: payment.id, reason });
    },
    () => of && issueInvoices(staff(), { claimIds: [of.id] }),
    () =>
      of &&
      issueDistrictInvoice(staff(), {
        organisationId: organisationId(db, "Kent"),
        purchaseOrder: "PO-1",
        claimIds: [of.id],
      }),
    () => {
      const invoice = db
        .select()
        .from(invoices)
        .all()
        .at(-1 - pick(3));
      return invoice && creditInvoice(staff(), { invoiceId: invoice.id, reason });
    },
    () => of && takeBack(actingAs(db, { ...person, personId: of.personId }, { now: NOW }), of.id),
    () =>
      db
        .update(persons)
        .set({ legalLast: `Name ${pick(100)}` })
        .where(eq(persons.id, person.personId))
        .run(),
    () => {
      const confirmed = pick(2) === 0 ? NOW : null;
      const theirs = eq(affiliations.organisationId, organisationId(db, "Highline"));
      return db.update(affiliations).set({ confirmedAt: confirmed }).where(theirs).run();
    },
    () => {
      const [offering] = of ? db.select().from(offerings).where(eq(offerings.id, of.offeringId)).all() : [];
      const policy = offering && {
        ...offering.policy!,
        feePerHourCents: 100 * pick(5),
        cooperativeWaives: pick(2) === 0,
      };
      return policy && db.update(offerings).set({ policy }).where(eq(offerings.id, offering.id)).run();
    },
  ];
  steps[pick(steps.length)]!();
}

test.for([1, 2, 3])("T8 what is billable is kept as it is reckoned from all, whatever happens (walk %i)", (seed) => {
  const pick = chance(seed);
  let most = 0;
  for (let steps = 0; steps < 120; steps++) {
    step(pick);
    expect(shown()).toEqual(reckon());
    most = Math.max(most, shown().length);
    if (steps % 20 > 0) continue;
    const now = kept();
    db.$client.exec(FIND_OWED);
    expect(kept()).toEqual(now);
  }
  expect(most).toBeGreaterThan(5);
  expect(db.select().from(invoiceLines).all().length).toBeGreaterThan(2);
});

test("T8 claims to bill stand in the order of names and of what they cost today, late fees with them", () => {
  const pick = chance(7);
  for (const person of people)
    for (const policy of [ESD_113_FEE, {}]) makeClaim(db, { person, minutes: 60 * (1 + pick(7)), policy });
  const names = listBillable(db, staff()).map(({ sortName }) => sortName);
  const page = (query: string) => pageOfList((search) => billableSource(staff(), search), query);
  expect(page("").rows.map(({ name }) => name)).toEqual(names);
  const cents = page("sort=fee").rows.map((row) => row.cents);
  expect(cents).toEqual(cents.toSorted((a, b) => a - b));
  expect(page("").rows.some(({ lateCents }) => lateCents > 0)).toBe(true);
  expect(new Set(cents).size).toBeGreaterThan(4);
});

test("T8 only districts whose people have something to bill can be chosen", () => {
  makePerson(db, { organisation: "Renton" });
  makeClaim(db, { person: people[1]! });
  expect(listEmployers(db, staff()).map(({ label }) => label)).toEqual(["Kent"]);
});
