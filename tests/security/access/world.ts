import { and, eq } from "drizzle-orm";
import { attendanceMarks, checkIns, walkIns } from "#drizzle/schema/attendance";
import { instructorEntries, places } from "#drizzle/schema/proposals";
import { correctionRequests } from "#drizzle/schema/credits";
import { offeringMessageFiles } from "#drizzle/schema/materials";
import { grants } from "#drizzle/schema/grants";
import { outboxMessages } from "#drizzle/schema/messages";
import { providerPolicies } from "#drizzle/schema/providers";
import { addressFaults } from "#drizzle/schema/platform";
import { changeMaterials, listMaterials } from "~/catalog/materials/material.server";
import { checkInCodeAt } from "~/attendance/check-in/check-in-code.server";
import { openCheckIn } from "~/attendance/check-in/check-in-desk.server";
import { issueCertificate } from "~/documents/issuing/credit-document.server";
import { ensureProviderKeys } from "~/documents/signing/provider-keys.server";
import { proposeAddress } from "~/people/accounts/address-change.server";
import { ask } from "~/desks/inquiries/ask.server";
import type { InquiryKind } from "~/desks/inquiries/inquiry";
import { unsubscribeKeysOf } from "~/messages/preferences/mail-preference.server";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { keepMessageFiles } from "~/registration/messages/message-files.server";
import { addTemplate } from "~/registration/messages/message-template.server";
import { messagePeople } from "~/registration/messages/message-people.server";
import { findFeedAddress, renewFeed } from "~/registration/calendar/calendar-feed.server";
import { TEST_NOW } from "../../support/clock";
import { systemContext } from "../../support/context";
import { actingAs, useTestDatabase } from "../../support/database";
import { affiliate, organisationId } from "../../support/factories";
import { type Cast, LEARNERS, makeCast, OWNERS, type Owner, TRAININGS, type TrainingName } from "./cast";
import { done } from "../../support/done";
import { pdfOf } from "../../support/sample-files";
import { microcredentialsOf } from "../../support/microcredentials/owner-rows";
import { addKiosk } from "./meetings/kiosk-rows";
import { addReport } from "./meetings/report-rows";
import { addSteps } from "./meetings/step-rows";
import { renewalOf } from "../../support/renewal/owner-rows";
import { makeTraining, type Training } from "./trainings";
import { exportNow } from "../../support/hr/exports";
import { addPayroll } from "../../support/hr/payroll";
import { addExportLayout, addLocalRule, addNotes, addStaffList } from "./hr/papers";

export interface World {
  db: Database;
  cast: Cast;
  /** What the rows of the table call things by, `{claim}`: the ids of one owner's rows. */
  ids: Record<Owner, Record<string, string>>;
}

/** Two of everything that can have an owner, in one database. */
export async function makeWorld(): Promise<World> {
  const db = useTestDatabase();
  const cast = makeCast(db);
  await ensureProviderKeys(systemContext(db));
  const trainings = Object.fromEntries(
    (Object.keys(TRAININGS) as TrainingName[]).map((name) => [name, makeTraining(db, cast, name)]),
  ) as Record<TrainingName, Training>;
  const ids = {} as World["ids"];
  for (const owner of OWNERS) {
    ids[owner] = {
      ...idsOf(db, cast, trainings[owner], owner),
      ...(await addPapers(db, cast, trainings[owner], owner)),
    };
  }
  return { db, cast, ids };
}

