import { and, eq, inArray, isNull } from "drizzle-orm";
import { affiliations, organisations, persons } from "#drizzle/schema/people";
import { insertAffiliation } from "~/people/affiliations/affiliation.server";
import { overlap } from "~/people/affiliations/affiliation-dates";
import type { AffiliationInput } from "~/people/affiliations/affiliation-form";
import type { Person } from "~/people/persons/person.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import type { ReadList } from "./import-rows.server";

/** What a line adds to the record of its person, or why it cannot. */
export interface PlannedDetails {
  workplace: AffiliationInput | null;
  certificateNumber: string | null;
  /** What of it is new, in words. */
  adds: string[];
  problem?: string;
}

/**
 * What the lines of a list add to records, by line: a workplace that is not entered yet, and a certificate number where
 * none is known. What is known is never changed by a list. Two statements for a list of any length.
 */
export function planDetails(
  db: Reader,
  lines: ReadList["lines"],
  people: ReadonlyMap<string, Person>,
): Map<number, PlannedDetails> {
  const said = lines.flatMap((line) => ("email" in line && line.details ? [{ ...line, details: line.details }] : []));
  if (said.length === 0) return new Map();
  const byName = organisationsByName(db);
  const entered = db
    .select()
    .from(affiliations)
    .where(
      and(
        isNull(affiliations.disownedAt),
        inArray(
          affiliations.personId,
          [...people.values()].map(({ id }) => id),
        ),
      ),
    )
    .all();
  return new Map(
    said.map(({ line, email, details }): [number, PlannedDetails] => {
      const person = people.get(email);
      const certificateNumber = person?.certificateNumber ? null : details.certificateNumber;
      const adds = certificateNumber ? ["the certificate number"] : [];
      if (!details.workplace) return [line, { workplace: null, certificateNumber, adds }];
      const { district, roleKind, firstDay, building, employeeId } = details.workplace;
      const organisation = byName(district);
      const problem = `“${district}” is no organization that Hourbook knows: write its name or its code.`;
      if (!organisation) return [line, { workplace: null, certificateNumber: null, adds: [], problem }];
      const span = { fromDate: firstDay, toDate: null };
      const known = entered.some(
        (row) => row.personId === person?.id && row.organisationId === organisation.id && overlap(row, span),
      );
      if (known) return [line, { workplace: null, certificateNumber, adds }];
      const workplace = { organisationId: organisation.id, roleKind, title: null, employeeId, building, ...span };
      return [line, { workplace, certificateNumber, adds: [`the workplace in ${organisation.name}`, ...adds] }];
    }),
  );
}

/** Keeps what a line adds: the word of whoever made the list, which the organization's HR has yet to confirm (S1). */
export function enterDetails(
  tx: Transaction,
  ctx: ActorContext,
  personId: string,
  planned: PlannedDetails | undefined,
): void {
  if (!planned) return;
  const { workplace, certificateNumber } = planned;
  if (workplace) insertAffiliation(tx, ctx, personId, workplace, { confirmed: false });
  if (!certificateNumber) return;
  tx.update(persons).set({ certificateNumber, updatedAt: ctx.now }).where(eq(persons.id, personId)).run();
  const detail = { changes: { certificateNumber: [null, certificateNumber] } };
  recordAudit(tx, ctx, { action: "person.updated", subjectId: personId, personId, detail });
}

/** Organizations by name or code; a code that a spreadsheet took the zero from is found, too. */
function organisationsByName(db: Reader) {
  const rows = db.select().from(organisations).all();
  const found = new Map(
    rows.flatMap((row) => [
      [row.name.toLowerCase(), row] as const,
      ...(row.code ? [[row.code.toLowerCase(), row] as const] : []),
    ]),
  );
  return (text: string) => {
    const words = text.trim().toLowerCase();
    const short = words.replace(/ (public schools|school district|sd)$/, "");
    return found.get(words) ?? found.get(short) ?? (/^\d{4}$/.test(words) ? found.get(`0${words}`) : undefined);
  };
}
