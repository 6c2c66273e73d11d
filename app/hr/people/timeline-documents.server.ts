import { eq } from "drizzle-orm";
import { documents } from "#drizzle/schema/documents";
import { DOCUMENT_KIND_LABELS, holdsPrivateContact, holdsPrivateWords } from "~/documents/issuing/document-kind";
import type { Reader } from "~/platform/database/database.server";
import { dateOf } from "~/platform/time/time-zone";
import { isInScope } from "./person-documents.server";
import type { TimelineLine, TimelineOf } from "./timeline";

/** Documents that show nothing from outside of these affiliations (S1), and nobody's private contact or words (P2, P3). */
export function listDocumentLines(db: Reader, of: TimelineOf): TimelineLine[] {
  return db
    .select()
    .from(documents)
    .where(eq(documents.personId, of.personId))
    .all()
    .filter((row) => !holdsPrivateContact(row.kind) && !holdsPrivateWords(row.kind) && isInScope(row, of.affiliations))
    .map(({ id, kind, issuedAt, code, supersededById, revokedAt }) => {
      const standing = revokedAt !== null ? ", revoked since" : supersededById !== null ? ", replaced since" : "";
      return {
        ...{ key: `document ${id}`, kind: "document", day: dateOf(issuedAt, of.timeZone), at: issuedAt },
        what: `${DOCUMENT_KIND_LABELS[kind]} ${code} issued${standing}`,
        to: `/documents/${id}`,
      };
    });
}
