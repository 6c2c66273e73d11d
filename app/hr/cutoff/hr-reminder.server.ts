import { eq } from "drizzle-orm";
import { organisations } from "#drizzle/schema/people";
import type { Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatPlainDate, plural } from "~/platform/format";
import { dateOf, daysBetween, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import type { Compose } from "~/reminders/compose.server";
import type { Reminder } from "~/reminders/reconcile.server";
import { countExportLines } from "~/hr/exports/export-rows.server";
import { type HrOrganisation, isHrOf } from "~/hr/hr-scope.server";

const NOT_HR = { skip: "The person is not HR staff of this organization any more." };

/** Hours of a district's staff since its last export (S4). */
export const composeNewHours: Compose = (tx, _ctx, reminder) => {
  const organisation = findOrganisation(tx, reminder);
  if (!organisation) return NOT_HR;
  const count = countNew(tx, organisation);
  if (count === 0) return { skip: "There were no new hours." };
  return { kind: "new-hours", payload: about(organisation, count) };
};

/** A salary cut-off that draws near (S2). */
export const composeCutoff: Compose = (tx, ctx, reminder) => {
  const organisation = findOrganisation(tx, reminder);
  if (!organisation) return NOT_HR;
  const cutoffOn = reminder.occasion.slice(0, 10);
  const days = daysBetween(dateOf(ctx.now, REGION_TIME_ZONE), cutoffOn);
  return {
    kind: "salary-cutoff",
    payload: {
      ...about(organisation, countNew(tx, organisation)),
      cutoffOn: formatPlainDate(cutoffOn),
      howSoon: days > 0 ? `in ${plural(days, "day")}` : "today",
    },
  };
};

function about(organisation: HrOrganisation, count: number) {
  return {
    organisationName: organisation.name,
    lines: plural(count, "line"),
    exportUrl: `${origin}/hr/export?organization=${organisation.id}`,
  };
}

const countNew = (tx: Transaction, organisation: HrOrganisation) =>
  countExportLines(tx, organisation, { from: null, to: null, onlyNew: true });

function findOrganisation(tx: Transaction, { personId, subjectId }: Reminder): HrOrganisation | null {
  if (!isHrOf(tx, personId, subjectId)) return null;
  const { id, code, name } = organisations;
  return tx.select({ id, code, name }).from(organisations).where(eq(organisations.id, subjectId)).get() ?? null;
}
