import { insertProvider, PSESD_POLICY } from "#seed/reference";
import type { GrantRole } from "~/people/roles/role";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { systemContext } from "../../support/context";
import { give, makePerson, type TestPerson } from "../../support/factories";

/** A second provider, so that what is the other's could leak. */
export function makeProvider(db: Database): string {
  return inTransaction(db, (tx) =>
    insertProvider(tx, systemContext(db), {
      organisationName: "Kent",
      name: "Kent Learning",
      shortName: "KENT",
      address: null,
      designeeName: "The Designee",
      designeeTitle: "Registrar",
      policies: [{ fromDate: "2020-01-01", policy: PSESD_POLICY }],
    }),
  );
}

/** Somebody with one role. */
export function makeStaff(db: Database, role: GrantRole, scopeId: string | null = null): TestPerson {
  const member = makePerson(db, { first: "Sam", last: role });
  give(db, member, role, scopeId);
  return member;
}