function idsOf(db: Database, cast: Cast, training: Training, owner: Owner): Record<string, string> {
  const learner = cast.learners[owner];
  const registrar = cast.staff[`registrar ${owner}`];
  const claimOf = training.claims[owner];
  const request = db.select().from(correctionRequests).where(eq(correctionRequests.claimId, claimOf.posted!)).get()!;
  return {
    person: learner.personId,
    name: LEARNERS[owner].word,
    email: learner.email,
    provider: cast.providers[owner],
    place: addHall(db, owner),
    instructor: addInstructorOf(db, cast.providers[owner], owner),
    policy: policyToCome(db, cast.providers[owner]),
    otherOrganisation: organisationId(db, owner === "ash" ? "Kent" : "Renton"),
    district: cast.districts[owner],
    "public.district": cast.districts[owner],
    course: training.courseId,
    question: training.questionId,
    ...prefixed("seat", training.registrations[owner]),
    ...prefixed("claim", claimOf),
    claimCode: training.offerings.open.claimCode!,
    credit: training.credits[owner],
    invoice: training.invoices[owner],
    request: request.id,
    mail: db.select().from(outboxMessages).where(eq(outboxMessages.personId, learner.personId)).get()!.id,
    registrar: registrar.personId,
    grant: db.select().from(grants).where(eq(grants.personId, registrar.personId)).get()!.id,
    ...supervisorMail(db, training.registrations[owner].asked),
    ...askedBy(db, cast, training, owner),
    ...doorOf(db, cast, training, owner),
    ...microcredentialsOf(db, cast, owner),
  };
}

function addHall(db: Database, owner: Owner): string {
  const id = newId();
  db.insert(places)
    .values({ id, name: `The ${owner} hall` })
    .run();
  return id;
}

function addInstructorOf(db: Database, providerId: string, owner: Owner): string {
  const id = newId();
  db.insert(instructorEntries)
    .values({ id, providerId, name: `Guest of the ${owner} hall` })
    .run();
  return id;
}

const policyToCome = (db: Database, providerId: string): string => {
  const theirs = and(eq(providerPolicies.providerId, providerId), eq(providerPolicies.fromDate, "2030-01-01"));
  return db.select().from(providerPolicies).where(theirs).get()!.id;
};

/** Offerings and sessions by their stage, and what happened at today's door. */
function doorOf(db: Database, cast: Cast, training: Training, owner: Owner): Record<string, string> {
  const { personId } = cast.learners[owner];
  const offerings = Object.entries(training.offerings);
  const sessions = Object.fromEntries(offerings.map(([stage, offering]) => [stage, offering.sessions[0]!.id]));
  const facilitating = actingAs(db, cast.staff[`facilitator ${owner}`], { now: TEST_NOW });
  done(openCheckIn(facilitating, sessions.today!));
  const { secret } = db.select().from(checkIns).where(eq(checkIns.sessionId, sessions.today!)).get()!;
  const here = and(eq(attendanceMarks.personId, personId), eq(attendanceMarks.sessionId, sessions.over!));
  return {
    ...prefixed("offering", Object.fromEntries(offerings.map(([stage, { id }]) => [stage, id]))),
    ...prefixed("session", sessions),
    mark: db.select().from(attendanceMarks).where(here).get()!.id,
    walkIn: db.select().from(walkIns).where(eq(walkIns.offeringId, training.offerings.today.id)).get()!.id,
    checkInCode: checkInCodeAt(secret, TEST_NOW),
    ...addSteps(db, training.offerings.today.id, cast.staff[`facilitator ${owner}`], cast.learners[owner]),
    kiosk: addKiosk(facilitating, sessions.today!),
    report: addReport(db, sessions.over!, cast.staff[`facilitator ${owner}`].personId, cast.learners[owner].email),
  };
}

/** One inquiry of each kind. */
function askedBy(db: Database, cast: Cast, { offerings }: Training, owner: Owner): Record<string, string> {
  const me = actingAs(db, cast.learners[owner], { now: TEST_NOW });
  const written = (kind: InquiryKind, offeringId: string) =>
    done(ask(me, { kind, offeringId, body: `Can ${LEARNERS[owner].word} ask?`, nonce: newId() })).id;
  return prefixed("inquiry", {
    offering: written("offering", offerings.coming.id),
    cancel: written("cancel", offerings.coming.id),
    hours: written("hours", offerings.open.id),
    attendance: written("attendance", offerings.over.id),
  });
}

const prefixed = (kind: string, ids: Record<string, string>) =>
  Object.fromEntries(Object.entries(ids).map(([stage, id]) => [`${kind}.${stage}`, id]));

