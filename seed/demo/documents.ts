import { and, asc, eq, isNull } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { documents } from "#drizzle/schema/documents";
import { accounts } from "#drizzle/schema/people";
import { grants } from "#drizzle/schema/grants";
import { issueCertificate, issueRegistrationForm } from "~/documents/issuing/credit-document.server";
import { showImage } from "~/documents/letterhead/provider-image.server";
import { revokeDocument } from "~/documents/revoking/revocation.server";
import { TRANSCRIPT_SECTIONS } from "~/desks/transcript-sections.server";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import type { Context } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { addDays, dateOf } from "~/platform/time/time-zone";
import { DEMO_SEAL, DEMO_SIGNATURE } from "./pictures";
import { must } from "./offerings";

const DAY = 86_400_000;

/**
 * Issues the demo teacher's documents in every state: a transcript that was superseded when the provider got its seal,
 * the current one, a certificate, a form, and a certificate that was revoked. Nothing where there are documents already.
 */
export async function insertDocuments(ctx: Context, teacherEmail: string): Promise<void> {
  if (ctx.db.select({ id: documents.id }).from(documents).limit(1).get()) return;
  const { personId } = rowOf(
    ctx.db.select().from(accounts).where(eq(accounts.email, teacherEmail)),
    "teacher's account",
  );
  const psesd = getHomeProvider(ctx.db);
  const at = (daysAgo: number): Context => ({ ...ctx, now: ctx.now - daysAgo * DAY });

  // Only what had long been posted by the day on which it is said to be issued.
  const sections = TRANSCRIPT_SECTIONS;
  const to = addDays(dateOf(ctx.now, psesd.timeZone), -90);
  must(await issueTranscript(at(30), { personId, to, sections }));
  showPictures(at(20), psesd.id);
  must(await issueTranscript(at(5), { personId, to, sections }));
  must(await issueTranscript(ctx, { personId, sections }));

  const own = ctx.db.select().from(credits).where(eq(credits.personId, personId)).orderBy(asc(credits.id)).all();
  const [first, second] = own.filter(({ snapshot }) => snapshot.includes(psesd.id));
  if (!first || !second) throw new Error("The demo's teacher needs two credits of the ESD.");
  must(await issueCertificate(at(4), first.id));
  must(await issueRegistrationForm(at(4), { creditId: first.id, address: "17 Sample Street, Renton, WA 98057" }));
  const mistaken = must(await issueCertificate(at(3), second.id));
  revoke(at(2), psesd.id, mistaken.id);
}

function showPictures(ctx: Context, providerId: string): void {
  inTransaction(ctx.db, (tx) => {
    for (const [kind, drawing] of [
      ["seal", DEMO_SEAL],
      ["signature", DEMO_SIGNATURE],
    ] as const) {
      showImage(tx, ctx, { providerId, kind, image: { mediaType: "image/svg+xml", bytes: Buffer.from(drawing) } });
    }
  });
}

function revoke(ctx: Context, providerId: string, documentId: string): void {
  const isRegistrar = and(eq(grants.role, "registrar"), eq(grants.providerId, providerId), isNull(grants.revokedAt));
  const { accountId, personId } = rowOf(
    ctx.db
      .select({ accountId: accounts.id, personId: accounts.personId })
      .from(grants)
      .innerJoin(accounts, eq(accounts.personId, grants.personId))
      .where(isRegistrar),
    "registrar with an account",
  );
  const actor = { personId, accountId, name: "Registrar" };
  const reason = "Issued before the attendance of this offering was confirmed again (demo).";
  must(revokeDocument({ ...ctx, actor, scopeIds: [providerId] }, { documentId, reason }));
}
