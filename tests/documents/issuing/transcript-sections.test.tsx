import { eq } from "drizzle-orm";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test } from "vitest";
import { documents } from "#drizzle/schema/documents";
import { checkUpload } from "~/documents/checking/uploaded-file.server";
import { VerifiedDocument } from "~/documents/checking/VerifiedDocument";
import { readDocumentFile } from "~/documents/issuing/document.server";
import { readParameters } from "~/documents/issuing/document-parameters";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import type { SectionMaker } from "~/documents/issuing/transcript-content.server";
import type { Database } from "~/platform/database/database.server";
import { loader as verify } from "~/routes/public/verify.$code";
import { at } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { makePerson, type TestPerson } from "../../support/factories";
import { get } from "../../support/request";
import { textOf } from "../drawing/pdf-tools";
import { BADGES, ELSEWHERE, makerOf, SAMPLE_MAKERS } from "./sample-sections";

let db: Database;
let person: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { organisation: "Highline" });
  postCreditFor(db, person);
});

async function issued(sections?: readonly SectionMaker[], period: { from?: string; to?: string } = {}) {
  const ctx = actingAs(db, person, { now: at("2027-04-01T09:00") });
  const outcome = await issueTranscript(ctx, { personId: person.personId, ...period, sections });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

const isCurrent = (id: string) =>
  db.select().from(documents).where(eq(documents.id, id)).get()!.supersededById === null;

test("D5 sections are frozen with the rest, in their order, and stand on the paper", async () => {
  const { id, parameters } = await issued(SAMPLE_MAKERS);
  expect(readParameters({ parameters })).toMatchObject({ sections: [ELSEWHERE, BADGES] });
  const text = textOf(readDocumentFile(db, id));
  for (const words of ["Hours from elsewhere", "Feedback that moves learning"]) expect(text).toContain(words);
});

test("D5 the public page and a dropped file show every section", async () => {
  const { id, code } = await issued(SAMPLE_MAKERS);
  const page = await verify({ request: await get(db, `/verify/${code}`), params: { code }, context: {} });
  const shown = renderToStaticMarkup(<VerifiedDocument verification={page.data.verification!} contact="" />);
  for (const words of [
    "Hours from elsewhere",
    "another provider vouches",
    "Online: reading the river",
    "<strong>7</strong>",
    "Micro-credentials",
    "Mar 20, 2027",
  ]) {
    expect(shown).toContain(words);
  }
  const bytes = Buffer.from(readDocumentFile(db, id));
  expect(await checkUpload(db, { name: "t.pdf", bytes })).toMatchObject({
    verdict: "genuine",
    verification: { parameters: { sections: [ELSEWHERE, BADGES] } },
  });
});

test("D5 T9 the same sections are the same document; another section is a new one that supersedes it, and back", async () => {
  const first = await issued(SAMPLE_MAKERS);
  expect((await issued(SAMPLE_MAKERS)).id).toBe(first.id);
  const second = await issued([makerOf(BADGES)]);
  expect(second.id).not.toBe(first.id);
  expect([isCurrent(first.id), isCurrent(second.id)]).toEqual([false, true]);
  expect((await issued(SAMPLE_MAKERS)).id).toBe(first.id);
  expect([isCurrent(first.id), isCurrent(second.id)]).toEqual([true, false]);
});

test("D5 makers with nothing to say change nothing: it is the transcript that was issued before there were sections", async () => {
  const before = await issued();
  const { parameters } = before;
  expect(parameters).not.toContain("sections");
  expect((await issued([() => null, () => null])).id).toBe(before.id);
  const bytes = Buffer.from(readDocumentFile(db, before.id));
  expect(await checkUpload(db, { name: "t.pdf", bytes })).toMatchObject({ verdict: "genuine" });
});

test("S1 a section holds what its period holds; a maker that says more is a fault, and issues nothing", async () => {
  const spring = await issued(SAMPLE_MAKERS, { from: "2027-03-01", to: "2027-03-15" });
  expect(readParameters(spring)).toMatchObject({ sections: [{ rows: [{ on: "2027-03-09" }] }] });
  await expect(issued([() => ELSEWHERE], { from: "2027-03-01", to: "2027-03-20" })).rejects.toThrow(
    "outside of its period",
  );
  await expect(issued([() => ({ ...BADGES, rows: [] })])).rejects.toThrow();
  expect(db.select().from(documents).all()).toHaveLength(1);
});
