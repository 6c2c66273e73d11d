import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { eq } from "drizzle-orm";
import { documents } from "#drizzle/schema/documents";
import { issueCertificate } from "~/documents/issuing/credit-document.server";
import { readDocumentFile } from "~/documents/issuing/document.server";
import { checkFile } from "~/documents/checking/file-check.server";
import { listPublishedKeys } from "~/documents/signing/published-keys.server";
import { publishedKeys } from "~/documents/signing/signed-data";
import { documentKeyOf } from "~/documents/signing/provider-keys.server";
import { rotateSigningKey } from "~/platform/signing/signing-key.server";
import { rowOfDocument } from "~/hr/checking/checked-row";
import { checkUpload } from "~/documents/checking/uploaded-file.server";
import type { Database } from "~/platform/database/database.server";
import { loader as keysFile } from "~/routes/services/[.]well-known.hourbook-keys[.]json";
import { at } from "../../support/clock";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { makePerson, psesd, type TestPerson } from "../../support/factories";
import { action as dropFile, loader as verifyPage } from "~/routes/public/verify._index";
import { get, thrownBy } from "../../support/request";
import { drawn } from "../drawing/drawn";
import { sampleCertificate } from "../drawing/document-samples";

const LATER = at("2027-04-01T09:00");

let db: Database;
let person: TestPerson;
let creditId: string;
beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db, { organisation: "Highline" });
  creditId = postCreditFor(db, person).creditId;
});

async function certificate(now = LATER) {
  const outcome = await issueCertificate(actingAs(db, person, { now }), creditId);
  if (!outcome.ok) throw new Error(outcome.reason);
  return { ...outcome.value, bytes: Buffer.from(readDocumentFile(db, outcome.value.id)) };
}

/** The file with a byte of its title changed, which leaves it readable. */
function edited(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const place = copy.indexOf("/Author (") + 10;
  copy[place] = copy[place]! ^ 1;
  return copy;
}

/** Both files as one, as poppler makes it. */
function unite(files: Buffer[]): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-unite-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const names = files.map((bytes, index) => {
    const name = path.join(folder, `${index}.pdf`);
    writeFileSync(name, bytes);
    return name;
  });
  execFileSync("pdfunite", [...names, path.join(folder, "all.pdf")], { stdio: "ignore" });
  return readFileSync(path.join(folder, "all.pdf"));
}

/** Both files as one, page by page into a new one. */
async function copyTogether(files: Buffer[]): Promise<Buffer> {
  const all = await PDFDocument.create();
  for (const bytes of files) {
    const file = await PDFDocument.load(bytes);
    for (const page of await all.copyPages(file, file.getPageIndices())) all.addPage(page);
  }
  return Buffer.from(await all.save());
}

describe("a dropped file", () => {
  test("D5 is genuine and current, then superseded, then revoked, each with what the record says", async () => {
    const { id, bytes, fileHash } = await certificate();
    const checking = () => checkUpload(db, { name: "c.pdf", bytes });
    expect(await checking()).toMatchObject({
      verdict: "genuine",
      differences: [],
      verification: { fileHash, standing: { state: "current" } },
    });
    correctCreditRow(db, creditId, 390, LATER);
    await certificate(LATER + 86_400_000);
    expect(await checking()).toMatchObject({ verdict: "genuine", verification: { standing: { state: "superseded" } } });
    const revoked = { revokedAt: LATER, revokedReason: "in error" };
    db.update(documents).set(revoked).where(eq(documents.id, id)).run();
    const standing = { state: "revoked", reason: "in error" };
    expect(await checking()).toMatchObject({ verdict: "genuine", verification: { standing } });
  });

  test("D5 is altered when a bit was turned: which digests differ is said, and what is on record is shown", async () => {
    const { bytes, fileHash } = await certificate();
    const checked = await checkUpload(db, { name: "c.pdf", bytes: edited(bytes) });
    expect(checked).toMatchObject({
      verdict: "altered",
      problems: ["file-changed"],
      differences: [{ of: "the whole file", expected: fileHash }, { of: "what was signed" }],
      verification: { parameters: { educator: { legalName: person.name } } },
    });
    for (const { found, expected } of checked.differences) expect(found).not.toBe(expected);
  });

  test("D5 is altered when something was added behind the signature, and when the data inside is damaged", async () => {
    const { bytes } = await certificate();
    const longer = Buffer.concat([bytes, Buffer.from("\n% more\n%%EOF\n")]);
    expect(await checkUpload(db, { name: "c.pdf", bytes: longer })).toMatchObject({
      verdict: "altered",
      problems: ["added-after"],
    });
    const damaged = Buffer.from(bytes);
    damaged.fill(32, bytes.indexOf("/EmbeddedFiles"), bytes.indexOf("/EmbeddedFiles") + 14);
    const checked = await checkUpload(db, { name: "c.pdf", bytes: damaged });
    expect(checked).toMatchObject({ verdict: "altered", problems: ["no-data"] });
    expect(checked.verification).not.toBeNull();
  });

  test("D5 names every code when documents were put into one file, by whichever program", async () => {
    const first = await certificate();
    const other = await issueCertificate(actingAs(db, person, { now: LATER }), postCreditFor(db, person).creditId);
    if (!other.ok) throw new Error(other.reason);
    const both = [first.bytes, Buffer.from(readDocumentFile(db, other.value.id))];
    const codes = [first.code, other.value.code];
    for (const merged of [unite(both), await copyTogether(both)]) {
      const checked = await checkUpload(db, { name: "both.pdf", bytes: merged });
      expect(checked).toEqual({
        name: "both.pdf",
        verdict: "several",
        problems: [],
        differences: [],
        verification: null,
        codes,
      });
      expect(rowOfDocument(checked).words).toBe("Several in one file");
      expect(rowOfDocument(checked).why).toContain(codes[1]);
    }
  });

  test("D5 is unknown when it was signed by somebody else's key, or is nothing of ours", async () => {
    const forged = await drawn(sampleCertificate());
    expect(await checkUpload(db, { name: "f.pdf", bytes: forged })).toMatchObject({
      verdict: "unknown",
      problems: ["unknown-key"],
      verification: null,
    });
    for (const bytes of [Buffer.from("hello"), Buffer.from("%PDF-1.7\n")]) {
      expect(await checkUpload(db, { name: "x.pdf", bytes })).toMatchObject({ verdict: "unknown", verification: null });
    }
  });
});

