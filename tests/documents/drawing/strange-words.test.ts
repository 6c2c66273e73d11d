import { beforeEach, expect, test } from "vitest";
import { formerNames, persons } from "#drizzle/schema/people";
import { eq } from "drizzle-orm";
import { issueCertificate, issueRegistrationForm } from "~/documents/issuing/credit-document.server";
import { readDocumentFile } from "~/documents/issuing/document.server";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import { namesInShort } from "~/people/names/name-limit";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { at, TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { makePerson, type TestPerson } from "../../support/factories";
import { sampleCertificate, sampleForm } from "./document-samples";
import { drawn } from "./drawn";
import { sampleLine, sampleTranscript } from "./transcript-sample";
import { overlapsIn, textOf, wordsOf } from "./pdf-tools";

const flat = (text: string) => text.replace(/\s+/g, " ");

let db: Database;
let person: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { first: "Ana", last: "Sample" });
});

/** All three kinds of documents of a person with one credit. */
async function issueAll(title?: string): Promise<Buffer[]> {
  const { creditId } = postCreditFor(db, person, title ? { title } : {});
  const ctx = actingAs(db, person, { now: at("2027-04-01T09:00") });
  const issued = [
    await issueTranscript(ctx, { personId: person.personId }),
    await issueCertificate(ctx, creditId),
    await issueRegistrationForm(ctx, { creditId, address: null }),
  ];
  return issued.map((outcome) => {
    if (!outcome.ok) throw new Error(outcome.reason);
    return Buffer.from(readDocumentFile(db, outcome.value.id));
  });
}

test.each(["constructor", "toString", "hasOwnProperty", "__proto__", "valueOf"])(
  "a document can say %s, which every object has",
  async (word) => {
    db.update(persons).set({ legalLast: word, preferredName: word }).where(eq(persons.id, person.personId)).run();
    for (const pdf of await issueAll(`The teacher as a ${word}`)) {
      expect(flat(textOf(pdf))).toContain(`Ana ${word}`);
      expect(flat(textOf(pdf)).split(" ")).toContain(word);
    }
  },
);

test("sixty former names break no document: it shows the newest twenty", async () => {
  for (let number = 1; number <= 60; number++) {
    const values = { id: newId(), personId: person.personId, name: `Former Name${number}`, recordedAt: TEST_NOW };
    db.insert(formerNames).values(values).run();
  }
  const [transcript] = await issueAll();
  const text = flat(textOf(transcript!));
  expect(text).toContain("Name60");
  expect(text).toContain("Name41");
  expect(text).not.toContain("Name40");
});

test("the longest name that the profile takes stands on every document", async () => {
  const [legalFirst, legalLast] = ["Ana ".repeat(30).trim(), "Sample-Long ".repeat(10).trim()];
  db.update(persons).set({ legalFirst, legalLast }).where(eq(persons.id, person.personId)).run();
  const values = { id: newId(), personId: person.personId, name: `${legalFirst} ${legalLast}`, recordedAt: TEST_NOW };
  db.insert(formerNames).values(values).run();
  for (const pdf of await issueAll()) {
    expect(flat(textOf(pdf))).toContain("Sample-Long");
    expect(overlapsIn(wordsOf(pdf))).toEqual([]);
  }
});

test("names as long as may be, as many as may be, stay on their pages", async () => {
  const longest = "Ana-María ".repeat(24).trim().padEnd(241, "x");
  const educator = {
    legalName: longest,
    formerNames: Array.from({ length: 20 }, () => longest),
    certificateNumber: null,
  };
  const lines = [{ ...sampleLine(0), instructor: namesInShort(Array.from({ length: 9 }, () => longest)) }];
  for (const parameters of [
    sampleTranscript(1, { educator, lines }),
    { ...sampleCertificate(lines[0]), educator },
    sampleForm({ educator, lines: [lines[0]!] }),
  ]) {
    const words = wordsOf(await drawn(parameters));
    expect(words.filter(({ bottom, right }) => bottom > 792 || right > 612)).toEqual([]);
    expect(overlapsIn(words)).toEqual([]);
    expect(words.map(({ word }) => word).join(" ")).toContain("and 4 more");
  }
});

test("a line names five instructors and counts the others", () => {
  const names = Array.from({ length: 20 }, (_, index) => `Instructor ${index + 1}`);
  expect(namesInShort(names.slice(0, 5))).toBe(names.slice(0, 5).join(", "));
  expect(namesInShort(names)).toBe(`${names.slice(0, 5).join(", ")} and 15 more`);
});
