import { desc, eq } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import type { PlanInput } from "~/renewal/growth-plans/growth-plan";
import { beginPlan, savePlan } from "~/renewal/growth-plans/growth-plan.server";
import { sendPlan } from "~/renewal/growth-plans/plan-request.server";
import { answerReview } from "~/renewal/growth-plans/plan-review.server";
import { pgpYearOf } from "~/renewal/growth-plan-year";
import { DEMO_DOMAIN, type RenewingMailbox } from "./accounts";
import { must } from "./offerings";
import type { DemoPeople, DemoPerson } from "./people";

const DAY = 86_400_000;

interface DemoPlan {
  author: RenewingMailbox;
  reviewer?: RenewingMailbox;
  isSigned?: true;
  written: Omit<PlanInput, "endedOn">;
}

const TALK: DemoPlan["written"] = {
  goals: "Every student in my third-period class takes part in a discussion at least once a week.",
  standards: "InTASC 3 (learning environments) and 8 (instructional strategies).",
  activities: "Discussion protocols each Thursday from October on; two visits of a colleague’s room in February.",
  evidence: "Tallies of who spoke, week by week, and what students wrote about it in May.",
  reflection: "Waiting longer after a question helped more than any protocol. Next year: written discussion first.",
  topics: ["EQUITY"],
};

const WALKS: DemoPlan["written"] = {
  goals: "Learning walks of the whole leadership team, so that feedback to teachers is about students’ work.",
  standards: "PSEL 6 (professional capacity) and 7 (professional community).",
  activities: "A walk every second week, with fifteen minutes together afterwards and one sentence to each teacher.",
  evidence: "Notes of nineteen walks; the staff survey of May.",
  reflection: "Teachers asked for the sentence when it was late. Next year teachers walk, too.",
  topics: ["LEADERSHIP"],
};

const PLANS: readonly DemoPlan[] = [
  { author: "renewal-admin", reviewer: "renewal-two", isSigned: true, written: WALKS },
  { author: "renewal-equity", reviewer: "renewal-admin", written: TALK },
  { author: "renewal-board", written: { ...TALK, reflection: "", topics: ["STEM"] } },
];

/** Growth plans of last year: one that was signed, one with its reviewer, and one that is still written. */
export function insertGrowthPlans(
  tx: Transaction,
  ctx: Context,
  people: DemoPeople,
  who: ReadonlyMap<RenewingMailbox, DemoPerson>,
): void {
  const acting = (mailbox: RenewingMailbox, daysAgo: number) => {
    const person = who.get(mailbox);
    if (!person) throw new Error(`The demo has nobody at ${mailbox}.`);
    return people.acting(person, ctx.now - daysAgo * DAY);
  };
  const year = pgpYearOf(dateOf(ctx.now, REGION_TIME_ZONE)) - 1;
  for (const { author, reviewer, isSigned, written } of PLANS) {
    const me = acting(author, 20);
    const id = must(beginPlan(me, year));
    must(savePlan(me, id, { ...written, endedOn: `${year + 1}-05-29` }));
    if (!reviewer) continue;
    must(sendPlan(me, id, `${reviewer}@${DEMO_DOMAIN}`));
    if (isSigned)
      must(answerReview(acting(reviewer, 15), findSecret(tx), { intent: "sign", certificateNumber: "398102C" }));
  }
}

/** The secret of the link that was sent last. */
function findSecret(tx: Transaction): string {
  const asked = tx
    .select()
    .from(outboxMessages)
    .where(eq(outboxMessages.kind, "growth-plan-request"))
    .orderBy(desc(outboxMessages.id))
    .limit(1);
  return String(rowOf(asked, "request for a review").payload.actionUrl).split("/").at(-1) ?? "";
}
