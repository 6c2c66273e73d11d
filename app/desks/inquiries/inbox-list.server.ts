import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { inquiries } from "#drizzle/schema/inquiries";
import { persons } from "#drizzle/schema/people";
import { staffNameOf } from "~/people/persons/name";
import { isNamedBy, NAMED } from "~/people/persons/person-names.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { everyWord, holdsTyped } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { fromDay, untilDay } from "~/platform/database/zone-date.server";
import { formatAge, formatDateTime } from "~/platform/format";
import { ageSince, type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { answeredBy } from "./inbox.server";
import { INBOX_LISTS } from "./inbox-list";
import { INQUIRY_STATES, INQUIRY_WORDS, type InquiryState } from "./inquiry";

/** The state of inquiries that an address asks for. */
export const inboxStateOf = (search: URLSearchParams): InquiryState =>
  INQUIRY_STATES.find((each) => each === search.get("state")) ?? "open";

export type InboxRow = ReturnType<typeof describe>;

/** Inquiries that the actor answers, in the state that an address asks for. */
export function inboxSource(ctx: ActorContext, search: URLSearchParams): ListSource<InboxRow> {
  const state = inboxStateOf(search);
  const select = (where: SQL | undefined) =>
    selectInquiries(ctx, and(answeredBy(ctx), eq(inquiries.state, state), where));
  return {
    shape: INBOX_LISTS[state],
    tie: inquiries.id,
    order: {
      title: [lettersOf(courses.title)],
      name: [persons.sortName],
      about: [inquiries.kind],
      age: [ageSince(inquiries.changedAt)],
      since: [inquiries.changedAt],
      number: [offerings.inServiceNumber],
    },
    where: {
      q: (typed) =>
        everyWord(typed, (word) =>
          or(isNamedBy(persons.id, word, ["names"]), holdsTyped(word, courses.title, offerings.inServiceNumber)),
        ),
      about: (kind) => sql`${inquiries.kind} = ${kind}`,
      from: (day) => fromDay(inquiries.changedAt, day, offerings.timeZone),
      to: (day) => untilDay(inquiries.changedAt, day, offerings.timeZone),
    },
    ...rowsOf(ctx.db, select, {
      describe: (rows) => {
        const personIds = rows.map(({ person }) => person.id);
        recordReading(ctx, { action: "inquiries.listed", subjectId: ctx.actor.personId, personIds });
        return rows.map((row) => describe(row, ctx.now));
      },
    }),
    cells: {
      title: (row) => row.title,
      name: (row) => row.name,
      about: (row) => INQUIRY_WORDS[row.kind].about,
      age: (row) => formatAge(row.age),
      since: (row) => formatDateTime(row.changedAt, row.timeZone),
      number: (row) => row.inServiceNumber,
    },
  };
}

function selectInquiries(ctx: ActorContext, where: SQL | undefined) {
  const { id, kind, personId, changedAt } = inquiries;
  const { timeZone, inServiceNumber } = offerings;
  return ctx.db
    .select({
      inquiry: { id, kind, personId, changedAt },
      person: NAMED,
      title: courses.title,
      timeZone,
      inServiceNumber,
    })
    .from(inquiries)
    .innerJoin(offerings, eq(offerings.id, inquiries.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(persons, eq(persons.id, inquiries.personId))
    .where(where);
}

type JoinedInquiry = ReturnType<ReturnType<typeof selectInquiries>["all"]>[number];

function describe({ inquiry, person, ...offering }: JoinedInquiry, now: number) {
  const { id, kind, personId, changedAt } = inquiry;
  return { id, kind, personId, changedAt, age: now - changedAt, name: staffNameOf(person), ...offering };
}
