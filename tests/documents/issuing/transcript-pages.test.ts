import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { documents } from "#drizzle/schema/documents";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import type { Database } from "~/platform/database/database.server";
import { loader as readDocument } from "~/routes/educator/documents.$id";
import { action, loader } from "~/routes/educator/transcript";
import { loader as enterCode } from "~/routes/public/verify._index";
import { loader as verify } from "~/routes/public/verify.$code";
import { at } from "../../support/clock";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { makePerson, type TestPerson } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";

let db: Database;
let person: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { organisation: "Highline" });
});

const args = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} });

async function issued(now = at("2027-04-01T09:00")) {
  const outcome = await issueTranscript(actingAs(db, person, { now }), { personId: person.personId });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

async function verified(code: string) {
  const answer = await verify(args(await get(db, `/verify/${code}`), { code }));
  return { ...answer.data, status: answer.init?.status, headers: new Headers(answer.init?.headers) };
}

test("the transcript's page shows what it will contain, by school year, and posting leads to the file", async () => {
  postCreditFor(db, person);
  postCreditFor(db, person, { day: "2026-11-02", minutes: 210 });
  postCreditFor(db, person, { day: "2027-09-14", minutes: 60 });
  const all = await loader(args(await get(db, "/transcript", person)));
  expect(all.totals).toMatchObject({ minutes: 690, bySchoolYear: [{ minutes: 630 }, { minutes: 60 }] });
  expect(all.schoolYears.map((year) => year.value)).toEqual(["2027", "2026"]);
  const one = await loader(args(await get(db, "/transcript?period=2026", person)));
  expect(one.lines.map((line) => line.minutes)).toEqual([210, 420]);

  const request = await post(db, "/transcript", { from: "2026-09-01", to: "2027-08-31" }, person);
  const answer = (await action(args(request))) as Response;
  expect(answer.status).toBe(302);
  const document = db.select().from(documents).get()!;
  expect(answer.headers.get("Location")).toBe(`/documents/${document.id}?download=1`);
  const file = await readDocument(args(await get(db, answer.headers.get("Location")!, person), { id: document.id }));
  expect(file.headers.get("Content-Type")).toBe("application/pdf");
  expect(file.headers.get("Content-Disposition")).toContain(`attachment; filename="transcript-${document.code}.pdf"`);
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
});

test("dates in the wrong order come back with the error at the field and status 400", async () => {
  postCreditFor(db, person);
  const request = await post(db, "/transcript", { from: "2027-03-01", to: "2027-01-01" }, person);
  const answer = await action(args(request));
  expect(answer).toMatchObject({ init: { status: 400 }, data: { result: { error: { to: [expect.any(String)] } } } });
  const empty = await post(db, "/transcript", { to: "2020-01-01" }, person);
  expect(await action(args(empty))).toMatchObject({ init: { status: 409 } });
});

test("P2 a document is a 404 for anybody else, and visitors are sent to sign in", async () => {
  postCreditFor(db, person);
  const { id } = await issued();
  const stranger = makePerson(db, { organisation: "Kent" });
  const reading = async (who?: TestPerson) => readDocument(args(await get(db, `/documents/${id}`, who), { id }));
  expect((await thrownBy(() => reading(stranger))).status).toBe(404);
  const visitor = await thrownBy(() => reading());
  expect(visitor.headers.get("Location")).toBe(`/sign-in?next=${encodeURIComponent(`/documents/${id}`)}`);
});

test("D5 the public page repeats every line and says that the transcript is current, and is not for search engines", async () => {
  postCreditFor(db, person, { title: "Watersheds" });
  const document = await issued();
  const page = await verified(document.code.toLowerCase().replaceAll("-", " "));
  expect(page.verification).toMatchObject({
    fileHash: document.fileHash,
    standing: { state: "current", correctedLines: 0 },
    parameters: { lines: [{ courseTitle: "Watersheds", minutes: 420 }] },
    totals: { minutes: 420 },
  });
  expect(page.status).toBe(200);
  expect(page.headers.get("X-Robots-Tag")).toContain("noindex");
  expect(JSON.stringify(page)).not.toContain(person.email);
  expect(JSON.stringify(page)).not.toContain(person.personId);
});

test("D5 the public page says superseded with its date, corrected, revoked with its reason, and unknown", async () => {
  const { creditId } = postCreditFor(db, person);
  const first = await issued();
  correctCreditRow(db, creditId, 390, at("2027-04-10T09:00"));
  expect((await verified(first.code)).verification!.standing).toEqual({ state: "current", correctedLines: 1 });
  const second = await issued(at("2027-04-20T09:00"));
  expect((await verified(first.code)).verification!.standing).toEqual({
    state: "superseded",
    successorIssuedOn: "2027-04-20",
  });
  db.update(documents)
    .set({ revokedAt: at("2027-05-01T09:00"), revokedReason: "obtained by mistake" })
    .where(eq(documents.id, second.id))
    .run();
  expect((await verified(second.code)).verification!.standing).toEqual({
    state: "revoked",
    on: "2027-05-01",
    reason: "obtained by mistake",
  });
  expect(await verified("AAAAA-AAAAA-AAAAA-AAAAA")).toMatchObject({ verification: null, status: 404 });
});

test("a code is taken as people type it", async () => {
  const typed = enterCode(args(await get(db, "/verify?code=k7m2qx4t9wpdh3rac6ny")));
  expect((typed as Response).headers.get("Location")).toBe("/verify/K7M2Q-X4T9W-PDH3R-AC6NY");
  expect(enterCode(args(await get(db, "/verify?code=+")))).toHaveProperty(
    "problem",
    "Enter the code that the document shows.",
  );
});
