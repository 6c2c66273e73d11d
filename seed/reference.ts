import { readFileSync } from "node:fs";
import { organisations } from "#drizzle/schema/people";
import { programAreas } from "#drizzle/schema/catalog";
import { createProvider } from "~/catalog/providers/provider-edit.server";
import type { ProviderPolicy } from "~/catalog/providers/provider-policy";
import { addProviderYear } from "~/catalog/providers/provider-year.server";
import { insertEvaluationForm } from "~/credits/evaluation/form-versions.server";
import type { OrganisationKind } from "~/people/roles/role";
import type { Context } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import type { Outcome } from "~/platform/outcome";
import { approvalYearOf, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { PROGRAM_AREAS } from "./program-areas";

/** PSESD's policy (H2, A2, R1, R4, T3, T8). */
export const PSESD_POLICY: ProviderPolicy = {
  name: "PSESD",
  breaksCount: false,
  incrementMinutes: 30,
  minimumMinutes: 60,
  leadWorkingDays: 10,
  offerHours: 24,
  cancelDays: 7,
  evaluationGates: true,
  paymentGates: true,
  feeBaseCents: 0,
  feePerHourCents: 300,
  feeMinimumCents: 1500,
  latePercent: 0,
  lateAfterDays: 0,
  cooperativeWaives: true,
};

/** T6: what every evaluation asks. */
const EVALUATION_QUESTIONS = [
  { key: "objectives", kind: "scale" as const, text: "How far were the stated objectives met?" },
  { key: "relevance", kind: "scale" as const, text: "How relevant was this to your work?" },
  { key: "quality", kind: "scale" as const, text: "How good were the content and the teaching?" },
  { key: "standards", kind: "scale" as const, text: "How far were the stated standards met?" },
  { key: "suggestions", kind: "text" as const, text: "What should be better next time?" },
];

/**
 * Inserts what every Hourbook of this agency starts from, where the database has no organisation yet: the organisations
 * (domain section 11), the program areas, and the ESD as the first provider with its policy and evaluation form.
 */
export function insertReferenceData(ctx: Context): void {
  inTransaction(ctx.db, (tx) => {
    if (tx.select({ id: organisations.id }).from(organisations).limit(1).get()) return;
    for (const row of readOrganisations()) {
      tx.insert(organisations)
        .values({ id: newId(), ...row, createdAt: ctx.now })
        .run();
    }
    PROGRAM_AREAS.forEach((area, position) =>
      tx
        .insert(programAreas)
        .values({ ...area, position })
        .run(),
    );
    insertProvider(tx, ctx, {
      organisationName: "Puget Sound Educational Service District",
      name: "Puget Sound Educational Service District",
      shortName: "PSESD",
      address: null,
      designeeName: null,
      designeeTitle: null,
      policies: [{ fromDate: "2020-01-01", policy: PSESD_POLICY }],
    });
  });
}

/** Adds a provider with its policies, its approval for this and the neighbouring years, and its evaluation form. */
export function insertProvider(
  tx: Transaction,
  ctx: Context,
  input: {
    organisationName: string;
    name: string;
    shortName: string;
    address: string | null;
    designeeName: string | null;
    designeeTitle: string | null;
    contactName?: string;
    contactEmail?: string;
    contactPhone?: string;
    policies: { fromDate: string; policy: ProviderPolicy }[];
  },
): string {
  const { organisationName, policies, contactName = null, contactEmail = null, contactPhone = null, ...rest } = input;
  const organisation = findOrganisation(tx, organisationName);
  if (!organisation) throw new Error(`There is no organisation named ${organisationName}.`);
  const contact = { contactName, contactEmail, contactPhone };
  const values = { organisationId: organisation.id, timeZone: REGION_TIME_ZONE, ...contact, ...rest };
  const providerId = must(createProvider(tx, ctx, values, policies));
  const year = approvalYearOf(dateOf(ctx.now, REGION_TIME_ZONE));
  for (const each of [year - 1, year, year + 1])
    must(addProviderYear(tx, ctx, providerId, { year: each, basis: "Approved automatically" }));
  insertEvaluationForm(tx, ctx, { providerId, fromDate: "2020-01-01", questions: EVALUATION_QUESTIONS });
  return providerId;
}

function must<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`The reference data were refused: ${outcome.reason}.`);
  return outcome.value;
}

function findOrganisation(tx: Transaction, name: string) {
  return tx
    .select()
    .from(organisations)
    .all()
    .find((row) => row.name === name);
}

function readOrganisations() {
  const file = readFileSync("seed/organisations.csv", "utf8");
  return file
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [code = "", name = "", kind = "", county = ""] = line.split(",");
      return { code: code || null, name, kind: kind as OrganisationKind, county };
    });
}
