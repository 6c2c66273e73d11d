import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { outboxMessages } from "#drizzle/schema/messages";
import { portfolioChanges, portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { retireMicrocredential } from "~/microcredentials/definitions/publication.server";
import { findActiveVersion } from "~/microcredentials/definitions/definition.server";
import { addPortfolioFile, removePortfolioFile } from "~/microcredentials/evidence/part-file.server";
import { savePart } from "~/microcredentials/portfolios/part.server";
import { getMyPortfolio, listMyPortfolios, readContent } from "~/microcredentials/portfolios/portfolio.server";
import { listMissing, startPortfolio } from "~/microcredentials/portfolios/start.server";
import { abandonPortfolio, submitPortfolio, takePortfolioBack } from "~/microcredentials/portfolios/submit.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { DAY, TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeCourse, makePerson, psesd, type TestPerson } from "../../support/factories";
import { makeMicrocredential, part } from "../../support/microcredentials/definitions";
import { fill, makeCoordinator } from "../../support/microcredentials/portfolios";
import { pdfOf } from "../../support/sample-files";

let db: Database;
let cora: ScopedContext;
let ada: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  cora = makeCoordinator(db);
  ada = makePerson(db, { first: "Ada", last: "Ames" });
});
const me = () => actingAs(db, ada);
const make = (input: Partial<Parameters<typeof makeMicrocredential>[1]> = {}) =>
  makeMicrocredential(cora, { providerId: psesd(db).id, ...input });
const begin = (id: string) => done(startPortfolio(me(), id)).id;
const keyOf = (id: string) => findActiveVersion(db, id)!.definition.evidence[0]!.key;
const save = (portfolioId: string, key: string, text: string, revision: number) =>
  savePart(me(), { portfolioId, key, text, links: [], revision });

test("one person works on one portfolio at a time, of what is published", () => {
  const id = make();
  const portfolioId = begin(id);
  expect(startPortfolio(me(), id)).toMatchObject({ reason: "already-begun" });
  const row = db.select().from(portfolios).get()!;
  expect(() =>
    db
      .insert(portfolios)
      .values({ ...row, id: "second" })
      .run(),
  ).toThrow();
  done(abandonPortfolio(me(), portfolioId));
  begin(id);
  expect(
    listMyPortfolios(me())
      .map(({ status }) => status)
      .sort(),
  ).toEqual(["draft", "withdrawn"]);
  done(retireMicrocredential(cora, id));
  expect(startPortfolio(actingAs(db, makePerson(db)), id)).toMatchObject({ reason: "unknown-microcredential" });
  expect(startPortfolio(me(), make({ title: "Draft", isDraft: true }))).toMatchObject({
    reason: "unknown-microcredential",
  });
  const stack = make({ title: "Both", stack: [make({ title: "One" }), make({ title: "Two" })] });
  expect(startPortfolio(me(), stack)).toMatchObject({ reason: "is-stack" });
});

test("what it builds on comes first: a posted credit, or another award", () => {
  const course = makeCourse(db);
  const first = make({ title: "First" });
  const id = make({ title: "Next", courses: [course], first: [first] });
  const { prerequisites } = findActiveVersion(db, id)!.definition;
  const missing = () => listMissing(db, ada.personId, TEST_NOW, prerequisites).map(({ kind }) => kind);
  expect(missing()).toEqual(["course", "microcredential"]);
  expect(startPortfolio(me(), id)).toMatchObject({ reason: "missing-prerequisite" });
  const { offering } = postCreditFor(db, ada);
  db.update(offerings).set({ courseId: course }).where(eq(offerings.id, offering.id)).run();
  expect(missing()).toEqual(["microcredential"]);
});

test("two devices overwrite nothing of each other; the same words collide with nothing", () => {
  const id = make();
  const [portfolioId, key] = [begin(id), keyOf(id)];
  expect(save(portfolioId, key, "From the phone", 0)).toEqual({ ok: true, value: { revision: 1 } });
  expect(save(portfolioId, key, "From the laptop", 0)).toMatchObject({ reason: "changed-elsewhere" });
  expect(save(portfolioId, key, "From the phone", 0)).toEqual({ ok: true, value: { revision: 1 } });
  expect(save(portfolioId, key, "From the laptop", 1)).toEqual({ ok: true, value: { revision: 2 } });
  expect(readContent(db, portfolioId).content[key]!.text).toBe("From the laptop");
  expect(save(portfolioId, "none", "Words", 0)).toMatchObject({ reason: "unknown-part" });
  expect(
    savePart(actingAs(db, makePerson(db)), { portfolioId, key, text: "Mine", links: [], revision: 2 }),
  ).toMatchObject({ reason: "unknown-portfolio" });
});

