import { beforeEach, expect, test } from "vitest";
import { documents } from "#drizzle/schema/documents";
import { formerNames } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { findVerification } from "~/documents/checking/verification.server";
import { readParameters } from "~/documents/issuing/document-parameters";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import { addFormerName, changeFormerName, listFormerNames } from "~/people/names/former-name.server";
import { correctLegalName } from "~/people/persons/person-correction.server";
import { getProfile, toProfileDraft, updateProfile } from "~/people/persons/profile.server";
import type { Database } from "~/platform/database/database.server";
import { action } from "~/routes/account/profile";
import { TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, type TestPerson } from "../../support/factories";
import { post, thrownBy } from "../../support/request";

const HOUR = 3_600_000;

let db: Database;
let person: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { first: "Ana", last: "Sample" });
});

const at = (hours: number) => actingAs(db, person, { now: TEST_NOW + hours * HOUR });
const former = () => listFormerNames(db, person.personId);
function rename(legalFirst: string, legalLast: string, hours: number): void {
  const draft = toProfileDraft(getProfile(at(hours)).person);
  updateProfile(at(hours), { ...draft, legalFirst, legalLast });
}
const shownOn = (code: string) => findVerification(db, code)?.parameters.educator.formerNames;
async function issue(hours: number) {
  return done(await issueTranscript(at(hours), { personId: person.personId }));
}

test("a typing mistake that is mended within a day leaves no former name; what stood for a day does", () => {
  rename("Anna", "Sample", 23);
  expect(former()).toEqual([]);
  rename("Ana", "Sample", 46.9);
  expect(former()).toEqual([]);
  rename("Ana", "Reyes", 71);
  expect(former()).toEqual(["Ana Sample"]);
  rename("ANA", "Reyes", 200);
  expect(former()).toEqual(["Ana Sample"]);
});

test("the name that somebody has now is never listed as former, however it came to be kept", () => {
  rename("Ana", "Reyes", 30);
  rename("Ana", "Sample", 60);
  expect(former()).toEqual(["Ana Reyes"]);
  expect(addFormerName(at(61), " ana sample")).toMatchObject({ ok: false, reason: "current-name" });
  rename("Ana", "Reyes", 90);
  expect(former()).toEqual(["Ana Sample"]);
});

test("staff who mend a name within a day leave none either, and later they do", () => {
  const correct = (legalLast: string, hours: number) =>
    correctLegalName(at(hours), {
      personId: person.personId,
      legalFirst: "Ana",
      legalLast,
      reason: "x",
      typingMistake: false,
    });
  done(correct("Smple", 100));
  done(correct("Sample", 101));
  expect(former()).toEqual([]);
  done(correct("Reyes", 200));
  expect(former()).toEqual(["Ana Sample"]);
});

test("D5 P3 a former name that is withdrawn stands on no new document and on no public page, and can be shown again", async () => {
  postCreditFor(db, person);
  rename("Ana", "Reyes", 30);
  const before = await issue(31);
  expect(shownOn(before.code)).toEqual(["Ana Sample"]);
  const { id } = db.select().from(formerNames).get()!;
  const other = actingAs(db, makePerson(db));
  expect(changeFormerName(other, { intent: "withdraw-former-name", formerNameId: id })).toMatchObject({
    reason: "unknown-name",
  });
  done(changeFormerName(at(32), { intent: "withdraw-former-name", formerNameId: id }));
  expect(shownOn(before.code)).toEqual([]);
  expect(former()).toEqual(["Ana Sample"]);
  const after = await issue(33);
  expect(readParameters(after).educator.formerNames).toEqual([]);
  done(changeFormerName(at(34), { intent: "show-former-name", formerNameId: id }));
  expect(shownOn(before.code)).toEqual(["Ana Sample"]);
  expect(db.select().from(documents).all()).toHaveLength(2);
  const actions = db
    .select()
    .from(auditEntries)
    .all()
    .map((entry) => entry.action);
  expect(actions).toEqual(expect.arrayContaining(["former-name.withdrawn", "former-name.shown"]));
});

test("a former name that was typed can be taken off; one that was the legal name here stays for staff", async () => {
  done(addFormerName(at(1), "Ana Typed"));
  rename("Ana", "Reyes", 30);
  const rows = () => db.select().from(formerNames).all();
  const send = async (formerNameId: string) =>
    action({
      request: await post(db, "/profile", { intent: "remove-former-name", formerNameId }, person),
      params: {},
      context: {},
    });
  const [typed, legal] = rows();
  expect((await thrownBy(() => send(typed!.id))).status).toBe(302);
  expect(await send(legal!.id)).toMatchObject({ init: { status: 409 } });
  expect(rows().map(({ name }) => name)).toEqual(["Ana Sample"]);
});
