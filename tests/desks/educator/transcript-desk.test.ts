import { beforeEach, expect, test } from "vitest";
import { getTranscriptPage, issueOwnTranscript } from "~/desks/educator/transcript-desk.server";
import { readParameters } from "~/documents/issuing/document-parameters";
import type { Database } from "~/platform/database/database.server";
import { BADGES, ELSEWHERE, SAMPLE_MAKERS } from "../../documents/issuing/sample-sections";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { makePerson, type TestPerson } from "../../support/factories";

let db: Database;
let person: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { organisation: "Highline" });
});

const page = (search: string) => getTranscriptPage(actingAs(db, person), new URLSearchParams(search), SAMPLE_MAKERS);

test("the educator's page shows the sections that the document will have, and the document has them", async () => {
  postCreditFor(db, person);
  expect(page("").sections).toEqual([ELSEWHERE, BADGES]);
  const outcome = await issueOwnTranscript(actingAs(db, person), {}, SAMPLE_MAKERS);
  expect(outcome.ok && readParameters(outcome.value)).toMatchObject({ sections: [ELSEWHERE, BADGES] });
});

test("D3 sections follow the period that is chosen", async () => {
  postCreditFor(db, person);
  const march = { from: "2027-03-01", to: "2027-03-15" };
  const shown = page(`period=custom&from=${march.from}&to=${march.to}`).sections;
  expect(shown).toMatchObject([{ heading: ELSEWHERE.heading, rows: [{ on: "2027-03-09" }] }]);
  const outcome = await issueOwnTranscript(actingAs(db, person), march, SAMPLE_MAKERS);
  expect(outcome.ok && readParameters(outcome.value)).toMatchObject({ sections: shown });
});

test("where there is nothing to issue, or the dates are wrong, there is nothing to show", async () => {
  expect(page("").sections).toEqual([]);
  expect(await issueOwnTranscript(actingAs(db, person), {}, SAMPLE_MAKERS)).toMatchObject({ reason: "no-credits" });
  postCreditFor(db, person);
  expect(page("period=custom&from=2027-03-01&to=2027-01-01").sections).toEqual([]);
});
