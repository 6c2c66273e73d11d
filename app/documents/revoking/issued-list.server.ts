import { and, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { documents } from "#drizzle/schema/documents";
import { persons } from "#drizzle/schema/people";
import { signingKeys } from "#drizzle/schema/signing-keys";
import { staffNameOf } from "~/people/persons/name";
import { EVERY_PART, isNamedBy, LISTED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { fromDay, untilDay } from "~/platform/database/zone-date.server";
import { formatDate, formatHours } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { summarize } from "~/documents/issuing/document.server";
import { DOCUMENT_KIND_LABELS } from "~/documents/issuing/document-kind";
import { DOCUMENT_STATE_WORDS, type DocumentState } from "~/documents/issuing/document-state";
import { ISSUED_LIST } from "./issued-list";
import { hasCode, isIssuedBy } from "./revocation.server";

const STATES: Record<DocumentState, SQL | undefined> = {
  current: and(isNull(documents.revokedAt), isNull(documents.supersededById)),
  superseded: and(isNull(documents.revokedAt), isNotNull(documents.supersededById)),
  revoked: isNotNull(documents.revokedAt),
};

export type IssuedRow = ReturnType<typeof describe>;

/** The documents that the actor's providers issued; found by code or by name. */
export function issuedSource(ctx: ScopedContext, search: URLSearchParams): ListSource<IssuedRow> {
  const select = (where: SQL | undefined) => selectDocuments(ctx, and(isIssuedBy(ctx.scopeIds), where));
  return {
    shape: ISSUED_LIST,
    tie: documents.id,
    order: {
      name: [persons.sortName],
      kind: [documents.kind],
      issued: [documents.issuedAt],
      code: [documents.code],
    },
    where: {
      q: (typed) => or(hasCode(typed), isNamedBy(documents.personId, typed, EVERY_PART)),
      kind: (kind) => sql`${documents.kind} = ${kind}`,
      state: (state) => STATES[state as DocumentState],
      from: (day) => fromDay(documents.issuedAt, day, REGION_TIME_ZONE),
      to: (day) => untilDay(documents.issuedAt, day, REGION_TIME_ZONE),
    },
    ...rowsOf(ctx.db, select, {
      id: ({ document }) => document.id,
      narrow: { select: (where) => selectIds(ctx, and(isIssuedBy(ctx.scopeIds), where)), of: documents.id },
      describe: (rows, { offset }) => {
        const personIds = rows.map(({ person }) => person.id);
        const detail = { q: search.get("q") ?? "", offset };
        recordReading(ctx, { action: "documents.listed", subjectId: "issued", personIds, detail });
        return rows.map(describe);
      },
    }),
    cells: {
      name: (row) => row.name,
      kind: (row) => DOCUMENT_KIND_LABELS[row.kind],
      holds: (row) => row.holds,
      issued: (row) => formatDate(row.issuedAt, REGION_TIME_ZONE),
      code: (row) => row.code,
      state: (row) => DOCUMENT_STATE_WORDS[row.state],
      hours: (row) => formatHours(row.minutes),
      email: (row) => row.email,
      certificate: (row) => row.certificateNumber,
    },
  };
}

function selectDocuments(ctx: ScopedContext, where: SQL | undefined) {
  return ctx.db
    .select({ document: documents, person: LISTED })
    .from(documents)
    .innerJoin(persons, eq(persons.id, documents.personId))
    .innerJoin(signingKeys, eq(signingKeys.id, documents.keyId))
    .where(where);
}

/** Each has both; but who sorts by a day need not look them up, as SQLite sees in left joins. */
const selectIds = (ctx: ScopedContext, where: SQL | undefined) =>
  ctx.db
    .select({ id: documents.id })
    .from(documents)
    .leftJoin(persons, eq(persons.id, documents.personId))
    .leftJoin(signingKeys, eq(signingKeys.id, documents.keyId))
    .where(where);

type JoinedDocument = ReturnType<ReturnType<typeof selectDocuments>["all"]>[number];

function describe({ document, person }: JoinedDocument) {
  return {
    ...summarize(document),
    personId: person.id,
    name: staffNameOf(person),
    email: person.email,
    certificateNumber: person.certificateNumber,
  };
}