function supervisorMail(db: Database, registrationId: string): Record<string, string> {
  const about = and(eq(outboxMessages.kind, "supervisor-request"), eq(outboxMessages.subjectId, registrationId));
  const mail = db.select().from(outboxMessages).where(about).get()!;
  return { supervisorMail: mail.id, supervisorSecret: String(mail.payload.actionUrl).split("/").at(-1)! };
}

function proposalSecret(db: Database, email: string): string {
  const mail = db.select().from(outboxMessages).where(eq(outboxMessages.recipient, email)).get()!;
  return new URL(String(mail.payload.actionUrl)).searchParams.get("token")!;
}

/** A certificate, an export, a calendar feed, a workplace that nobody has confirmed, and a key against mail. */
async function addPapers(db: Database, cast: Cast, training: Training, owner: Owner): Promise<Record<string, string>> {
  const learner = cast.learners[owner];
  const me = actingAs(db, learner, { now: TEST_NOW });
  const hr = actingAs(db, cast.staff[`hr ${owner}`], { now: TEST_NOW, scopeIds: [cast.districts[owner]] });
  const certificate = done(await issueCertificate(me, training.credits[owner]));
  const range = { organisationId: cast.districts[owner], from: null, to: "2026-09-30", onlyNew: true };
  renewFeed(me);
  const proposed = { personId: learner.personId, email: `proposed-${owner}@test.example`, reason: "They called" };
  done(proposeAddress(actingAs(db, cast.staff.admin), proposed));
  const fault = { source: "service" as const, reason: "550 no such mailbox", reportedAt: TEST_NOW };
  db.insert(addressFaults)
    .values({ address: learner.email, ...fault })
    .run();
  const waiting = {
    organisation: `${owner === "ash" ? "Ash" : "Birch"} School District`,
    roleKind: "other" as const,
    from: "2026-09-01",
    confirmed: false,
  };
  const exported = done(await exportNow(hr, range));
  return {
    ...(await addMaterials(db, cast, training, owner)),
    document: certificate.id,
    ...(await renewalOf(db, cast, owner)),
    code: certificate.code,
    export: exported.exportId,
    exportRun: exported.runId,
    ...addPayroll(hr, owner),
    layout: addExportLayout(hr, cast.districts[owner], owner),
    localRule: addLocalRule(hr, cast.districts[owner]),
    ...addNotes(hr, cast.districts[owner], learner.personId),
    proposalSecret: proposalSecret(db, proposed.email),
    feedSecret: findFeedAddress(me)!.split("/").at(-1)!,
    affiliation: affiliate(db, learner, waiting),
    staffList: addStaffList(db, cast, owner),
    unsubscribeKey: unsubscribeKeysOf(db, [{ personId: learner.personId, scope: "digest" }], TEST_NOW).get(
      `${learner.personId} digest`,
    )!,
  };
}

/** A handout for those with a seat in what is to come, and one for everybody. */
async function addMaterials(db: Database, cast: Cast, training: Training, owner: Owner) {
  const offeringId = training.offerings.coming.id;
  const facilitator = actingAs(db, cast.staff[`facilitator ${owner}`], { now: TEST_NOW });
  for (const audience of ["everyone", "seat"] as const) {
    const file = pdfOf(`${TRAININGS[owner].word} for ${audience}`);
    done(await changeMaterials(facilitator, offeringId, { intent: "add-file", title: audience, audience, file }));
  }
  const [handout, material] = listMaterials(db, offeringId).map(({ id }) => id);
  const files = done(await keepMessageFiles(facilitator, [pdfOf(`${TRAININGS[owner].word} agenda`, "agenda.pdf")]));
  const words = { subject: `${TRAININGS[owner].word} agenda`, body: "Attached.", nonce: newId(), files };
  done(messagePeople(facilitator, { id: offeringId }, { ...words, statuses: ["registered"] }));
  const message = db
    .select()
    .from(offeringMessageFiles)
    .where(eq(offeringMessageFiles.fileHash, files[0]!.fileHash))
    .get()!;
  const name = `${TRAININGS[owner].word} agenda`;
  const template = done(addTemplate(facilitator, cast.providers[owner], { ...words, name }));
  return { "public.handout": handout!, material: material!, message: message.messageId, template };
}
