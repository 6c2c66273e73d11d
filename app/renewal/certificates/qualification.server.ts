import { asc, eq } from "drizzle-orm";
import { educatorEndorsements, nationalBoardCertificates } from "#drizzle/schema/renewal/certificates";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { CERTIFICATE_ACTIONS } from "./certificate-changes";
import type { Endorsement } from "./endorsement";

/** Endorsements in the order of the alphabet, and when a National Board certificate is valid, both days included. */
export interface Qualifications {
  endorsements: Endorsement[];
  boardFrom: string | null;
  boardTo: string | null;
}

/** What the form of these shows, and what is stored of it. */
export const toQualificationDraft = ({ endorsements, boardFrom, boardTo }: Qualifications): Qualifications => ({
  endorsements: [...new Set(endorsements)].sort(),
  boardFrom,
  boardTo,
});

/** The endorsements and the National Board certificate of somebody. Asks nobody for permission. */
export function getQualifications(db: Reader, personId: string): Qualifications {
  const endorsements = db
    .select({ endorsement: educatorEndorsements.endorsement })
    .from(educatorEndorsements)
    .where(eq(educatorEndorsements.personId, personId))
    .orderBy(asc(educatorEndorsements.endorsement))
    .all()
    .map(({ endorsement }) => endorsement);
  const board = db
    .select()
    .from(nationalBoardCertificates)
    .where(eq(nationalBoardCertificates.personId, personId))
    .get();
  return { endorsements, boardFrom: board?.fromDate ?? null, boardTo: board?.toDate ?? null };
}

/** The actor says what else their papers hold; what is not said any more is taken off. */
export function saveQualifications(ctx: ActorContext, input: Qualifications): void {
  inTransaction(ctx.db, (tx) => {
    const { personId } = ctx.actor;
    const [before, after] = [toQualificationDraft(getQualifications(tx, personId)), toQualificationDraft(input)];
    const changes = changesBetween(before, after);
    if (Object.keys(changes).length === 0) return;
    writeEndorsements(tx, ctx, after.endorsements);
    writeBoard(tx, ctx, after);
    recordAudit(tx, ctx, {
      action: CERTIFICATE_ACTIONS.qualified,
      subjectId: personId,
      personId,
      detail: { changes },
    });
  });
}

function writeEndorsements(tx: Transaction, ctx: ActorContext, endorsements: Endorsement[]): void {
  const { personId } = ctx.actor;
  tx.delete(educatorEndorsements).where(eq(educatorEndorsements.personId, personId)).run();
  const rows = endorsements.map((endorsement) => ({ personId, endorsement, addedAt: ctx.now }));
  if (rows.length > 0) tx.insert(educatorEndorsements).values(rows).run();
}

function writeBoard(
  tx: Transaction,
  ctx: ActorContext,
  { boardFrom: fromDate, boardTo: toDate }: Qualifications,
): void {
  const { personId } = ctx.actor;
  if (fromDate === null || toDate === null) {
    tx.delete(nationalBoardCertificates).where(eq(nationalBoardCertificates.personId, personId)).run();
    return;
  }
  const values = { fromDate, toDate, updatedAt: ctx.now };
  tx.insert(nationalBoardCertificates)
    .values({ personId, ...values })
    .onConflictDoUpdate({ target: nationalBoardCertificates.personId, set: values })
    .run();
}
