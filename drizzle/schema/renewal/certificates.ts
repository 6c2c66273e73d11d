import { sql } from "drizzle-orm";
import { check, index, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { EDUCATOR_CERTIFICATE_KINDS } from "../../../app/renewal/certificates/educator-certificate";
import { ENDORSEMENTS } from "../../../app/renewal/certificates/endorsement";
import { id, instant, oneOf, plainDate } from "../column";
import { persons } from "../people";

/**
 * What the state's papers of somebody say, by their own word (N1, N5). One that was renewed stays, and the next begins after it:
 * rows of one kind never share a day (fences). `persons.certificate_expires_on` follows from them.
 */
export const educatorCertificates = sqliteTable(
  "educator_certificates",
  {
    id: id(),
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    kind: text("kind", { enum: EDUCATOR_CERTIFICATE_KINDS }).notNull(),
    issuedOn: plainDate("issued_on").notNull(),
    /** The last day, included; null for one that does not end. */
    expiresOn: plainDate("expires_on"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    oneOf("educator_certificates_kind", t.kind, EDUCATOR_CERTIFICATE_KINDS),
    check("educator_certificates_dates", sql`${t.expiresOn} is null or ${t.expiresOn} > ${t.issuedOn}`),
    check("educator_certificates_ends", sql`${t.expiresOn} is not null or ${t.kind} like 'para-%'`),
    uniqueIndex("educator_certificates_once").on(t.personId, t.kind, t.issuedOn),
    index("educator_certificates_end").on(t.expiresOn),
  ],
);

/** The endorsements on somebody's certificates (N4). */
export const educatorEndorsements = sqliteTable(
  "educator_endorsements",
  {
    personId: text("person_id")
      .notNull()
      .references(() => persons.id),
    endorsement: text("endorsement", { enum: ENDORSEMENTS }).notNull(),
    addedAt: instant("added_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.endorsement] }),
    oneOf("educator_endorsements_endorsement", t.endorsement, ENDORSEMENTS),
  ],
);

/** From when to when somebody's National Board certificate is valid, both days included (N3). */
export const nationalBoardCertificates = sqliteTable(
  "national_board_certificates",
  {
    personId: text("person_id")
      .primaryKey()
      .references(() => persons.id),
    fromDate: plainDate("from_date").notNull(),
    toDate: plainDate("to_date").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [check("national_board_certificates_dates", sql`${t.toDate} > ${t.fromDate}`)],
);
