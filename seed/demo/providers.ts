import { eq, inArray } from "drizzle-orm";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { providers } from "#drizzle/schema/providers";
import { instructorEntries, places } from "#drizzle/schema/proposals";
import { GUEST_INSTRUCTORS, PLACES } from "../places";
import { cooperativeMemberships, organisations } from "#drizzle/schema/people";
import { must } from "./offerings";
import { insertProvider, PSESD_POLICY } from "../reference";
import { changePermissions } from "~/catalog/providers/designation-permission.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { getHomeProvider } from "~/people/organisations/home-provider.server";

/** The demo's providers by short name: the ESD, and three with policies of their own (domain section 2). */
export type DemoProviders = {
  psesd: string;
  esd113: string;
  district: string;
  partner: string;
};

const COOPERATIVE_MEMBERS = ["Kent", "Tukwila", "Fife", "Bainbridge Island"];

/** Inserts the other providers, the cooperative's members, the places, and what the ESD's documents need. */
export function insertProviders(tx: Transaction, ctx: Context): DemoProviders {
  const members = tx.select({ id: organisations.id }).from(organisations);
  for (const { id } of members.where(inArray(organisations.name, COOPERATIVE_MEMBERS)).all()) {
    tx.insert(cooperativeMemberships).values({ id: newId(), organisationId: id, fromDate: "2020-01-01" }).run();
  }
  const billing = { billingName: "Accounts payable", billingAddress: "12033 Example Avenue SE\nKent, WA 98031" };
  tx.update(organisations).set(billing).where(eq(organisations.name, "Kent")).run();
  insertOrganisation(tx, ctx, "Capital Region ESD 113", "esd", "Thurston");
  insertOrganisation(tx, ctx, "Example Tribal Education Partnership", "partner", "King");
  for (const [index, { name, address, city, directions }] of PLACES.entries()) {
    tx.insert(places)
      .values({ id: newId(), name, address: `${address}, ${city}`, directions, capacity: 30 + (index % 4) * 10 })
      .run();
  }
  for (const { name, qualifications } of GUEST_INSTRUCTORS) {
    const { id: providerId } = getHomeProvider(tx);
    tx.insert(instructorEntries).values({ id: newId(), providerId, name, qualifications }).run();
  }
  const designee = { designeeName: "Priya Sample", designeeTitle: "Clock Hours Registrar (demo)" };
  const contact = {
    contactName: "Clock hours office",
    contactEmail: "clock-hours@demo.hourbook.example",
    contactPhone: "(425) 555-0100",
  };
  const address = "800 Example Avenue SW, Renton, WA 98057";
  tx.update(providers)
    .set({ address, ...designee, ...contact })
    .where(eq(providers.shortName, "PSESD"))
    .run();
  const insert = (organisationName: string, name: string, shortName: string, policy: Partial<typeof PSESD_POLICY>) =>
    insertProvider(tx, ctx, {
      organisationName,
      name,
      shortName,
      address: null,
      ...designee,
      policies: [{ fromDate: "2020-01-01", policy: { ...PSESD_POLICY, ...policy } }],
    });
  const partner = insert("Example Tribal Education Partnership", "Example Tribal Education Partnership", "ETEP", {
    name: "Partner",
  });
  must(
    changePermissions(
      tx,
      ctx,
      { id: partner, timeZone: REGION_TIME_ZONE },
      {
        intent: "list-designation",
        designation: "G2G",
        fromDate: "2020-01-01",
        basis: "On the list of approved experts (demo)",
      },
    ),
  );
  return {
    psesd: getHomeProvider(tx).id,
    esd113: insert("Capital Region ESD 113", "Capital Region ESD 113", "ESD113", {
      name: "ESD 113",
      breaksCount: true,
      feeBaseCents: 500,
      feeMinimumCents: 0,
      latePercent: 20,
      lateAfterDays: 90,
      cooperativeWaives: false,
    }),
    district: insert("Tacoma", "Tacoma School District Professional Learning", "TACOMA", {
      name: "OSPI plain",
      breaksCount: true,
      incrementMinutes: 1,
      feePerHourCents: 0,
      feeMinimumCents: 0,
      paymentGates: false,
    }),
    partner,
  };
}

function insertOrganisation(
  tx: Transaction,
  ctx: Context,
  name: string,
  kind: "esd" | "partner",
  county: string,
): void {
  tx.insert(organisations).values({ id: newId(), name, kind, county, createdAt: ctx.now }).run();
}