test("files are counted, and one that was handed in stays with what was handed in", async () => {
  const id = make({ evidence: () => [part(), part({ kind: "file", most: 1, title: "Plan as a file" })] });
  const portfolioId = begin(id);
  const key = findActiveVersion(db, id)!.definition.evidence[1]!.key;
  const add = (file = pdfOf("plan")) => addPortfolioFile(me(), { portfolioId, key, file }, null);
  expect(await add(new File(["<html>"], "plan.pdf"))).toMatchObject({ reason: "unknown-file-type" });
  const { id: fileId } = done(await add());
  expect(await add(pdfOf("another"))).toMatchObject({ reason: "too-many-files" });
  expect(await addPortfolioFile(me(), { portfolioId, key: keyOf(id), file: pdfOf("x") }, null)).toMatchObject({
    reason: "unknown-part",
  });
  expect(save(portfolioId, key, "Words", 0)).toMatchObject({ reason: "unknown-part" });
  done(save(portfolioId, keyOf(id), "I greet everybody at the door.", 0));
  done(submitPortfolio(me(), { portfolioId, forPractice: false }));
  expect(removePortfolioFile(me(), { portfolioId, fileId })).toMatchObject({ reason: "not-writable" });
  done(takePortfolioBack(me(), portfolioId));
  done(removePortfolioFile(me(), { portfolioId, fileId }));
  expect(readContent(db, portfolioId).content[key]).toBeUndefined();
  expect(db.select().from(submissions).get()!.content).toMatchObject({ [key]: { files: [{ id: fileId }] } });
});

test("it is handed in whole, once, with what was said and until when a decision is promised", () => {
  const id = make({ promisedDays: 14 });
  const portfolioId = begin(id);
  const submit = () => submitPortfolio(me(), { portfolioId, forPractice: true });
  expect(submit()).toMatchObject({ reason: "incomplete" });
  fill(db, ada, portfolioId);
  done(submit());
  expect(submit()).toMatchObject({ reason: "not-writable" });
  expect(getMyPortfolio(me(), portfolioId).portfolio).toMatchObject({
    status: "submitted",
    promisedAt: TEST_NOW + 14 * DAY,
  });
  const handedIn = db.select().from(submissions).get()!;
  expect(handedIn).toMatchObject({ round: 1, forPractice: true, settled: [], networkAddress: "127.0.0.1" });
  expect(handedIn.statement).toContain("No student can be recognised");
  expect(() => db.update(submissions).set({ content: {} }).run()).toThrow();
  const mail = db.select().from(outboxMessages).where(eq(outboxMessages.kind, "portfolio-submitted")).all();
  expect(mail).toHaveLength(1);
  expect(mail[0]!.payload).toMatchObject({ microcredentialTitle: "Calm classrooms" });
});

test("it is taken back while nobody reads it; what was handed in stays on record", () => {
  const portfolioId = begin(make());
  expect(takePortfolioBack(me(), portfolioId)).toMatchObject({ reason: "not-writable" });
  fill(db, ada, portfolioId);
  done(submitPortfolio(me(), { portfolioId, forPractice: false }));
  done(takePortfolioBack(me(), portfolioId));
  fill(db, ada, portfolioId, "I greet everybody, and listen.");
  done(submitPortfolio(me(), { portfolioId, forPractice: false }));
  expect(
    db
      .select()
      .from(submissions)
      .all()
      .map(({ round }) => round),
  ).toEqual([1, 2]);
  expect(
    db
      .select()
      .from(portfolioChanges)
      .all()
      .map(({ toStatus }) => toStatus),
  ).toEqual(["draft", "submitted", "draft", "submitted"]);
  const stranger = actingAs(db, makePerson(db));
  expect(takePortfolioBack(stranger, portfolioId)).toMatchObject({ reason: "unknown-portfolio" });
  expect(abandonPortfolio(stranger, portfolioId)).toMatchObject({ reason: "unknown-portfolio" });
  expect(abandonPortfolio(me(), portfolioId)).toMatchObject({ reason: "not-writable" });
});
