import { and, eq, inArray } from "drizzle-orm";
import { auditEntries } from "#drizzle/schema/platform";
import { listAwardsWithin } from "~/hr/awards/award-list.server";
import { AWARD_STANDING_LABELS } from "~/microcredentials/awards/award-standing";
import { changedFields } from "~/people/affiliations/affiliation-history";
import { ROLE_KIND_LABELS } from "~/people/roles/role";
import type { Changes } from "~/platform/audit/changes";
import type { Reader } from "~/platform/database/database.server";
import { dateOf } from "~/platform/time/time-zone";
import { listDocumentLines } from "./timeline-documents.server";
import { listClaimLines, listHoursLines } from "./timeline-hours.server";
import { listExportLines, listReviewLines, listSubmissionLines } from "./timeline-office.server";
import type { TimelineLine, TimelineOf } from "./timeline";

/**
 * All that happened to somebody while they belonged to these organisations (S1), in no order. One statement for each kind of
 * line, however many there are. Asks nobody for permission.
 */
export function listTimeline(db: Reader, of: TimelineOf): TimelineLine[] {
  return [
    ...listAffiliationLines(db, of),
    ...listHoursLines(db, of),
    ...listClaimLines(db, of),
    ...listDocumentLines(db, of),
    ...listAwardLines(db, of),
    ...listExportLines(db, of),
    ...listSubmissionLines(db, of),
    ...listReviewLines(db, of),
  ];
}

/** When somebody came, what of the entry was changed, and when they left. What was entered or corrected is told without its words. */
function listAffiliationLines(db: Reader, of: TimelineOf): TimelineLine[] {
  const { affiliations } = of;
  const line = (id: string, part: string, rest: Pick<TimelineLine, "day" | "at" | "what">): TimelineLine => ({
    ...{ key: `affiliation ${id} ${part}`, kind: "affiliation", to: `/hr/workplaces/${id}` },
    ...rest,
  });
  const dated = affiliations.flatMap(({ id, organisation, roleKind, title, building, fromDate, toDate }) => [
    line(id, "from", {
      ...{ day: fromDate, at: null },
      what: `Began with ${organisation} as ${[title || ROLE_KIND_LABELS[roleKind], building].filter(Boolean).join(", ")}`,
    }),
    ...(toDate && toDate <= dateOf(of.now, of.timeZone)
      ? [line(id, "to", { day: toDate, at: null, what: `Last day with ${organisation}` })]
      : []),
  ]);
  const ids = affiliations.map(({ id }) => id);
  const names = new Map(affiliations.map((each) => [each.id, each.organisation]));
  const changed = db
    .select()
    .from(auditEntries)
    .where(and(inArray(auditEntries.subjectId, ids), eq(auditEntries.action, "affiliation.corrected")))
    .all()
    .flatMap(({ id, at, subjectId, detail }) => {
      const fields = changedFields((detail.changes ?? {}) as Changes);
      if (fields.length === 0) return [];
      const what = `The entry with ${names.get(subjectId) ?? ""} was changed: ${fields.join(", ")}`;
      return [line(subjectId, id, { day: dateOf(at, of.timeZone), at, what })];
    });
  return [...dated, ...changed];
}

function listAwardLines(db: Reader, of: TimelineOf): TimelineLine[] {
  const organisationIds = [...of.organisations.keys()];
  return listAwardsWithin(db, { personId: of.personId, organisationIds, now: of.now }).map(
    ({ id, title, awardedOn, standing, code }) => ({
      ...{ key: `award ${id}`, kind: "award", day: awardedOn, at: null },
      what: `${title} awarded, ${AWARD_STANDING_LABELS[standing].toLowerCase()}`,
      to: code ? `/verify/${code}` : null,
    }),
  );
}
