import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { attendanceMarks, walkIns } from "#drizzle/schema/attendance";
import { standing } from "~/attendance/marks/mark-rows.server";
import type { Reader } from "~/platform/database/database.server";

/** The walk-ins of an offering whom nobody has matched to a person and of whom a mark stands. */
export function listOpenWalkIns(db: Reader, offeringId: string) {
  const marked = db
    .select({ id: attendanceMarks.walkInId })
    .from(attendanceMarks)
    .where(and(isNotNull(attendanceMarks.walkInId), standing));
  return db
    .select({ id: walkIns.id, name: walkIns.name, email: walkIns.email })
    .from(walkIns)
    .where(and(eq(walkIns.offeringId, offeringId), isNull(walkIns.personId), inArray(walkIns.id, marked)))
    .orderBy(asc(walkIns.id))
    .all();
}
