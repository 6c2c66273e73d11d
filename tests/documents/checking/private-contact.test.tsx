import { eq } from "drizzle-orm";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test } from "vitest";
import { persons } from "#drizzle/schema/people";
import { issueCertificate, issueRegistrationForm } from "~/documents/issuing/credit-document.server";
import { readDocumentFile } from "~/documents/issuing/document.server";
import { type DocumentParameters, publicParameters } from "~/documents/issuing/document-parameters";
import { checkFile } from "~/documents/checking/file-check.server";
import { listPublishedKeys } from "~/documents/signing/published-keys.server";
import { VerifiedDocument } from "~/documents/checking/VerifiedDocument";
import type { Database } from "~/platform/database/database.server";
import { loader as readDocument } from "~/routes/educator/documents.$id";
import { action as checkMany } from "~/routes/hr/verify";
import { action as checkOne } from "~/routes/hr/verify_.file";
import { loader as registrarPage } from "~/routes/registrar/documents.$id";
import { loader as verifyCode } from "~/routes/public/verify.$code";
import { action as dropFile } from "~/routes/public/verify._index";
import { at } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";
import { sampleForm } from "../drawing/document-samples";

const LATER = at("2027-04-01T09:00");
const ADDRESS = "17 Sample Street, Renton";
const PHONE = "206-555-0199";
const SHA_256 = /\b[0-9a-f]{64}\b/;

let db: Database;
let person: TestPerson;
let registrar: TestPerson;
let hr: TestPerson;
let creditId: string;
let form: { id: string; code: string; fileHash: string; bytes: Buffer };
beforeEach(async () => {
  db = useTestDatabase();
  person = makePerson(db, { organisation: "Highline", building: "Cedar Elementary" });
  hr = makePerson(db);
  give(db, hr, "hr", organisationId(db, "Highline"));
  db.update(persons).set({ phone: PHONE }).where(eq(persons.id, person.personId)).run();
  ({ creditId, registrar } = postCreditFor(db, person));
  const issued = await issueRegistrationForm(actingAs(db, person, { now: LATER }), { creditId, address: ADDRESS });
  if (!issued.ok) throw new Error(issued.reason);
  form = { ...issued.value, bytes: Buffer.from(readDocumentFile(db, issued.value.id)) };
});

const args = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} });

/** The file with a byte of its title changed, which leaves its data and signature readable. */
function edited(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const place = copy.indexOf("/Author (") + 10;
  copy[place] = copy[place]! ^ 1;
  return copy;
}

/** A file of somebody's own that names the form's code. */
const naming = () => Buffer.from(`%PDF-1.7\n<< /Subject (Verification code ${form.code}) >>\n`);

async function dropped(path: string, bytes: Buffer, who?: TestPerson): Promise<Request> {
  const { headers } = who ? await post(db, path, {}, who) : { headers: new Headers() };
  const body = new FormData();
  body.append("file", new File([new Uint8Array(bytes)], "form.pdf", { type: "application/pdf" }));
  const sent = new Headers({ Origin: "http://hourbook.test", Cookie: headers.get("Cookie") ?? "" });
  return new Request(`http://hourbook.test${path}`, { method: "POST", body, headers: sent });
}

function expectNothingPrivate(answer: unknown): void {
  const text = JSON.stringify(answer);
  expect(text).toContain(form.code);
  for (const hidden of [ADDRESS, PHONE, "17 Sample", "555-0199", form.fileHash]) expect(text).not.toContain(hidden);
  expect(text).not.toMatch(/"(address|phone)":"[^"]*(Sample|555)/);
}

test("P3 the public page of a form's code has neither address nor phone in its answer, nor any digest", async () => {
  const page = (await verifyCode(args(await get(db, `/verify/${form.code}`), { code: form.code }))).data;
  expectNothingPrivate(page);
  expect(JSON.stringify(page)).not.toMatch(SHA_256);
  expect(page.verification).toMatchObject({
    fileHash: null,
    parameters: { kind: "registration-form", educator: { legalName: person.name }, workLocation: "Cedar Elementary" },
  });
  expect(Object.keys(page.verification!.parameters)).not.toContain("phone");
  expect(Object.keys(page.verification!.parameters)).not.toContain("address");
});

