import { parse } from "csv-parse/sync";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { documents } from "#drizzle/schema/documents";
import { affiliations, persons } from "#drizzle/schema/people";
import { DOCUMENT_REFUSALS } from "~/documents/issuing/refusal";
import { readDocumentFile } from "~/documents/issuing/document.server";
import { issueTranscriptOf } from "~/documents/issuing/transcript.server";
import type { TranscriptMaker } from "~/hr/archives/archive-wish";
import { listAudit } from "~/platform/audit/audit.server";
import { withValue } from "~/platform/outcome";
import { sha256 } from "~/platform/secrets/codes.server";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { makeTranscripts, streamArchive } from "~/hr/archives/transcript-archive.server";
import { loader } from "~/routes/hr/transcripts";
import { action } from "~/routes/hr/transcripts_.archive";
import { action as checkMany } from "~/routes/hr/verify";
import { action as checkOne } from "~/routes/hr/verify_.file";
import { readingsOf } from "../../support/readings";
import { TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabaseFile } from "../../support/database";
import { give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";
import { readZip } from "../../support/sample-files";
import { SAMPLE_MAKERS } from "../../documents/issuing/sample-sections";
import { signaturesOf, textOf } from "../../documents/drawing/pdf-tools";

let db: Database;
let hr: TestPerson;
beforeEach(() => {
  db = useTestDatabaseFile();
  hr = makePerson(db);
  give(db, hr, "hr", organisationId(db, "Highline"));
});

const args = (request: Request) => ({ request, params: {}, context: {} });

async function asking(intent: "download" | "prepare", people: TestPerson[], search = "?period=all") {
  const person = people.map(({ personId }) => personId);
  return action(args(await post(db, `/hr/transcripts/archive${search}`, { intent, person }, hr)));
}

async function archive(people: TestPerson[]) {
  const answer = await asking("download", people);
  expect(answer.headers.get("Content-Type")).toBe("application/zip");
  const files = readZip(Buffer.from(await answer.arrayBuffer()));
  const manifest = files.get("manifest.csv")!;
  files.delete("manifest.csv");
  return { files, manifest: parse<Record<string, string>>(manifest, { columns: true, bom: true }) };
}

test("S1 a ZIP holds a signed transcript for each chosen person and a manifest that tells of everybody", async () => {
  const anh = makePerson(db, { first: "Ánh", last: "Nguyễn", organisation: "Highline" });
  const idle = makePerson(db, { first: "Ida", last: "=Idle", organisation: "Highline" });
  postCreditFor(db, anh, { title: "Watersheds" });
  const { files, manifest } = await archive([idle, anh]);
  expect([...files.keys()]).toEqual([expect.stringMatching(/^Nguyễn, Ánh [A-Z0-9-]{23}\.pdf$/)]);
  const [[name, pdf]] = [...files] as [[string, Buffer]];
  expect(textOf(pdf)).toContain("Watersheds");
  expect(signaturesOf(pdf)).toContain("Signature is Valid");
  expect(manifest).toMatchObject([
    { Name: "'=Idle, Ida", File: "", Note: expect.stringContaining("No clock hours") as string },
    { Name: "Nguyễn, Ánh", File: name, "SHA-256": sha256(pdf), Note: "", "Completed from": "2024-09-01" },
  ]);
});

test("S1 a transcript holds only what was completed while the person belonged to the district", async () => {
  const moved = makePerson(db, { organisation: "Highline", from: "2024-09-01", to: "2026-12-31" });
  const values = {
    personId: moved.personId,
    roleKind: "teacher" as const,
    fromDate: "2027-01-01",
    createdAt: TEST_NOW,
    confirmedAt: TEST_NOW,
  };
  db.insert(affiliations)
    .values({ id: newId(), organisationId: organisationId(db, "Kent"), ...values })
    .run();
  postCreditFor(db, moved, { day: "2026-11-02", title: "While at Highline" });
  postCreditFor(db, moved, { day: "2027-03-09", title: "While at Kent" });
  const { files } = await archive([moved]);
  const text = textOf([...files.values()][0]!);
  expect(text).toContain("While at Highline");
  expect(text).not.toContain("While at Kent");
});

test("S1 the ZIP's transcripts have the sections that it is handed, cut to the time in the district", async () => {
  const moved = makePerson(db, { first: "Mai", organisation: "Highline", from: "2024-09-01", to: "2027-02-28" });
  postCreditFor(db, moved, { day: "2027-02-02" });
  const ctx = actingAs(db, hr, { scopeIds: [organisationId(db, "Highline")] });
  const window = { from: "2024-09-01", to: "2027-02-28" };
  const people = [{ id: moved.personId, name: "Mai", employeeId: null, windows: [window] }];
  const make: TranscriptMaker = async (acting, wish) => {
    const issued = await issueTranscriptOf(acting, { ...wish, sections: SAMPLE_MAKERS });
    return withValue(issued, (row) => ({ ...row, bytes: readDocumentFile(db, row.id) }));
  };
  const zip = await new Response(streamArchive(ctx, people, make)).arrayBuffer();
  const text = textOf([...readZip(Buffer.from(zip)).values()][0]!);
  expect(text).toContain("Summer institute");
  expect(text).toMatch(/Total +5\.5/);
  for (const later of ["reading the river", "Micro-credentials"]) expect(text).not.toContain(later);
  for await (const { outcome } of makeTranscripts(ctx, people, make)) expect(outcome.ok).toBe(true);
  expect(db.select().from(documents).all()).toHaveLength(1);
});

test("P5 what a thread of its own issues for an archive is on record as issued by whoever asked for it", async () => {
  const person = makePerson(db, { organisation: "Highline" });
  postCreditFor(db, person);
  const { files } = await archive([person]);
  const [document] = db.select().from(documents).all();
  expect(document).toMatchObject({ issuedBy: hr.personId, fileHash: sha256([...files.values()][0]!) });
  const [entry] = listAudit(db, document!.id);
  expect(entry).toMatchObject({ action: "document.issued", actorId: hr.personId, personId: person.personId });
});

test("whoever is chosen is found behind a thousand others, and how many an archive leaves out is said", async () => {
  for (let each = 0; each < 1_003; each++) makePerson(db, { last: `Able ${each}`, organisation: "Highline" });
  const last = makePerson(db, { first: "Zoe", last: "Zygote", organisation: "Highline" });
  const open = async (search: string) => loader(args(await get(db, `/hr/transcripts?period=all${search}`, hr)));
  const { people, total } = await open("");
  expect([people.length, total]).toEqual([1_000, 1_004]);
  expect(await open(`&person=${last.personId}`)).toMatchObject({ total: 1, people: [{ name: "Zygote, Zoe" }] });
});

test("one person whose transcript cannot be made is named in the manifest, and everybody else's is made", async () => {
  const people = ["Ada", "Bo", "Cy"].map((first) => makePerson(db, { first, organisation: "Highline" }));
  for (const person of people) postCreditFor(db, person);
  db.update(persons)
    .set({ legalLast: "x".repeat(400) })
    .where(eq(persons.id, people[0]!.personId))
    .run();
  db.run(
    sql.raw(`create trigger broken before insert on documents when new.person_id = '${people[1]!.personId}'
      begin select raise(abort, 'broken'); end`),
  );
  const { files, manifest } = await archive(people);
  expect(files.size).toBe(1);
  expect(manifest.map(({ File, Note }) => [File !== "", Note]).sort()).toEqual([
    [false, DOCUMENT_REFUSALS["beyond-limits"]],
    [false, DOCUMENT_REFUSALS.failed],
    [true, ""],
  ]);
});

test("S1 P2 somebody who never belonged to the district, or nobody at all, makes no archive", async () => {
  const stranger = makePerson(db, { organisation: "Kent" });
  postCreditFor(db, stranger);
  expect((await thrownBy(() => asking("download", [stranger]))).status).toBe(404);
  expect((await asking("download", [])).status).toBe(400);
  const educator = makePerson(db, { organisation: "Highline" });
  const as = async () => action(args(await post(db, "/hr/transcripts/archive", { intent: "download" }, educator)));
  expect((await thrownBy(as)).status).toBe(403);
  expect(db.select().from(documents).all()).toEqual([]);
});

test("T9 P5 what was prepared is found again by the download; every person's is audited", async () => {
  const people = ["Ada", "Bo", "Cy"].map((first) => makePerson(db, { first, organisation: "Highline" }));
  for (const person of people) postCreditFor(db, person);
  expect(await (await asking("prepare", people.slice(0, 2))).json()).toEqual({ made: 2 });
  const { files } = await archive(people);
  expect(files.size).toBe(3);
  expect(db.select().from(documents).all()).toHaveLength(3);
  const named = readingsOf(db, "hr.transcript-made").flatMap(({ personIds }) => personIds);
  expect(new Set(named)).toEqual(new Set(people.map(({ personId }) => personId)));
  const page = await loader(args(await get(db, `/hr/transcripts?period=all&person=${people[1]!.personId}`, hr)));
  expect(page.people).toEqual([{ id: people[1]!.personId, name: expect.stringContaining("Bo") as string }]);
});

test("HR drops many files at once: genuine, altered and unknown are told apart, and that they were checked is on record", async () => {
  const person = makePerson(db, { organisation: "Highline" });
  postCreditFor(db, person);
  const { files } = await archive([person]);
  const genuine = [...files.values()][0]!;
  const altered = Buffer.from(genuine);
  altered[altered.indexOf("/Author (") + 10]! ^= 1;
  const dropping = async (bytes: Buffer[]) => {
    const body = new FormData();
    bytes.forEach((each, index) => body.append("file", new File([new Uint8Array(each)], `${index}.pdf`)));
    const { headers } = await get(db, "/", hr);
    headers.set("Origin", "http://hourbook.test");
    return new Request("http://hourbook.test/hr/verify", { method: "POST", body, headers });
  };
  const many = await checkMany(args(await dropping([genuine, altered, Buffer.from("nothing of ours")])));
  expect(many.data.checked.map(({ words }) => words)).toEqual(["Genuine", "Altered", "Unknown"]);
  const one = (await (await checkOne(args(await dropping([altered])))).json()) as { words: string };
  expect(one.words).toBe("Altered");
  const named = readingsOf(db, "hr.document-checked").map(({ personIds }) => personIds);
  expect(named).toEqual([[person.personId], [person.personId], [], [person.personId]]);
  const tooMany = async () => checkMany(args(await dropping(Array.from({ length: 201 }, () => Buffer.from("x")))));
  expect((await thrownBy(tooMany)).status).toBe(400);
});
