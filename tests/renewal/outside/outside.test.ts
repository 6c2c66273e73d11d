import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { outsideHours } from "#drizzle/schema/renewal/outside";
import { readWork } from "~/desks/work/work.server";
import { inTransaction } from "~/platform/database/database.server";
import { writeBase } from "~/platform/http/stale-form";
import { addCertificate } from "~/renewal/certificates/educator-certificate.server";
import { toOutsideDraft } from "~/renewal/outside/outside-form";
import { callBackOutside, decideOutside, findChecker, sendOutside } from "~/renewal/outside/outside-check.server";
import {
  changeOutside,
  enterOutside,
  findMyOutside,
  listOutsideHours,
  removeOutside,
} from "~/renewal/outside/outside-hours.server";
import { outsideSource } from "~/renewal/outside/outside-list.server";
import { getMyOutsidePage } from "~/renewal/outside/outside-page.server";
import { getCertificatePage } from "~/renewal/progress/certificate-page.server";
import { action as enter } from "~/routes/certificate/certificate.elsewhere.new";
import { action as change } from "~/routes/certificate/certificate.elsewhere.$id";
import { loader as myFile } from "~/routes/certificate/certificate.elsewhere.$id_.file";
import { loader as sentFile } from "~/routes/registrar/outside-hours.$id_.file";
import { insertProvider, PSESD_POLICY } from "#seed/reference";
import { at } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { affiliate, give, makePerson, psesd } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { get, pageOfList, post, thrownBy } from "../../support/request";
import { fileOf, pdfOf } from "../../support/sample-files";
import { OUTSIDE_FORM, outside } from "./samples";

const args = (request: Request, id = "") => ({ request, params: { id }, context: {} });
const LATER = at("2026-10-02T09:00");

function makeDesk() {
  const db = useTestDatabase();
  const person = makePerson(db, { first: "Hana", last: "Takahashi" });
  const registrar = makePerson(db, { first: "Phoebe", last: "Larkin" });
  give(db, registrar, "registrar", psesd(db).id);
  const me = actingAs(db, person, { now: LATER });
  const desk = actingAs(db, registrar, { now: LATER, scopeIds: [psesd(db).id] });
  return { db, person, registrar, me, desk };
}

const stateOf = (db: ReturnType<typeof useTestDatabase>, id: string) =>
  db.select().from(outsideHours).where(eq(outsideHours.id, id)).get()!;

test("hours from elsewhere are sent, accepted and taken back; the person and the registrars are told", () => {
  const { db, person, registrar, me, desk } = makeDesk();
  const id = done(enterOutside(me, outside(), null));
  expect(stateOf(db, id).state).toBe("self-reported");
  expect(done(sendOutside(me, id))).toBe(psesd(db).name);
  const second = done(enterOutside(me, outside({ title: "Another" }), null));
  done(sendOutside(me, second));
  expect(messagesOf(db, "outside-hours-sent").map(({ personId }) => personId)).toEqual([registrar.personId]);
  const { updatedAt: seen } = stateOf(db, id);
  done(decideOutside(desk, id, { intent: "accept", seen }));
  expect(findMyOutside(db, person.personId, id)).toMatchObject({ state: "accepted", checker: psesd(db).name });
  done(decideOutside({ ...desk, now: LATER + 1 }, id, { intent: "take-back", reason: "It was 5 hours." }));
  expect(stateOf(db, id)).toMatchObject({ state: "taken-back", reason: "It was 5 hours." });
  expect(messagesOf(db, "outside-hours-decided").map(({ payload }) => payload.decision)).toEqual([
    "accepted",
    "taken-back",
  ]);
  expect(getMyOutsidePage(me, id).history.map(({ what }) => what)).toEqual([
    "Taken back: because “It was 5 hours.”",
    "Accepted",
    "Sent to the registrar",
    "Entered: kind Clock hours of another provider; title “Teaching with place”; given by “ESD 113”; first day Feb 3, 2026; completed Feb 4, 2026; topics Equity 3; amount 6.5",
  ]);
});

