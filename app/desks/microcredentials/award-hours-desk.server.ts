import { inArray } from "drizzle-orm";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { persons } from "#drizzle/schema/people";
import { listVersionsOf } from "~/credits/ledger/credit-row.server";
import { standingOf } from "~/microcredentials/awards/award-standing";
import { listAwardHours } from "~/microcredentials/hours/award-hours.server";
import { findApprovals } from "~/microcredentials/hours/hours-decision.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";

/** Claims of hours for awards of the registrar's providers, what waits first. Looking is audited (P5). Five statements. */
export function listAwardHoursRows(ctx: ScopedContext) {
  const rows = listAwardHours(ctx);
  const awards = rows.map(({ award }) => award);
  const approvals = findApprovals(ctx.db, awards);
  const people = byId(
    ctx.db
      .select()
      .from(persons)
      .where(
        inArray(
          persons.id,
          awards.map((each) => each.personId),
        ),
      )
      .all(),
  );
  const titles = titlesOf(
    ctx.db,
    awards.map((each) => each.microcredentialId),
  );
  if (rows.length > 0) {
    recordReading(ctx, { action: "award-hours.listed", subjectId: "awards", personIds: [...people.keys()] });
  }
  return rows.map(({ award, hours }, index) => {
    const person = people.get(award.personId);
    return {
      id: award.id,
      personId: award.personId,
      name: person ? staffNameOf(person) : "",
      title: titles.get(award.microcredentialId) ?? "",
      awardedOn: award.awardedOn,
      standing: standingOf(award, ctx.now),
      minutes: approvals[index]?.minutes ?? 0,
      inServiceNumber: approvals[index]?.inServiceNumber ?? null,
      ...hours,
    };
  });
}

/**
 * One of them, with the versions of its credit.
 * @throws Response 404 for another provider's
 */
export function getAwardHours(ctx: ScopedContext, awardId: string) {
  const row = listAwardHoursRows(ctx).find(({ id }) => id === awardId);
  if (!row) throw notFound();
  return { row, versions: listVersionsOf(ctx.db, { awardId }) };
}

const byId = <Row extends { id: string }>(rows: Row[]) => new Map(rows.map((row) => [row.id, row]));

function titlesOf(db: Reader, ids: string[]): Map<string, string> {
  const rows = db
    .select({ id: microcredentials.id, title: microcredentials.title })
    .from(microcredentials)
    .where(inArray(microcredentials.id, ids))
    .all();
  return new Map(rows.map(({ id, title }) => [id, title]));
}
