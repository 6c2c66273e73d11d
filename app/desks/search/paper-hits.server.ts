import { and, desc, eq, inArray } from "drizzle-orm";
import { invoices } from "#drizzle/schema/billing";
import { documents } from "#drizzle/schema/documents";
import { persons } from "#drizzle/schema/people";
import { signingKeys } from "#drizzle/schema/signing-keys";
import { invoiceHolds } from "~/billing/invoices/invoice-reading.server";
import type { Reach } from "~/desks/people/person-scope.server";
import { DOCUMENT_KIND_LABELS } from "~/documents/issuing/document-kind";
import { hasCode, isIssuedBy } from "~/documents/revoking/revocation.server";
import { staffNameOf } from "~/people/persons/name";
import { NAMED } from "~/people/persons/person-names.server";
import type { Reader } from "~/platform/database/database.server";
import { formatMoney, formatPlainDate } from "~/platform/format";
import { groupOf, type HitGroup, MOST_HITS } from "./search-hits";

/** Hits that name people, and whom. */
interface NamingHits {
  group: HitGroup;
  personIds: (string | null)[];
}

/** Invoices of the reader's providers by number, whom they bill and purchase order, newest first. */
export function findInvoices(tx: Reader, { registrarOf }: Reach, q: string): NamingHits {
  const rows = tx
    .select()
    .from(invoices)
    .where(and(inArray(invoices.providerId, [...registrarOf]), invoiceHolds(tx, q)))
    .orderBy(desc(invoices.id))
    .limit(MOST_HITS + 1)
    .all();
  const hits = rows.map(({ id, number, billTo, totalCents, issuedOn }) => ({
    id,
    to: `/registrar/invoices/${id}`,
    label: number,
    about: [billTo, formatMoney(totalCents), formatPlainDate(issuedOn)].join(" · "),
    codes: [number],
  }));
  const all = `/registrar/invoices?${new URLSearchParams({ q }).toString()}`;
  return { group: groupOf("invoices", hits, all), personIds: rows.map(({ personId }) => personId) };
}

/** Documents that the reader's providers issued, by part of their code, newest first. */
export function findDocuments(tx: Reader, { registrarOf }: Reach, q: string): NamingHits {
  const rows = tx
    .select({ id: documents.id, code: documents.code, kind: documents.kind, person: NAMED })
    .from(documents)
    .innerJoin(persons, eq(persons.id, documents.personId))
    .innerJoin(signingKeys, eq(signingKeys.id, documents.keyId))
    .where(and(isIssuedBy(registrarOf), hasCode(q)))
    .orderBy(desc(documents.issuedAt), desc(documents.id))
    .limit(MOST_HITS + 1)
    .all();
  const hits = rows.map(({ id, code, kind, person }) => ({
    id,
    to: `/registrar/documents/${id}`,
    label: code,
    about: `${DOCUMENT_KIND_LABELS[kind]} · ${staffNameOf(person)}`,
    codes: [code],
  }));
  const all = `/registrar/documents?${new URLSearchParams({ q }).toString()}`;
  return { group: groupOf("documents", hits, all), personIds: rows.map(({ person }) => person.id) };
}
