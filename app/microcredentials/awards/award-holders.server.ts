import { desc, eq } from "drizzle-orm";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { persons } from "#drizzle/schema/people";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { standingOf } from "./award-standing";

const MOST = 500;

/** Who holds or held a micro-credential, newest first. The caller has checked the right to it. Looking is audited (P5). */
export function listHolders(ctx: ScopedContext, microcredentialId: string) {
  const rows = ctx.db
    .select({ award: awards, person: persons })
    .from(awards)
    .innerJoin(persons, eq(persons.id, awards.personId))
    .where(eq(awards.microcredentialId, microcredentialId))
    .orderBy(desc(awards.awardedAt))
    .limit(MOST)
    .all();
  const personIds = rows.map(({ person }) => person.id);
  if (rows.length > 0) recordReading(ctx, { action: "awards.listed", subjectId: microcredentialId, personIds });
  return rows.map(({ award: { id, awardedOn, ...award }, person }) => ({
    id,
    awardedOn,
    personId: person.id,
    name: staffNameOf(person),
    standing: standingOf(award, ctx.now),
  }));
}