test("P3 an uploaded form is said to match or not, and nothing that is on it comes back", async () => {
  const check = async (bytes: Buffer) => (await dropFile(args(await dropped("/verify", bytes)))).data;
  for (const [bytes, verdict] of [
    [form.bytes, "genuine"],
    [edited(form.bytes), "altered"],
    [Buffer.concat([form.bytes, Buffer.from("\n% more\n%%EOF\n")]), "altered"],
    [naming(), "altered"],
  ] as const) {
    const answer = await check(bytes);
    expect(answer.checked).toMatchObject({ verdict, differences: [] });
    expectNothingPrivate(answer);
    expect(JSON.stringify(answer)).not.toMatch(SHA_256);
  }
});

test("P3 HR's check of files says no more, and HR does not open a form", async () => {
  for (const bytes of [form.bytes, edited(form.bytes)]) {
    expectNothingPrivate((await checkMany(args(await dropped("/hr/verify", bytes, hr)))).data);
    expectNothingPrivate(await (await checkOne(args(await dropped("/hr/verify/file", bytes, hr)))).json());
  }
  const open = async (id: string) => readDocument(args(await get(db, `/documents/${id}`, hr), { id }));
  expect((await thrownBy(() => open(form.id))).status).toBe(404);
  const certificate = await issueCertificate(actingAs(db, person, { now: LATER }), creditId);
  if (!certificate.ok) throw new Error(certificate.reason);
  expect((await open(certificate.value.id)).status).toBe(200);
});

test("P3 the registrar's page shows the same; the PDF is theirs to open, on record", async () => {
  const { id } = form;
  expectNothingPrivate(await registrarPage(args(await get(db, `/registrar/documents/${id}`, registrar), { id })));
  const file = await readDocument(args(await get(db, `/documents/${id}`, registrar), { id }));
  expect(file.status).toBe(200);
});

test("P3 what may be shown of a form is listed, not struck out: a new field stays hidden until it is named", () => {
  const parameters: DocumentParameters = {
    ...sampleForm(),
    address: ADDRESS,
    phone: PHONE,
    ...{ homeEmail: "private@home.example" },
  };
  const shown = JSON.stringify(publicParameters.parse(parameters));
  for (const hidden of [ADDRESS, PHONE, "private@home"]) expect(shown).not.toContain(hidden);
});

test("D5 the digest of a certificate stays, as do the differences of one that was altered", async () => {
  const issued = await issueCertificate(actingAs(db, person, { now: LATER }), creditId);
  if (!issued.ok) throw new Error(issued.reason);
  const { code, id, fileHash } = issued.value;
  const page = (await verifyCode(args(await get(db, `/verify/${code}`), { code }))).data;
  expect(page.verification).toMatchObject({ fileHash });
  const altered = (await dropFile(args(await dropped("/verify", edited(Buffer.from(readDocumentFile(db, id))))))).data;
  expect(altered.checked!.differences).toMatchObject([{ expected: fileHash }, { of: "what was signed" }]);
});

test("P3 the page says where the address and phone stand, and draws neither a field nor a digest for them", async () => {
  const shown = async (code: string) => {
    const { verification } = (await verifyCode(args(await get(db, `/verify/${code}`), { code }))).data;
    return renderToStaticMarkup(<VerifiedDocument verification={verification!} contact="They stand on the paper." />);
  };
  const html = await shown(form.code);
  expect(html).toContain("They stand on the paper.");
  expect(html).not.toMatch(/Phone|SHA-256/);
  const issued = await issueCertificate(actingAs(db, person, { now: LATER }), creditId);
  if (!issued.ok) throw new Error(issued.reason);
  const other = await shown(issued.value.code);
  expect(other).not.toContain("They stand on the paper.");
  expect(other).toContain("SHA-256");
});

test("the form itself still holds both, signed: whoever has the paper or the file can rely on it", async () => {
  const { verdict, document } = await checkFile(form.bytes, listPublishedKeys(db));
  expect(verdict).toBe("signed");
  expect(document).toMatchObject({ address: ADDRESS, phone: PHONE });
});
