import { and, count, eq, gt, gte, inArray, lte, or } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { credits } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import { staffNameOf } from "~/people/persons/name";
import { isNamedBy } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord, holdsTyped } from "~/platform/database/contains.server";
import { countOf } from "~/platform/database/rows.server";
import { formatDate, formatHours } from "~/platform/format";
import type { ListSource } from "~/platform/lists/list-query.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { POSTED_LIST } from "./posted-list";

export interface PostedRow {
  id: string;
  claimId: string;
  personId: string;
  name: string;
  certificateNumber: string | null;
  title: string;
  inServiceNumber: string | null;
  minutes: number;
  version: number;
  completedOn: string;
  postedAt: number;
}

/** Every version of a credit that the actor's providers posted. */
export function postedSource(ctx: ScopedContext): ListSource<PostedRow> {
  const mine = inArray(offerings.providerId, ctx.scopeIds);
  const { sortName } = persons;
  return {
    shape: POSTED_LIST,
    tie: credits.id,
    order: {
      name: [sortName],
      title: [courses.title],
      number: [offerings.inServiceNumber],
      completed: [credits.completedOn],
      hours: [credits.minutes],
      posted: [credits.postedAt],
    },
    where: {
      q: (typed) =>
        everyWord(typed, (word) =>
          or(isNamedBy(persons.id, word, ["names"]), holdsTyped(word, courses.title, offerings.inServiceNumber)),
        ),
      from: (day) => gte(credits.completedOn, day),
      to: (day) => lte(credits.completedOn, day),
      corrected: () => gt(credits.version, 1),
    },
    count: (where) =>
      countOf(
        ctx.db
          .select({ count: count() })
          .from(credits)
          .innerJoin(offerings, eq(offerings.id, credits.offeringId))
          .innerJoin(courses, eq(courses.id, offerings.courseId))
          .innerJoin(persons, eq(persons.id, credits.personId))
          .where(and(mine, where)),
      ),
    read: ({ where, orderBy, limit, offset }) => {
      const rows = ctx.db
        .select({ credit: credits, person: persons, title: courses.title, inServiceNumber: offerings.inServiceNumber })
        .from(credits)
        .innerJoin(offerings, eq(offerings.id, credits.offeringId))
        .innerJoin(courses, eq(courses.id, offerings.courseId))
        .innerJoin(persons, eq(persons.id, credits.personId))
        .where(and(mine, where))
        .orderBy(...orderBy)
        .limit(limit)
        .offset(offset)
        .all();
      const personIds = rows.map(({ person }) => person.id);
      recordReading(ctx, { action: "credits.listed", subjectId: "posted", personIds });
      return rows.map(({ credit, person, title, inServiceNumber }) => ({
        id: credit.id,
        claimId: credit.claimId,
        personId: person.id,
        name: staffNameOf(person),
        certificateNumber: person.certificateNumber,
        title,
        inServiceNumber,
        minutes: credit.minutes,
        version: credit.version,
        completedOn: credit.completedOn,
        postedAt: credit.postedAt,
      }));
    },
    cells: {
      name: (row) => row.name,
      title: (row) => row.title,
      number: (row) => row.inServiceNumber,
      completed: (row) => row.completedOn,
      hours: (row) => formatHours(row.minutes),
      posted: (row) => formatDate(row.postedAt, REGION_TIME_ZONE),
      certificate: (row) => row.certificateNumber,
      version: (row) => row.version,
    },
  };
}
