import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { assessorScopes } from "#drizzle/schema/microcredentials/assessors";
import { assessments } from "#drizzle/schema/microcredentials/portfolios";
import { auditEntries } from "#drizzle/schema/platform";
import { getAssessorDesk } from "~/desks/microcredentials/assessor-desk.server";
import { changeAssessor, nameAssessor } from "~/microcredentials/assessors/assessor.server";
import { allOf } from "~/microcredentials/assessors/assessor-form";
import { assessorSource } from "~/microcredentials/assessors/assessor-list.server";
import { getAssessorPage } from "~/microcredentials/assessors/assessor-page.server";
import type { AssessorStep } from "~/microcredentials/assessors/assessor-state";
import { listGrantsOf } from "~/people/roles/grant.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, psesd, type TestPerson } from "../../support/factories";
import { makeMicrocredential } from "../../support/microcredentials/definitions";
import { makeCoordinator, makeSubmission, take } from "../../support/microcredentials/portfolios";
import { pageOfList, thrownBy } from "../../support/request";

let db: Database;
let cora: ScopedContext;
let ann: TestPerson;
let assessor: ScopedContext;
beforeEach(() => {
  db = useTestDatabase();
  cora = makeCoordinator(db);
  ann = makePerson(db, { first: "Ann", last: "Assessor" });
  assessor = actingAs(db, ann, { scopeIds: [psesd(db).id] });
});

const make = (title: string) => makeMicrocredential(cora, { providerId: psesd(db).id, title });
const scopes = () => db.select().from(assessorScopes).where(eq(assessorScopes.personId, ann.personId)).all();
const step = (scopeId: string, what: AssessorStep, shown: string, reason = "Asked for") =>
  changeAssessor(cora, { scopeId, step: what, shown, reason });
const mails = () =>
  db
    .select()
    .from(outboxMessages)
    .where(eq(outboxMessages.kind, "assessor-changed"))
    .orderBy(asc(outboxMessages.id))
    .all()
    .map(({ payload }) => payload.change);
/** Names Ann for something, and admits her. */
function admitted(chosen: string): string {
  done(nameAssessor(cora, { email: ann.email, scopes: [chosen] }));
  const scope = scopes().at(-1)!;
  done(step(scope.id, "admit", "invited"));
  return scope.id;
}

test("somebody who is named gets the role and a mail, and nothing from the queue before they are admitted", () => {
  const calm = make("Calm");
  const { submissionId } = makeSubmission(db, makePerson(db), calm);
  expect(done(nameAssessor(cora, { email: ann.email, scopes: [calm] }))).toBe("Ann Assessor");
  expect(listGrantsOf(db, ann.personId)).toEqual([{ role: "assessor", scopeId: psesd(db).id }]);
  expect(take(assessor, submissionId)).toMatchObject({ reason: "unknown-submission" });
  expect(getAssessorDesk(assessor)).toMatchObject({ waiting: [], isAdmitted: false });
  const [scope] = scopes();
  expect(step(scope!.id, "admit", "invited", "")).toMatchObject({ reason: "reason-missing" });
  done(step(scope!.id, "admit", "invited", "Taught it for years"));
  expect(getAssessorDesk(assessor).waiting).toHaveLength(1);
  done(take(assessor, submissionId));
  expect(mails()).toEqual(["invited", "admitted"]);
  const actions = db.select().from(auditEntries).where(eq(auditEntries.subjectId, scope!.id)).all();
  expect(actions.map(({ action }) => action)).toEqual(["assessor.invited", "assessor.admitted"]);
});

test("who is admitted for one takes nothing of another; who is admitted for all takes later ones, too", () => {
  const calm = make("Calm");
  admitted(calm);
  const other = makeSubmission(db, makePerson(db), make("Other"));
  expect(take(assessor, other.submissionId)).toMatchObject({ reason: "unknown-submission" });
  admitted(allOf(psesd(db).id));
  done(take(assessor, other.submissionId));
  const later = makeSubmission(db, makePerson(db), make("Later"));
  done(take(assessor, later.submissionId));
});

