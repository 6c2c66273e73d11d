import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { INQUIRY_KINDS, INQUIRY_STATES } from "../../app/desks/inquiries/inquiry";
import { offerings } from "./catalog";
import { id, instant, oneOf } from "./column";
import { persons } from "./people";

/** What people ask staff about an offering, its hours, or leaving it late. */
export const inquiries = sqliteTable(
  "inquiries",
  {
    id: id(),
    kind: text("kind", { enum: INQUIRY_KINDS }).notNull(),
    offeringId: text("offering_id")
      .notNull()
      .references(() => offerings.id),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    state: text("state", { enum: INQUIRY_STATES }).notNull(),
    /** Since when it waits or has been answered. */
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    oneOf("inquiries_kind", t.kind, INQUIRY_KINDS),
    oneOf("inquiries_state", t.state, INQUIRY_STATES),
    uniqueIndex("inquiries_one_open")
      .on(t.personId, t.offeringId, t.kind)
      .where(sql`${t.state} = 'open'`),
    index("inquiries_state").on(t.state, t.changedAt),
    index("inquiries_person").on(t.personId, t.changedAt),
    index("inquiries_offering").on(t.offeringId, t.state),
  ],
);

/** What both sides wrote, in order; never changed. */
export const inquiryEntries = sqliteTable(
  "inquiry_entries",
  {
    id: id(),
    inquiryId: text("inquiry_id")
      .notNull()
      .references(() => inquiries.id),
    authorId: text("author_id")
      .notNull()
      .references(() => persons.id),
    /** Whether staff wrote it. */
    answer: integer("answer", { mode: "boolean" }).notNull(),
    body: text("body").notNull(),
    writtenAt: instant("written_at").notNull(),
    /** From the form: pressing twice writes once. */
    nonce: text("nonce").notNull().unique(),
  },
  (t) => [index("inquiry_entries_inquiry").on(t.inquiryId)],
);
