import { beforeEach, expect, test } from "vitest";
import { getPersonMail } from "~/desks/people/person-mail.server";
import type { Database } from "~/platform/database/database.server";
import { inTransaction } from "~/platform/database/database.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { messagePeople } from "~/registration/messages/message-people.server";
import { register } from "~/registration/seats/registration.server";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeCourse, makeOffering, makePerson, psesd, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { readingsOf } from "../../support/readings";
import { thrownBy } from "../../support/request";
import { makeProvider, makeStaff } from "./staff";

let db: Database;
let maya: TestPerson;
let fran: TestPerson;
let offeringId: string;

beforeEach(() => {
  db = useTestDatabase();
  maya = makePerson(db, { first: "Maya", last: "Okonkwo-Reyes" });
  fran = makePerson(db);
  offeringId = makeOffering(db, { instructor: fran }).id;
  done(register(actingAs(db, maya), { offeringId }));
  const words = { subject: "Bring boots", body: "It may rain, {name}.", statuses: ["registered" as const], nonce: "n" };
  done(messagePeople(actingAs(db, fran), { id: offeringId }, words));
});

const read = (by: TestPerson, kind: string) =>
  getPersonMail(actingAs(db, by), maya.personId, messagesOf(db, kind)[0]!.id);
const refused = async (by: TestPerson, kind: string) => (await thrownBy(() => read(by, kind))).status;

test("staff of the provider read what a mail said, and looking names the person", async () => {
  const cora = makeStaff(db, "coordinator", psesd(db).id);
  expect(read(cora, "offering-message")).toMatchObject({ recipient: maya.email, back: "?view=mails", hidden: false });
  expect(read(cora, "offering-message").text).toContain("It may rain, Maya Okonkwo-Reyes.");
  expect(readingsOf(db, "message.read")[0]!.personIds).toEqual([maya.personId]);
  expect(await refused(makeStaff(db, "coordinator", makeProvider(db)), "offering-message")).toBe(404);
  expect(await refused(maya, "offering-message")).toBe(404);
});

test("who sees the person through another provider reads nothing that this one wrote", async () => {
  const other = makeProvider(db);
  const courseId = makeCourse(db, { providerId: other });
  const elsewhere = makeOffering(db, { courseId, values: { providerId: other } });
  done(register(actingAs(db, maya), { offeringId: elsewhere.id }));
  const theirs = makeStaff(db, "coordinator", other);
  expect(await refused(theirs, "offering-message")).toBe(404);
  const [, mine] = messagesOf(db, "registered");
  expect(getPersonMail(actingAs(db, theirs), maya.personId, mine!.id).recipient).toBe(maya.email);
});

test("a facilitator reads what was written to the people of their offering, and nothing else", async () => {
  expect(read(fran, "offering-message")).toMatchObject({ recipient: null, back: "" });
  expect(await refused(fran, "registered")).toBe(404);
});

test("a link that works without a password is shown to nobody", () => {
  const payload = {
    personName: "Maya",
    actionUrl: "http://hourbook.test/reset-password?token=secret",
    validFor: "an hour",
  };
  const about = {
    kind: "reset-password" as const,
    subjectId: "account",
    personId: maya.personId,
    recipient: maya.email,
  };
  inTransaction(db, (tx) => enqueueMessage(tx, systemContext(db), { ...about, payload }));
  const mail = read(makeStaff(db, "admin"), "reset-password");
  expect(mail.hidden).toBe(true);
  expect(JSON.stringify(mail)).not.toContain("token=secret");
});
