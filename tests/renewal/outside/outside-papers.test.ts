import { beforeEach, expect, test } from "vitest";
import { TRANSCRIPT_SECTIONS } from "~/desks/transcript-sections.server";
import { checkUpload } from "~/documents/checking/uploaded-file.server";
import { type DocumentRow, readDocumentFile } from "~/documents/issuing/document.server";
import { readParameters } from "~/documents/issuing/document-parameters";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import { makeSections } from "~/documents/issuing/transcript-content.server";
import { totalsOf } from "~/documents/issuing/transcript-parameters";
import { getDistrictPerson } from "~/hr/people/person.server";
import type { Database } from "~/platform/database/database.server";
import { decideOutside, sendOutside } from "~/renewal/outside/outside-check.server";
import { enterOutside, findMyOutside } from "~/renewal/outside/outside-hours.server";
import { makeOutsideSection } from "~/renewal/outside/outside-section.server";
import { TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { affiliate, makePerson, organisationId, psesd, type TestPerson } from "../../support/factories";
import { textOf } from "../../documents/drawing/pdf-tools";
import { outside } from "./samples";

let db: Database;
let person: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db);
  affiliate(db, person, { organisation: "Highline", from: "2026-01-01", to: "2026-06-30" });
  affiliate(db, person, { organisation: "Kent", from: "2026-07-01" });
});

const me = () => actingAs(db, person, { now: TEST_NOW });
const desk = () => actingAs(db, makePerson(db), { now: TEST_NOW, scopeIds: [psesd(db).id] });

/** One accepted, one by the person's own word, and one that was returned. */
function enterThree(): void {
  const ids = ["Accepted", "Own word", "Sent back"].map((title, index) =>
    done(enterOutside(me(), outside({ title, completedOn: `2026-0${index + 5}-04` }), null)),
  );
  for (const [index, id] of ids.entries()) {
    if (index === 1) continue;
    done(sendOutside(me(), id));
    const { updatedAt: seen } = findMyOutside(db, person.personId, id)!;
    const decision =
      index === 0 ? ({ intent: "accept", seen } as const) : ({ intent: "return", seen, reason: "?" } as const);
    done(decideOutside(desk(), id, decision));
  }
}

function transcriptIn(row: Pick<DocumentRow, "parameters">) {
  const parameters = readParameters(row);
  if (parameters.kind !== "transcript") throw new Error("This is no transcript.");
  return parameters;
}

const sectionOf = (wish: { from?: string; to?: string; designation?: "STEM" | "EQUITY" } = {}) =>
  makeSections(db, TEST_NOW, { personId: person.personId, from: null, to: null, ...wish }, [makeOutsideSection])[0];

test("D2 a transcript holds hours from elsewhere apart, each with who vouches for it, and in no total", async () => {
  postCreditFor(db, person);
  const ctx = me();
  const before = done(await issueTranscript(ctx, { personId: person.personId, sections: TRANSCRIPT_SECTIONS }));
  const frozen = readDocumentFile(db, before.id);
  enterThree();
  const { id, ...issued } = done(
    await issueTranscript(ctx, { personId: person.personId, sections: TRANSCRIPT_SECTIONS }),
  );
  const parameters = transcriptIn(issued);
  const [section] = parameters.sections ?? [];
  expect(section).toMatchObject({ heading: "From elsewhere: not verified clock hours", hasTotal: false });
  expect(section?.rows.map(({ cells }) => [cells[0], cells[3], cells[5]])).toEqual([
    ["Accepted", "6.5 clock hours", `Checked by the registrar of ${psesd(db).name}`],
    ["Own word", "6.5 clock hours", "Self-reported"],
  ]);
  expect(totalsOf(parameters.lines)).toEqual(totalsOf(transcriptIn(before).lines));
  const bytes = Buffer.from(readDocumentFile(db, id));
  expect(textOf(bytes).replaceAll(/\s+/g, " ")).toContain("not verified clock hours");
  expect(await checkUpload(db, { name: "t.pdf", bytes })).toMatchObject({ verdict: "genuine" });
  expect(Buffer.from(readDocumentFile(db, before.id)).equals(Buffer.from(frozen))).toBe(true);
  expect(await checkUpload(db, { name: "t.pdf", bytes: Buffer.from(frozen) })).toMatchObject({
    verdict: "genuine",
    verification: { standing: { state: "superseded" } },
  });
});

test("S1 the section keeps to a period and to a topic, and is left out where nothing is", () => {
  expect(sectionOf()).toBeUndefined();
  enterThree();
  expect(sectionOf({ from: "2026-06-01" })?.rows).toHaveLength(1);
  expect(sectionOf({ to: "2026-05-31" })?.rows).toHaveLength(1);
  expect(sectionOf({ designation: "EQUITY" })?.rows).toHaveLength(2);
  expect(sectionOf({ designation: "STEM" })).toBeUndefined();
});

test("S1 HR sees what was earned elsewhere while the person belonged to it, apart from the clock hours", () => {
  enterThree();
  const seenBy = (name: string) => {
    const hr = actingAs(db, makePerson(db), { now: TEST_NOW, scopeIds: [organisationId(db, name)] });
    return getDistrictPerson(hr, person.personId);
  };
  expect(seenBy("Highline").outside.map(({ title, mark }) => [title, mark])).toEqual([
    ["Own word", "Self-reported"],
    ["Accepted", `Checked by the registrar of ${psesd(db).name}`],
  ]);
  expect(seenBy("Kent").outside).toEqual([]);
  expect(seenBy("Highline").credits).toEqual([]);
});
