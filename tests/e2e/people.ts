import { insertReferenceData } from "#seed/reference";
import { insertAccount } from "~/people/accounts/account.server";
import { hashPassword } from "~/people/accounts/password.server";
import { insertGrant } from "~/people/roles/grant.server";
import { insertAffiliation } from "~/people/affiliations/affiliation.server";
import type { Context } from "~/platform/context";
import { type Database, inTransaction, openDatabase } from "~/platform/database/database.server";
import { organisationId, psesd } from "../support/factories";
import { admit } from "../support/microcredentials/portfolios";

export const PASSWORD = "words for the journey";

const PEOPLE = {
  admin: { first: "Robin", district: null },
  coordinator: { first: "Jordan", district: null },
  facilitator: { first: "Ines", district: null },
  registrar: { first: "Priya", district: null },
  educator: { first: "Maya", district: "Highline" },
  colleague: { first: "Luis", district: "Kent" },
  assessor: { first: "Theo", district: "Kent" },
  "second-assessor": { first: "Ada", district: "Kent" },
  hr: { first: "Noor", district: null },
  "hr-kent": { first: "Alex", district: null },
} as const;

export type Role = keyof typeof PEOPLE;

export const emailOf = (role: Role) => `${role}@journey.example`;

/** Makes a database with reference data and one account per role, before the server opens it. */
export async function insertPeople(file: string, now: number): Promise<void> {
  const db = openDatabase(file);
  const ctx: Context = { db, now, actor: null, address: null, requestId: null };
  insertReferenceData(ctx);
  const passwordHash = await hashPassword(PASSWORD);
  const ids = new Map<Role, string>();
  inTransaction(db, (tx) => {
    for (const [role, { first, district }] of Object.entries(PEOPLE) as [Role, (typeof PEOPLE)[Role]][]) {
      const account = insertAccount(
        tx,
        ctx,
        { legalFirst: first, legalLast: "Journey", email: emailOf(role), passwordHash },
        now,
      );
      ids.set(role, account.personId);
      if (district) affiliate(db, tx, ctx, account.personId, district);
    }
    const providerId = psesd(db).id;
    insertGrant(tx, ctx, ids.get("admin")!, { role: "admin", scopeId: null });
    insertGrant(tx, ctx, ids.get("coordinator")!, { role: "coordinator", scopeId: providerId });
    insertGrant(tx, ctx, ids.get("registrar")!, { role: "registrar", scopeId: providerId });
    insertGrant(tx, ctx, ids.get("assessor")!, { role: "assessor", scopeId: providerId });
    insertGrant(tx, ctx, ids.get("second-assessor")!, { role: "assessor", scopeId: providerId });
    insertGrant(tx, ctx, ids.get("hr")!, { role: "hr", scopeId: organisationId(db, "Highline") });
    insertGrant(tx, ctx, ids.get("hr-kent")!, { role: "hr", scopeId: organisationId(db, "Kent") });
  });
  for (const role of ["assessor", "second-assessor"] as const) admit(db, { personId: ids.get(role)! }, psesd(db).id);
  db.$client.close();
}

function affiliate(
  db: Database,
  tx: Parameters<typeof insertAffiliation>[0],
  ctx: Context,
  personId: string,
  district: string,
) {
  insertAffiliation(
    tx,
    ctx,
    personId,
    {
      organisationId: organisationId(db, district),
      roleKind: "teacher",
      title: null,
      employeeId: "004217",
      building: null,
      fromDate: "2024-08-26",
      toDate: null,
    },
    { confirmed: true },
  );
}
