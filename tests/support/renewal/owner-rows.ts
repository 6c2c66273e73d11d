import { eq } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { outsideHours } from "#drizzle/schema/renewal/outside";
import type { Database } from "~/platform/database/database.server";
import { addCertificate } from "~/renewal/certificates/educator-certificate.server";
import { addPlanFile, beginPlan, listPlanFiles, savePlan } from "~/renewal/growth-plans/growth-plan.server";
import { sendPlan } from "~/renewal/growth-plans/plan-request.server";
import { answerReview } from "~/renewal/growth-plans/plan-review.server";
import { receiveEvidence } from "~/renewal/outside/evidence.server";
import { decideOutside, sendOutside } from "~/renewal/outside/outside-check.server";
import { submitHours } from "~/hr/submitted/submit.server";
import { decideSubmitted } from "~/hr/submitted/submitted-decision.server";
import { shareRenewal } from "~/renewal/sharing/sharing.server";
import { enterOutside } from "~/renewal/outside/outside-hours.server";
import { addIssuer } from "~/renewal/outside/issuers/trusted-issuer.server";
import { foreignKeys } from "../../renewal/outside/issuers/foreign";
import { written } from "../../renewal/growth-plans/samples";
import { outside } from "../../renewal/outside/samples";
import { TEST_NOW } from "../clock";
import { actingAs } from "../database";
import { done } from "../done";
import { pdfOf } from "../sample-files";
import { type Cast, LEARNERS, type Owner, TRAININGS } from "../../security/access/cast";

/** What a learner's papers say, and what they earned elsewhere: kept to themselves, sent, and accepted. */
export async function renewalOf(db: Database, cast: Cast, owner: Owner): Promise<Record<string, string>> {
  const me = actingAs(db, cast.learners[owner], { now: TEST_NOW });
  const paper = done(addCertificate(me, { kind: "teacher", issuedOn: "2024-07-01", expiresOn: "2029-06-30" }));
  done(shareRenewal(me, cast.districts[owner]));
  return {
    paper,
    issuer: await issuerOf(db, cast, owner),
    ...(await plansOf(db, cast, owner)),
    ...(await outsideOf(db, cast, owner)),
    ...submittedOf(db, cast, owner),
  };
}

/** Growth plans: in writing, with a reviewer, and signed; and the secret of the reviewer's link. */
async function plansOf(db: Database, cast: Cast, owner: Owner) {
  const me = actingAs(db, cast.learners[owner], { now: TEST_NOW });
  const reviewer = actingAs(db, cast.staff[`hr ${owner}`], { now: TEST_NOW });
  const begin = async (year: number) => {
    const id = done(beginPlan(me, year));
    done(await addPlanFile(me, id, pdfOf(`${LEARNERS[owner].word} ${year}`), null));
    done(savePlan(me, id, written({ endedOn: `${year + 1}-05-29`, goals: `${TRAININGS[owner].word} talks` })));
    return id;
  };
  const send = (id: string) => {
    done(sendPlan(me, id, cast.staff[`hr ${owner}`].email));
    const asked = db.select().from(outboxMessages).where(eq(outboxMessages.kind, "growth-plan-request")).all().at(-1)!;
    return String(asked.payload.actionUrl).split("/").at(-1)!;
  };
  const [mine, sent, signed] = [await begin(2025), await begin(2024), await begin(2023)];
  done(answerReview(reviewer, send(signed), { intent: "sign", certificateNumber: "1" }));
  return {
    "plan.mine": mine,
    "plan.mineFile": listPlanFiles(db, mine)[0]!.id,
    "plan.sent": sent,
    "plan.sentFile": listPlanFiles(db, sent)[0]!.id,
    "plan.signed": signed,
    reviewSecret: send(sent),
  };
}

/** An issuer that is trusted; of administrators alone. */
async function issuerOf(db: Database, cast: Cast, owner: Owner): Promise<string> {
  const admin = actingAs(db, cast.staff.admin, { now: TEST_NOW });
  const keys = (await foreignKeys()).map((key) => ({ ...key, keyId: `${owner}-key` }));
  return done(addIssuer(admin, { name: `ESD of the ${owner}`, note: "By telephone.", keys }));
}

async function outsideOf(db: Database, cast: Cast, owner: Owner) {
  const me = actingAs(db, cast.learners[owner], { now: TEST_NOW });
  const providerId = cast.providers[owner];
  const registrar = actingAs(db, cast.staff[`registrar ${owner}`], { now: TEST_NOW, scopeIds: [providerId] });
  const enter = async (title: string) => {
    const proof = done(await receiveEvidence(me, pdfOf(`${LEARNERS[owner].word} ${title}`)));
    return done(enterOutside(me, outside({ title: `${TRAININGS[owner].word} ${title}` }), proof));
  };
  const [mine, sent, accepted] = [await enter("elsewhere"), await enter("sent"), await enter("accepted")];
  for (const id of [sent, accepted]) {
    done(sendOutside(me, id));
    // Nobody's district is a provider here, so that all would go to one office.
    db.update(outsideHours).set({ providerId }).where(eq(outsideHours.id, id)).run();
  }
  done(decideOutside(registrar, accepted, { intent: "accept", seen: TEST_NOW }));
  return {
    "outside.mine": mine,
    "outside.sent": sent,
    "outside.accepted": accepted,
    "outside.seen": String(TEST_NOW),
  };
}

/** What a learner submitted to their district: one that waits, and one that is accepted. */
function submittedOf(db: Database, cast: Cast, owner: Owner) {
  const me = actingAs(db, cast.learners[owner], { now: TEST_NOW });
  const organization = cast.districts[owner];
  const hr = actingAs(db, cast.staff[`hr ${owner}`], { now: TEST_NOW, scopeIds: [organization] });
  const submit = (title: string) => {
    const entry = done(enterOutside(me, outside({ title: `${TRAININGS[owner].word} ${title}` }), null));
    return done(submitHours(me, { organization, row: [`elsewhere-${entry}`] }));
  };
  const [sent, accepted] = [submit("submitted"), submit("submitted and accepted")];
  done(decideSubmitted(hr, accepted, { intent: "accept", seen: TEST_NOW }));
  return { "submitted.sent": sent, "submitted.accepted": accepted };
}
