import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { persons } from "#drizzle/schema/people";
import { getRegistrarClaim } from "~/desks/registrar/claim-page.server";
import { getTranscriptPage } from "~/desks/educator/transcript-desk.server";
import { scopeOn } from "~/desks/people/person-scope.server";
import { getPersonPage } from "~/desks/people/person-page.server";
import { getCreditForDocuments } from "~/documents/issuing/credit-document.server";
import { loader } from "~/routes/account/profile";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makePerson, psesd } from "../../support/factories";
import { get } from "../../support/request";
import { structureOf, tagsOf } from "../drawing/pdf-tools";
import { drawn } from "../drawing/drawn";
import { sampleTranscript } from "../drawing/transcript-sample";

test("the profile, the registrar and the document's page say which letters of a name no document can show", async () => {
  const db = useTestDatabase();
  const person = makePerson(db, { first: "Ana" });
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  const { creditId, claimId } = postCreditFor(db, person);
  const staff = actingAs(db, registrar, { scopeIds: [psesd(db).id] });
  const told = async () => ({
    profile: (await loader({ request: await get(db, "/profile", person), params: {}, context: {} })).data.undrawable,
    transcript: getTranscriptPage(actingAs(db, person), new URLSearchParams()).undrawable,
    documents: getCreditForDocuments(actingAs(db, person), creditId).undrawable,
    claim: getRegistrarClaim(staff, claimId).undrawable,
    record: getPersonPage(staff, person.personId, scopeOn(staff, person.personId)).record.undrawable,
  });
  const everywhere = (characters: string[]) =>
    Object.fromEntries(["profile", "transcript", "documents", "claim", "record"].map((page) => [page, characters]));
  expect(await told()).toEqual(everywhere([]));
  db.update(persons).set({ legalLast: "ᠮᠣ" }).where(eq(persons.id, person.personId)).run();
  expect(await told()).toEqual(everywhere(["ᠮ", "ᠣ"]));
});

test("a name in another language stands in a tag of its own that says which, with what it says", async () => {
  const educator = { legalName: "प्रिया शर्मा", formerNames: ["Nguyễn Thị Ánh"], certificateNumber: null };
  const pdf = await drawn(sampleTranscript(1, { educator }));
  const source = pdf.toString("latin1");
  for (const language of ["hi", "vi"]) expect(source).toContain(`/Lang (${language})`);
  expect(source).not.toMatch(/pdfuaid/);
  expect(tagsOf(pdf)).toMatch(/"Educator: "\s+Span \(inline\)/);
  expect(structureOf(pdf)).toContain("Former names: Nguyễn Thị Ánh");
});
