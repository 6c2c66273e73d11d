import { eq } from "drizzle-orm";
import type { z } from "zod";
import { persons } from "#drizzle/schema/people";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/http/responses.server";
import { insertAffiliation } from "~/people/affiliations/affiliation.server";
import { findOrganisation } from "~/people/organisations/organisation.server";
import { staffNameOf } from "./name";
import type { newPersonForm } from "./person-admin-form";
import { findPerson } from "./person.server";

/**
 * Whom a page of the administrators' is about. Looking is audited (P5).
 * @throws Response 404
 */
export function getNamed(ctx: ActorContext, personId: string): { id: string; name: string } {
  const person = findPerson(ctx.db, personId);
  if (!person) throw notFound();
  recordReading(ctx, { action: "person.read", subjectId: personId, personIds: [personId] });
  return { id: person.id, name: staffNameOf(person) };
}

type Entered = z.output<typeof newPersonForm>;
type NewPersonInput = Omit<Entered, "employeeId" | "building"> & Partial<Pick<Entered, "employeeId" | "building">>;

/**
 * An administrator enters a person, who may have no account yet (R8), with where they work, which is confirmed by that.
 * Returns the id.
 */
export function addPerson(
  ctx: ActorContext,
  input: NewPersonInput,
): Outcome<string, "address-taken" | "unknown-organisation"> {
  const { legalFirst, legalLast, email = null, organisationId, roleKind, fromDate } = input;
  const { employeeId = null, building = null } = input;
  return inTransaction(ctx.db, (tx) => {
    if (email && tx.select({ id: persons.id }).from(persons).where(eq(persons.email, email)).get()) {
      return refuse("address-taken");
    }
    if (organisationId && !findOrganisation(tx, organisationId)) return refuse("unknown-organisation");
    const id = newId();
    tx.insert(persons).values({ id, legalFirst, legalLast, email, createdAt: ctx.now, updatedAt: ctx.now }).run();
    recordAudit(tx, ctx, { action: "person.added", subjectId: id, personId: id });
    if (organisationId && roleKind && fromDate) {
      const rest = { title: null, building, toDate: null };
      const workplace = { organisationId, roleKind, employeeId, fromDate, ...rest };
      insertAffiliation(tx, ctx, id, workplace, { confirmed: true });
    }
    return ok(id);
  });
}
