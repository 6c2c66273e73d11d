import { and, asc, eq, isNull } from "drizzle-orm";
import { accounts } from "#drizzle/schema/people";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { badges } from "#drizzle/schema/microcredentials/badges";
import { changeAward } from "~/microcredentials/awards/award.server";
import { listEvidence, saveAwardPage } from "~/microcredentials/awards/award-page.server";
import { signDueBadges } from "~/microcredentials/badges/sign-badges.server";
import { suppressWaitingMessages } from "~/messages/outbox/outbox.server";
import type { Context } from "~/platform/context";
import { rowOf } from "~/platform/database/rows.server";
import { must } from "./offerings";

const DAY = 86_400_000;

/**
 * Signs the badges of the demo: one of them replaced because of a wrong date, and the demo teacher's on a public page. Nothing
 * where badges are signed already.
 */
export async function insertBadges(ctx: Context, { teacher, coordinator }: Record<"teacher" | "coordinator", string>) {
  if (ctx.db.select({ id: badges.id }).from(badges).where(isNull(badges.credential)).limit(1).get() === undefined)
    return;
  await signDueBadges({ ...ctx, now: ctx.now - 2 * DAY });
  const personOf = (email: string) =>
    rowOf(ctx.db.select().from(accounts).where(eq(accounts.email, email)), `account ${email}`);
  const acting = (email: string, at: number) => {
    const { id: accountId, personId } = personOf(email);
    return { ...ctx, now: at, actor: { personId, accountId, name: email } };
  };
  const [replaced, ...others] = ctx.db
    .select()
    .from(awards)
    .where(isNull(awards.revokedAt))
    .orderBy(asc(awards.id))
    .all();
  if (!replaced || others.length === 0) throw new Error("The demo needs two awards that are valid.");
  const desk = { ...acting(coordinator, ctx.now - DAY), scopeIds: [replaced.providerId] };
  const reason = "The date was the day after; the certificate of the course shows it.";
  must(changeAward(desk, { awardId: replaced.id, kind: "replaced", reason }));
  await signDueBadges(ctx);
  const mine = and(eq(awards.personId, personOf(teacher).personId), isNull(awards.revokedAt));
  for (const award of ctx.db.select().from(awards).where(mine).all()) {
    const shown = listEvidence(ctx.db, award)
      .map(({ key }) => key)
      .slice(0, 1);
    const page = { awardId: award.id, isPublic: true, shown, shownFiles: [], inBadge: false, revision: 0 };
    must(saveAwardPage(acting(teacher, ctx.now - DAY), page));
  }
  suppressWaitingMessages(ctx.db, "Made up for the demo.");
}