test("what was accepted stays as it was looked at, by the command and by the database", () => {
  const { db, me, desk } = makeDesk();
  const id = done(enterOutside(me, outside(), null));
  done(sendOutside(me, id));
  done(decideOutside(desk, id, { intent: "accept", seen: stateOf(db, id).updatedAt }));
  expect(changeOutside(me, id, outside({ amount: 600 }), null)).toMatchObject({ reason: "is-not-changeable" });
  expect(removeOutside(me, id)).toMatchObject({ reason: "is-not-changeable" });
  expect(callBackOutside(me, id)).toMatchObject({ reason: "is-not-changeable" });
  expect(sendOutside(me, id)).toMatchObject({ reason: "is-not-changeable" });
  const set = (values: Partial<typeof outsideHours.$inferInsert>) => () =>
    db.update(outsideHours).set(values).where(eq(outsideHours.id, id)).run();
  expect(set({ amount: 600 })).toThrow("stays as it was looked at");
  expect(() => db.delete(outsideHours).where(eq(outsideHours.id, id)).run()).toThrow("taken back, not deleted");
  const byOwnWord = { state: "self-reported" as const, decidedAt: null, decidedBy: null };
  expect(set(byOwnWord)).toThrow("only what was sent is accepted");
});

test("nobody accepts what was not sent, and nobody decides on what they have not seen", () => {
  const { db, me, desk } = makeDesk();
  const id = done(enterOutside(me, outside(), null));
  const { updatedAt: seen } = stateOf(db, id);
  expect(decideOutside(desk, id, { intent: "accept", seen })).toMatchObject({ reason: "unknown-hours" });
  const accepted = { state: "accepted" as const, decidedAt: 1, decidedBy: me.actor.personId };
  const forced = db
    .update(outsideHours)
    .set({ ...accepted, providerId: psesd(db).id, sentAt: 1 })
    .where(eq(outsideHours.id, id));
  expect(() => forced.run()).toThrow("only what was sent is accepted");
  done(sendOutside({ ...me, now: LATER + 1 }, id));
  done(changeOutside({ ...me, now: LATER + 2 }, id, outside({ amount: 600 }), null));
  expect(stateOf(db, id).state).toBe("sent");
  const stale = decideOutside(desk, id, { intent: "accept", seen: LATER + 1 });
  expect(stale).toMatchObject({ reason: "changed-meanwhile" });
  done(callBackOutside({ ...me, now: LATER + 3 }, id));
  expect(decideOutside(desk, id, { intent: "return", seen: LATER + 3, reason: "No." })).toMatchObject({
    reason: "unknown-hours",
  });
});

test("what was returned counts no more until it is corrected, and can be sent again", () => {
  const { db, person, me, desk } = makeDesk();
  done(addCertificate(me, { kind: "teacher", issuedOn: "2024-07-01", expiresOn: "2029-06-30" }));
  const id = done(enterOutside(me, outside(), null));
  const progress = () => getCertificatePage(me).progress!;
  expect(progress().sources[0]).toMatchObject({
    mark: "Self-reported",
    href: `/certificate/elsewhere/${id}`,
    countsTo: [
      { code: "TOTAL", minutes: 390 },
      { code: "EQUITY", minutes: 180 },
    ],
  });
  expect(progress().selfReported).toBe(390);
  done(sendOutside(me, id));
  done(decideOutside(desk, id, { intent: "return", seen: LATER, reason: "Which day?" }));
  expect(progress().sources).toEqual([]);
  done(changeOutside(me, id, outside({ completedOn: "2026-02-05" }), null));
  expect(findMyOutside(db, person.personId, id)).toMatchObject({ state: "self-reported", reason: null, sentAt: null });
  done(sendOutside(me, id));
  done(decideOutside(desk, id, { intent: "accept", seen: LATER }));
  expect(progress()).toMatchObject({ selfReported: 0 });
});

test("the registrars of the district check what its people send, where it is a provider; else those of the ESD", () => {
  const { db, person } = makeDesk();
  expect(findChecker(db, person.personId, "2026-10-02").name).toBe(psesd(db).name);
  inTransaction(db, (tx) =>
    insertProvider(tx, systemContext(db), {
      ...{ organisationName: "Kent", name: "Kent SD", shortName: "KE", address: null },
      ...{ designeeName: null, designeeTitle: null },
      policies: [{ fromDate: "2020-01-01", policy: PSESD_POLICY }],
    }),
  );
  affiliate(db, person, { organisation: "Kent", to: "2026-12-31" });
  expect(findChecker(db, person.personId, "2026-10-02").name).toBe("Kent SD");
  expect(findChecker(db, person.personId, "2027-01-01").name).toBe(psesd(db).name);
});