test("D5 after a rotation, new documents carry the new key and what the old one signed stays genuine", async () => {
  const before = await certificate();
  await rotateSigningKey(systemContext(db, LATER), documentKeyOf(psesd(db)));
  correctCreditRow(db, creditId, 390, LATER);
  const after = await certificate(LATER + 86_400_000);
  expect(after.keyId).not.toBe(before.keyId);
  const { keys } = publishedKeys.parse(await (await keysFile(keysArgs(await get(db, "/")))).json());
  expect(keys.map((key) => key.usedUntil)).toEqual([new Date(LATER).toISOString(), null]);
  for (const { bytes } of [before, after]) expect(await checkFile(bytes, keys)).toMatchObject({ verdict: "signed" });
  expect(await checkFile(before.bytes, keys.slice(1))).toMatchObject({ verdict: "unknown" });
});

const keysArgs = (request: Request) => ({ request, params: {}, context: {} });

test("D5 the keys that are published hold nothing private", async () => {
  const text = await (await keysFile(keysArgs(await get(db, "/")))).text();
  expect(text).toContain("BEGIN CERTIFICATE");
  expect(text).not.toContain("PRIVATE");
});

test("npm run verify checks files offline with the published keys alone", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-verify-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const place = (name: string, content: Buffer | string) => {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  const { bytes, code } = await certificate();
  const keys = place("keys.json", JSON.stringify({ keys: listPublishedKeys(db) }));
  const [good, bad] = [place("good.pdf", bytes), place("bad.pdf", edited(bytes))];
  // An environment in which neither database nor site could be reached.
  const env = { PATH: process.env.PATH, NODE_ENV: "production" as const };
  const args = ["--import", "tsx", "scripts/verify.ts", "--keys", keys];
  const said = execFileSync(process.execPath, [...args, good], { env, encoding: "utf8" });
  expect(said).toContain(`good.pdf: genuine`);
  expect(said).toContain(code);
  const both = spawnSync(process.execPath, [...args, good, bad], { env, encoding: "utf8" });
  expect(both.status).toBe(1);
  expect(both.stdout).toContain("bad.pdf: altered");
  expect(both.stdout).toContain("The file was changed after it was signed.");
});

describe("the public page", () => {
  const dropping = async (bytes: Buffer) => {
    const body = new FormData();
    body.append("file", new File([new Uint8Array(bytes)], "certificate.pdf", { type: "application/pdf" }));
    const request = new Request("http://hourbook.test/verify", { method: "POST", body });
    return dropFile({ request, params: {}, context: {} });
  };

  test("D5 a file that somebody drops without signing in is checked, and is not for search engines", async () => {
    const { bytes } = await certificate();
    const answer = await dropping(bytes);
    expect(answer.data.checked).toMatchObject({ name: "certificate.pdf", verdict: "genuine" });
    expect(new Headers(answer.init?.headers).get("X-Robots-Tag")).toContain("noindex");
    expect(JSON.stringify(answer.data)).not.toContain(person.personId);
    expect((await dropping(edited(bytes))).data.checked).toMatchObject({ verdict: "altered" });
  });

  test("a link that is pasted leads where its code does", async () => {
    const { code } = await certificate();
    for (const typed of [code, `https://hourbook.test/verify/${code}`, `<hourbook.test/verify/${code}?from=mail>`]) {
      const request = new Request(`http://hourbook.test/verify?code=${encodeURIComponent(typed)}`);
      const answer = verifyPage({ request, params: {}, context: {} });
      expect(answer instanceof Response && answer.headers.get("Location")).toBe(`/verify/${code}`);
    }
  });

  test("no file, and a file that is too large, are refused", async () => {
    expect((await thrownBy(() => dropping(Buffer.alloc(0)))).status).toBe(400);
    expect((await thrownBy(() => dropping(Buffer.alloc(5 * 1024 * 1024 + 1)))).status).toBe(413);
  });
});