test("who is stopped loses what they hold, the queue, and with the last of it the role", () => {
  const [calm, loud] = [make("Calm"), make("Loud")];
  const [scope, other] = [admitted(calm), admitted(loud)];
  const held = makeSubmission(db, makePerson(db), calm);
  const kept = makeSubmission(db, makePerson(db), loud);
  for (const { submissionId } of [held, kept]) done(take(assessor, submissionId));
  done(step(scope, "stop", "admitted"));
  const rows = db.select().from(assessments).all();
  expect(rows.map(({ releasedBecause }) => releasedBecause)).toEqual(["stopped", null]);
  expect(listGrantsOf(db, ann.personId)).toHaveLength(1);
  done(step(other, "recalibrate", "admitted"));
  expect(db.select().from(assessments).all().at(-1)).toMatchObject({ releasedBecause: "stopped" });
  done(step(other, "stop", "calibrating"));
  expect(listGrantsOf(db, ann.personId)).toEqual([]);
  done(step(scope, "resume", "stopped"));
  expect(listGrantsOf(db, ann.personId)).toHaveLength(1);
  expect(take(assessor, held.submissionId)).toMatchObject({ reason: "unknown-submission" });
});

test("naming again changes nothing, unless somebody was stopped; their history stays", () => {
  const calm = make("Calm");
  const scope = admitted(calm);
  const again = () => nameAssessor(cora, { email: ann.email, scopes: [calm] });
  expect(again()).toMatchObject({ reason: "named-already" });
  done(step(scope, "stop", "admitted", "Has left"));
  done(again());
  expect(scopes()).toMatchObject([{ id: scope, state: "invited" }]);
  expect(getAssessorPage(cora, scope).history.map(({ what }) => what)).toEqual([
    "Invited",
    "Stopped: Has left",
    "Admitted: Asked for",
    "Invited",
  ]);
});

test("nobody is named who has no account, for nothing, or for what is not the coordinator’s", () => {
  const calm = make("Calm");
  const draft = makeMicrocredential(cora, { providerId: psesd(db).id, title: "Draft", isDraft: true });
  const name = (email: string, chosen: string[]) => nameAssessor(cora, { email, scopes: chosen });
  expect(name("nobody@test.example", [calm])).toMatchObject({ reason: "no-account" });
  expect(name(ann.email, [])).toMatchObject({ reason: "nothing-chosen" });
  expect(name(ann.email, [calm, draft])).toMatchObject({ reason: "unknown-microcredential" });
  const stack = makeMicrocredential(cora, { providerId: psesd(db).id, title: "Both", stack: [calm, make("Loud")] });
  expect(name(ann.email, [stack])).toMatchObject({ reason: "unknown-microcredential" });
  expect(name(ann.email, [allOf("another")])).toMatchObject({ reason: "unknown-microcredential" });
  expect(scopes()).toEqual([]);
});

test("what somebody else did meanwhile is not undone unseen, and another provider’s coordinator finds nobody", async () => {
  const scope = admitted(make("Calm"));
  expect(step(scope, "admit", "invited")).toMatchObject({ reason: "changed-meanwhile" });
  const foreign = { ...cora, scopeIds: ["another"] };
  expect(changeAssessor(foreign, { scopeId: scope, step: "stop", shown: "admitted", reason: "" })).toMatchObject({
    reason: "unknown-assessor",
  });
  expect((await thrownBy(() => getAssessorPage(foreign, scope))).status).toBe(404);
});

test("the list tells who judges what, by name and state, with the same statements for one row and for thirty", () => {
  const calm = make("Calm");
  admitted(calm);
  const list = (query = "") => pageOfList(() => assessorSource(cora), query);
  const one = countStatements(db, () => list());
  expect(list().rows).toMatchObject([{ name: "Assessor, Ann", scope: "Calm", practised: 0, scored: 0 }]);
  for (let index = 0; index < 29; index++)
    done(nameAssessor(cora, { email: makePerson(db, { last: "Other" }).email, scopes: [allOf(psesd(db).id)] }));
  expect(list().rows).toHaveLength(30);
  expect(countStatements(db, () => list())).toBe(one);
  expect(list("state=admitted").rows).toHaveLength(1);
  expect(list("q=ann").rows).toHaveLength(1);
  expect(list(`microcredential=${calm}`).rows).toHaveLength(1);
  for (const sort of ["scope", "state", "practised", "scored", "since"])
    expect(list(`sort=${sort}`).rows).toHaveLength(30);
});