test("the queue shows what waits, oldest first, for the registrars of that provider alone", () => {
  const { db, me, desk } = makeDesk();
  for (const [title, sentAt] of [
    ["Second", LATER + 5],
    ["First", LATER],
  ] as const) {
    const id = done(enterOutside(me, outside({ title }), null));
    done(sendOutside({ ...me, now: sentAt }, id));
  }
  done(enterOutside(me, outside({ title: "Kept for myself" }), null));
  const now = LATER + 86_400_000;
  const list = (query: string, scopeIds = desk.scopeIds) =>
    pageOfList((search) => outsideSource({ ...desk, now, scopeIds }, search), query).rows.map(({ title }) => title);
  expect(list("")).toEqual(["First", "Second"]);
  expect(list("q=second")).toEqual(["Second"]);
  expect(list("state=accepted")).toEqual([]);
  expect(list("state=all&kind=clock-hours")).toHaveLength(2);
  expect(list("", ["another"])).toEqual([]);
  const counters = readWork(desk).desks.flatMap(({ counters }) => counters);
  expect(counters).toContainEqual(expect.objectContaining({ label: "Hours from elsewhere to check", count: 2 }));
  expect(db.select().from(outsideHours).all()).toHaveLength(3);
});

test("bad input and evidence of the wrong type come back at their fields, and the rest is kept", async () => {
  const { db, person } = makeDesk();
  const send = async (changes: Record<string, string>, file?: File) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...OUTSIDE_FORM, ...changes })) form.append(name, value);
    if (file) form.append("file", file);
    return enter(args(await post(db, "/certificate/elsewhere/new", form, person)));
  };
  const wrong = await send({}, fileOf("<html><script>1</script></html>", "proof.html"));
  expect([wrong.init?.status, Object.keys(wrong.data.result.error ?? {})]).toEqual([400, ["file"]]);
  expect(wrong.data.result.initialValue).toMatchObject({ title: "Teaching with place", topics: { EQUITY: "3" } });
  const renamed = await send({}, pdfOf("proof", "proof.docx"));
  expect(Object.keys(renamed.data.result.error ?? {})).toEqual(["file"]);
  const future = await send({ completedOn: "2030-01-01" });
  expect(Object.keys(future.data.result.error ?? {})).toEqual(["completedOn"]);
  expect((await thrownBy(async () => send({}, pdfOf("proof")))).status).toBe(302);
  const again = await send({});
  expect(Object.keys(again.data.result.error ?? {})).toEqual(["title"]);
  expect(listOutsideHours(db, person.personId)).toMatchObject([{ fileName: "handout.pdf", state: "self-reported" }]);
});

test("the evidence is for whoever entered it, and for the registrars to whom it was sent", async () => {
  const { db, person, registrar, me } = makeDesk();
  const form = new FormData();
  for (const [name, value] of Object.entries(OUTSIDE_FORM)) form.append(name, value);
  form.append("file", pdfOf("proof"));
  await thrownBy(async () => enter(args(await post(db, "/certificate/elsewhere/new", form, person))));
  const { id } = listOutsideHours(db, person.personId)[0]!;
  const mine = async (who = person) => myFile(args(await get(db, `/certificate/elsewhere/${id}/file`, who), id));
  const theirs = async () => sentFile(args(await get(db, `/registrar/outside-hours/${id}/file`, registrar), id));
  expect((await mine()).headers.get("Content-Disposition")).toContain("handout.pdf");
  expect((await thrownBy(async () => mine(makePerson(db)))).status).toBe(404);
  expect((await thrownBy(theirs)).status).toBe(404);
  done(sendOutside(me, id));
  expect((await theirs()).status).toBe(200);
  const removed = await post(db, `/certificate/elsewhere/${id}`, { intent: "remove-file" }, person);
  expect((await thrownBy(async () => change(args(removed, id)))).status).toBe(302);
  expect(stateOf(db, id)).toMatchObject({ fileHash: null, fileName: null });
});

test("a page that was opened before a change elsewhere asks which value stands", async () => {
  const { db, person, me } = makeDesk();
  const id = done(enterOutside(me, outside(), null));
  const base = writeBase(toOutsideDraft(outside()));
  done(changeOutside(me, id, outside({ title: "Teaching in place" }), null));
  const send = async (values: Record<string, string>) =>
    change(args(await post(db, `/certificate/elsewhere/${id}`, { ...OUTSIDE_FORM, base, ...values }, person), id));
  expect((await send({ title: "Mine" })).init?.status).toBe(409);
  expect((await thrownBy(async () => send({ "keep.title": "theirs" }))).status).toBe(302);
  expect(stateOf(db, id).title).toBe("Teaching in place");
  expect((await thrownBy(async () => send({ intent: "remove-hours" }))).status).toBe(302);
  expect(db.select().from(outsideHours).all()).toEqual([]);
});
