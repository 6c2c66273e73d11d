import { and, asc, desc, eq } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { educatorCertificates } from "#drizzle/schema/renewal/certificates";
import { recordAudit } from "~/platform/audit/audit.server";
import { type Changes, changesBetween } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { CERTIFICATE_ACTIONS } from "./certificate-changes";
import { findOverlap, type HeldCertificate } from "./educator-certificate";

export type CertificateRefusal = "overlaps" | "unknown-certificate";

/** What a form says of a certificate. */
export type CertificateInput = Omit<HeldCertificate, "id">;

type Row = typeof educatorCertificates.$inferSelect;

/** What the form of a certificate shows of it. */
export const toCertificateDraft = ({ kind, issuedOn, expiresOn }: CertificateInput): CertificateInput => ({
  kind,
  issuedOn,
  expiresOn,
});

/** What somebody holds and held, the kinds together, newest first. Asks nobody for permission. */
export const listCertificates = (db: Reader, personId: string): Row[] =>
  db
    .select()
    .from(educatorCertificates)
    .where(eq(educatorCertificates.personId, personId))
    .orderBy(asc(educatorCertificates.kind), desc(educatorCertificates.issuedOn))
    .all();

/** A certificate of somebody; null for one of somebody else, or none. */
export const findCertificate = (db: Reader, personId: string, id: string): Row | null =>
  db.select().from(educatorCertificates).where(isMine(personId, id)).get() ?? null;

const isMine = (personId: string, id: string) =>
  and(eq(educatorCertificates.personId, personId), eq(educatorCertificates.id, id));

/** The actor enters what a paper of theirs says; of one kind no two hold on the same day. Returns its id. */
export function addCertificate(ctx: ActorContext, input: CertificateInput): Outcome<string, CertificateRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const { personId } = ctx.actor;
    const refused = refuseOverlap(tx, personId, input);
    if (refused) return refused;
    const id = newId();
    const row = { id, personId, ...toCertificateDraft(input), createdAt: ctx.now, updatedAt: ctx.now };
    tx.insert(educatorCertificates).values(row).run();
    const { issuedOn, expiresOn } = input;
    record(tx, ctx, "entered", { issuedOn: [null, issuedOn], expiresOn: [null, expiresOn] }, input);
    return ok(id);
  });
}

/** The actor corrects what they entered. */
export function changeCertificate(
  ctx: ActorContext,
  id: string,
  input: CertificateInput,
): Outcome<string, CertificateRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const { personId } = ctx.actor;
    const before = findCertificate(tx, personId, id);
    if (!before) return refuse("unknown-certificate");
    const refused = refuseOverlap(tx, personId, { ...input, id });
    if (refused) return refused;
    const changes = changesBetween(toCertificateDraft(before), toCertificateDraft(input));
    if (Object.keys(changes).length === 0) return ok(id);
    tx.update(educatorCertificates)
      .set({ ...toCertificateDraft(input), updatedAt: ctx.now })
      .where(isMine(personId, id))
      .run();
    record(tx, ctx, "changed", changes, before);
    return ok(id);
  });
}

/** The actor takes off a certificate that they do not hold. Nothing rests on it: what it would need is reckoned anew. */
export function removeCertificate(ctx: ActorContext, id: string): Outcome<string, CertificateRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findCertificate(tx, ctx.actor.personId, id);
    if (!before) return refuse("unknown-certificate");
    tx.delete(educatorCertificates).where(isMine(ctx.actor.personId, id)).run();
    const { kind, issuedOn, expiresOn } = before;
    const changes: Changes = { certificate: [kind, null], issuedOn: [issuedOn, null], expiresOn: [expiresOn, null] };
    record(tx, ctx, "removed", changes, null);
    return ok(id);
  });
}

function refuseOverlap(tx: Transaction, personId: string, input: CertificateInput & { id?: string }) {
  const other = findOverlap(listCertificates(tx, personId), input);
  return other && refuse("overlaps", { issuedOn: other.issuedOn, expiresOn: other.expiresOn ?? "" });
}

/** Also moves the day from which reminders are reckoned: a deadline that was just entered brings none that is past. */
function record(
  tx: Transaction,
  ctx: ActorContext,
  what: keyof typeof CERTIFICATE_ACTIONS,
  changes: Changes,
  about: CertificateInput | null,
): void {
  const { personId } = ctx.actor;
  tx.update(persons).set({ updatedAt: ctx.now }).where(eq(persons.id, personId)).run();
  const named: Changes = about ? { certificate: [null, about.kind], ...changes } : changes;
  recordAudit(tx, ctx, {
    action: CERTIFICATE_ACTIONS[what],
    subjectId: personId,
    personId,
    detail: { changes: named },
  });
}
