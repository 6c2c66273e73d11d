import { and, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { union, unionAll } from "drizzle-orm/sqlite-core";
import { invoiceLines, invoices } from "#drizzle/schema/billing";
import { offerings, sessions } from "#drizzle/schema/catalog";
import { claims, credits } from "#drizzle/schema/credits";
import { documents } from "#drizzle/schema/documents";
import { outboxMessages } from "#drizzle/schema/messages";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { personMessages, personNotes } from "#drizzle/schema/person-notes";
import { registrations } from "#drizzle/schema/registration";
import { reminders } from "#drizzle/schema/reminders";
import { signingKeys } from "#drizzle/schema/signing-keys";
import { summarize } from "~/documents/issuing/document.server";
import { isSecret, subjectOf } from "~/messages/catalog/catalog";
import { describeKind } from "~/platform/format";
import type { Reader } from "~/platform/database/database.server";
import { inAll, newest } from "~/platform/database/newest.server";
import { ofMyOfferings, ofMyProviders } from "./course-sections.server";
import { type PersonScope, providersIn, rightsIn } from "./person-scope";

/** A person's issued documents that the actor's providers issued, newest first. What they hold is left to their page. */
export function listDocumentsOf(db: Reader, scope: PersonScope, personId: string, most: number) {
  const rows = db
    .select({ inAll, document: documents, issuer: signingKeys.ownerId })
    .from(documents)
    .leftJoin(signingKeys, eq(signingKeys.id, documents.keyId))
    .where(
      and(
        eq(documents.personId, personId),
        scope.everything ? undefined : inArray(signingKeys.ownerId, providersIn(scope)),
      ),
    )
    .orderBy(desc(documents.issuedAt), desc(documents.id))
    .limit(most)
    .all();
  const found = newest(rows);
  return {
    total: found.total,
    rows: found.rows.map(({ document, issuer }) => {
      const { id, kind, code, issuedAt, holds, state } = summarize(document);
      return { id, kind, code, issuedAt, holds, state, issuer };
    }),
  };
}

/** The invoices and credit notes that bill a person or a claim of theirs, newest first; the amount is of their claims alone. */
export function listInvoicesOf(db: Reader, scope: PersonScope, personId: string, most: number) {
  const { id, number, kind, billTo, issuedOn, providerId } = invoices;
  const claimed = db.select({ id: claims.id }).from(claims).where(eq(claims.personId, personId));
  const theirs = and(eq(invoiceLines.invoiceId, invoices.id), inArray(invoiceLines.claimId, claimed));
  const amountCents = sql<number>`(select coalesce(sum(${invoiceLines.amountCents}), 0) from ${invoiceLines} where ${theirs})`;
  // Found from the person and their claims: a provider has many invoices.
  const billed = unionAll(
    db.select({ id: invoices.id }).from(invoices).where(eq(invoices.personId, personId)),
    db.select({ id: invoiceLines.invoiceId }).from(invoiceLines).where(inArray(invoiceLines.claimId, claimed)),
  );
  return newest(
    db
      .select({ inAll, id, number, kind, billTo, issuedOn, providerId, amountCents })
      .from(invoices)
      .where(
        and(
          inArray(invoices.id, billed),
          scope.everything ? undefined : inArray(invoices.providerId, providersIn(scope)),
        ),
      )
      .orderBy(desc(invoices.issuedAt), desc(invoices.id))
      .limit(most)
      .all(),
  );
}

/** What was written to a person, newest first: subject and state, never a link that works without a password. */
export function listMailsOf(db: Reader, scope: PersonScope, personId: string, most: number) {
  const { id, kind, payload, state, createdAt, recipient, suppressedBecause, lastError } = outboxMessages;
  const about = scope.everything ? undefined : inArray(outboxMessages.subjectId, subjectsOf(db, scope, personId));
  const rows = db
    .select({ inAll, id, kind, payload, state, createdAt, recipient, suppressedBecause, lastError })
    .from(outboxMessages)
    .where(and(eq(outboxMessages.personId, personId), about))
    .orderBy(desc(outboxMessages.createdAt), desc(outboxMessages.id))
    .limit(most)
    .all();
  const found = newest(rows);
  return {
    total: found.total,
    rows: found.rows.map(({ payload: made, ...row }) => ({ ...row, subject: subjectInWords(row.kind, made) })),
  };
}

/**
 * One mail that was written to a person and that the actor may read; null for any other. Facilitators read what was written
 * to the people of their offerings alone.
 */
export function findMailOf(db: Reader, scope: PersonScope, personId: string, mailId: string) {
  const mine = scope.everything ? undefined : inArray(outboxMessages.subjectId, subjectsOf(db, scope, personId));
  const kind = rightsIn(scope).reach ? undefined : eq(outboxMessages.kind, "offering-message");
  const theirs = and(eq(outboxMessages.id, mailId), eq(outboxMessages.personId, personId), kind, mine);
  return db.select().from(outboxMessages).where(theirs).get() ?? null;
}

function subjectInWords(kind: string, payload: Record<string, unknown>): string {
  // What a link was made of is forgotten once it was sent, and its subject says no more than its kind.
  if (isSecret(kind)) return describeKind(kind);
  try {
    return subjectOf(kind, payload);
  } catch {
    return describeKind(kind);
  }
}

/**
 * The ids of a person's rows that messages and the audit log are about, as far as the actor may see them: places and
 * sessions of their offerings; claims, credits, invoices, documents, notes and messages of their providers; and reminders of these.
 */
export function subjectsOf(db: Reader, scope: PersonScope, personId: string) {
  const [places, hours] = [ofMyOfferings(scope), ofMyProviders(scope)];
  const mine = scope.everything ? sql`true` : inArray(awards.providerId, providersIn(scope));
  const of = (column: typeof registrations.offeringId | typeof claims.offeringId) => eq(offerings.id, column);
  const placed = (where: SQL | undefined) => and(eq(registrations.personId, personId), where);
  const claimed = (where: SQL | undefined) => and(eq(claims.personId, personId), where);
  const offeringsOf = db
    .select({ id: offerings.id })
    .from(registrations)
    .innerJoin(offerings, of(registrations.offeringId))
    .where(placed(places));
  return union(
    db
      .select({ id: registrations.id })
      .from(registrations)
      .innerJoin(offerings, of(registrations.offeringId))
      .where(placed(places)),
    db.select({ id: sessions.id }).from(sessions).where(inArray(sessions.offeringId, offeringsOf)),
    db.select({ id: claims.id }).from(claims).innerJoin(offerings, of(claims.offeringId)).where(claimed(hours)),
    db
      .select({ id: credits.id })
      .from(credits)
      .leftJoin(offerings, eq(offerings.id, credits.offeringId))
      .leftJoin(awards, eq(awards.id, credits.awardId))
      .where(and(eq(credits.personId, personId), or(hours, mine))),
    db
      .select({ id: reminders.id })
      .from(reminders)
      .innerJoin(offerings, eq(offerings.id, reminders.offeringId))
      .where(and(eq(reminders.personId, personId), hours)),
    db
      .select({ id: invoices.id })
      .from(invoices)
      .where(and(eq(invoices.personId, personId), inArray(invoices.providerId, providersIn(scope)))),
    db
      .select({ id: personMessages.id })
      .from(personMessages)
      .where(and(eq(personMessages.personId, personId), inArray(personMessages.providerId, providersIn(scope)))),
    db
      .select({ id: personNotes.id })
      .from(personNotes)
      .where(and(eq(personNotes.personId, personId), inArray(personNotes.providerId, providersIn(scope)))),
    db
      .select({ id: documents.id })
      .from(documents)
      .innerJoin(signingKeys, eq(signingKeys.id, documents.keyId))
      .where(and(eq(documents.personId, personId), inArray(signingKeys.ownerId, providersIn(scope)))),
  );
}
