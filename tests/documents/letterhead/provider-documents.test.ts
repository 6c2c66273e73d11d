import { eq } from "drizzle-orm";
import { deflateSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { documents } from "#drizzle/schema/documents";
import { signingKeys } from "#drizzle/schema/signing-keys";
import { checkImage } from "~/documents/letterhead/image-check.server";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import { readDocumentFile } from "~/documents/issuing/document.server";
import { open, seal, UnopenableBox } from "~/platform/secrets/sealed-box.server";
import { crc32 } from "node:zlib";
import type { Database } from "~/platform/database/database.server";
import { parseEnvironment } from "~/platform/env.server";
import { action, loader } from "~/routes/admin/providers.$id_.documents";
import { at } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makePerson, psesd, type TestPerson } from "../../support/factories";
import { get, thrownBy } from "../../support/request";
import { signaturesOf, structureOf } from "../drawing/pdf-tools";

const SEAL = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
  <title>Seal</title><g fill="none" stroke="#0a4a7a" transform="translate(50 50) rotate(45)">
  <circle r="40" stroke-width="3"/><path d="M-20 0L0 -20L20 0L0 20Z" fill="#fff"/></g></svg>`;

/** A PNG of one color, whole and small. */
function png(width: number, height: number, depth = 8, held?: Buffer): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), body]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, 2, 0, 0, 0], 8);
  const pixels = Buffer.alloc(height * (1 + width * 3), 120);
  for (let row = 0; row < height; row += 1) pixels[row * (1 + width * 3)] = 0;
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    start,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(held ?? pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

let db: Database;
let admin: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  admin = makePerson(db);
  give(db, admin, "admin");
});

async function posting(values: Record<string, string | File>, who = admin) {
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) body.append(name, value);
  const { headers } = await get(db, "/", who);
  headers.set("Origin", "http://hourbook.test");
  const request = new Request("http://hourbook.test/admin", { method: "POST", body, headers });
  return action({ request, params: { id: psesd(db).id }, context: {} });
}

const showing = (kind: string, bytes: Buffer | string) =>
  posting({ intent: "show-image", kind, image: new File([new Uint8Array(Buffer.from(bytes))], "picture") });

async function transcript() {
  const person = makePerson(db, { organisation: "Highline" });
  postCreditFor(db, person);
  const ctx = actingAs(db, person, { now: at("2027-04-01T09:00") });
  const issue = async () => {
    const outcome = await issueTranscript(ctx, { personId: person.personId });
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.value;
  };
  return { issue };
}

test("D2 an uploaded seal and signature stand on documents with alternative texts; the letterhead names the designee", async () => {
  const { issue } = await transcript();
  const before = await issue();
  expect((await thrownBy(() => showing("seal", SEAL))).status).toBe(302);
  expect((await thrownBy(() => showing("signature", png(250, 40)))).status).toBe(302);
  const designee = { designeeName: "Priya Sample", designeeTitle: "Registrar", address: "1 Sample Way" };
  expect((await thrownBy(() => posting({ intent: "designee", ...designee }))).status).toBe(302);

  const after = await issue();
  const pdf = readDocumentFile(db, after.id);
  const raw = pdf.toString("latin1");
  expect(raw).toContain("/Alt (Seal of Puget Sound Educational Service District)");
  expect(raw).toContain("/Alt (Signature of Priya Sample)");
  expect(structureOf(pdf)).toContain("Priya Sample, Registrar");
  expect(structureOf(pdf)).not.toContain("/s/");
  expect(signaturesOf(pdf)).toContain("Signature is Valid");
  const rows = db.select().from(documents).all();
  expect(rows.find((row) => row.id === before.id)!.supersededById).toBe(after.id);

  expect((await thrownBy(() => posting({ intent: "withdraw-image", kind: "signature" }))).status).toBe(302);
  expect(structureOf(readDocumentFile(db, (await issue()).id))).toContain("/s/ Priya Sample");
});

describe("pictures that are refused", () => {
  test.each([
    ["a script", `<svg viewBox="0 0 9 9"><script>alert(1)</script><path d="M0 0L9 9"/></svg>`, "<script>"],
    ["an event handler", `<svg viewBox="0 0 9 9" onload="alert(1)"><path d="M0 0L9 9"/></svg>`, "onload"],
    ["text", `<svg viewBox="0 0 9 9"><text>PSESD</text></svg>`, "turn text into paths"],
    ["something from elsewhere", `<svg viewBox="0 0 9 9"><image href="https://x.example/a.png"/></svg>`, "href"],
    ["an entity", `<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 9 9"><path d="M0 0L9 9"/></svg>`, "not an SVG"],
    ["unclosed elements", `<svg viewBox="0 0 9 9"><g><path d="M0 0L9 9"/></svg>`, "not an SVG"],
    ["a style", `<svg viewBox="0 0 9 9"><path style="fill:url(#a)" d="M0 0L9 9"/></svg>`, "style"],
    ["a path that is none", `<svg viewBox="0 0 9 9"><path d="M0 0 javascript"/></svg>`, "cannot be read"],
    ["no size", `<svg viewBox="0 0 0 9"><path d="M0 0L9 9"/></svg>`, "no size"],
    ["nothing to see", `<svg viewBox="0 0 9 9"></svg>`, "no outlines"],
    ["not a picture", "GIF89a", "not an SVG"],
  ])("an SVG with %s", (_what, source, words) => {
    const checked = checkImage(Buffer.from(source));
    expect(checked).toMatchObject({ ok: false });
    expect(JSON.stringify(checked)).toContain(words);
  });

  test("a PNG that is damaged, too large or of a kind that PDFs do not show", () => {
    expect(checkImage(png(10, 10))).toMatchObject({ ok: true, image: { mediaType: "image/png" } });
    expect(checkImage(png(2_001, 1))).toMatchObject({ ok: false });
    expect(checkImage(png(10, 10, 16))).toMatchObject({ ok: false });
    expect(checkImage(png(10, 10).subarray(0, 30))).toMatchObject({ ok: false });
    expect(checkImage(Buffer.alloc(256 * 1024 + 1))).toMatchObject({ ok: false });
  });

  test.each([
    ["comments that never end", `<svg viewBox="0 0 9 9">${"<!--".repeat(60_000)}</svg>`],
    [
      "a transformation without end",
      `<svg viewBox="0 0 9 9"><path transform="${"a".repeat(250_000)}" d="M0 0L9 9"/></svg>`,
    ],
    ["elements within elements", `<svg viewBox="0 0 9 9">${"<g>".repeat(60_000)}`],
    ["attributes without end", `<svg ${"a".repeat(250_000)}`],
    ["instructions that never end", `<svg viewBox="0 0 9 9">${"<?".repeat(120_000)}`],
  ])("an SVG with %s is refused in time that grows with its size alone", (_what, source) => {
    // Quadratic work on these takes minutes: the test's own limit of time would end it.
    expect(checkImage(Buffer.from(source))).toMatchObject({ ok: false });
  });

  test("a PNG that unpacks to more than its size says is refused while it is unpacked", () => {
    const refused = { ok: false, words: "This PNG file is damaged." };
    expect(checkImage(png(10, 10, 8, Buffer.alloc(200_000_000)))).toEqual(refused);
    expect(checkImage(png(10, 10, 8, Buffer.alloc(10)))).toMatchObject({ ok: false });
  });

  test("the page says why, and keeps the picture before", async () => {
    const answer = await showing("seal", "<svg viewBox='0 0 9 9'><text>no</text></svg>");
    expect(JSON.stringify(answer)).toContain("turn text into paths");
  });
});

test("P2 only an administrator changes what a provider's documents show, and only a known provider's", async () => {
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  expect((await thrownBy(() => posting({ intent: "rotate-key" }, registrar))).status).toBe(403);
  const unknown = async () => loader({ request: await get(db, "/", admin), params: { id: "nobody" }, context: {} });
  expect((await thrownBy(unknown)).status).toBe(404);
});

describe("signing keys", () => {
  test("D5 a rotation retires the key in use and keeps it; the database refuses any other change", async () => {
    expect((await thrownBy(() => posting({ intent: "rotate-key" }))).status).toBe(302);
    const keys = db.select().from(signingKeys).where(eq(signingKeys.purpose, "documents")).all();
    expect(keys.map((key) => key.retiredAt === null).sort()).toEqual([false, true]);
    expect(() => db.update(signingKeys).set({ publicKey: "x" }).run()).toThrow("D5: a signing key is frozen");
    expect(() => db.update(signingKeys).set({ retiredAt: null }).run()).toThrow("D5: a retired key stays retired");
    expect(() => db.delete(signingKeys).run()).toThrow();
  });

  test("D5 at rest the private halves are sealed: without the secret nothing is to be read", () => {
    const { sealed, id } = db.select().from(signingKeys).get()!;
    expect(sealed.toString("latin1")).not.toContain("PRIVATE");
    expect(() => open(sealed, "another secret of thirty-two letters", id)).toThrow(UnopenableBox);
    const box = seal("words", "a secret", "label");
    expect(open(box, "a secret", "label")).toBe("words");
    expect(() => open(box, "a secret", "another label")).toThrow(UnopenableBox);
    box[box.length - 1] = box[box.length - 1]! ^ 1;
    expect(() => open(box, "a secret", "label")).toThrow(UnopenableBox);
  });

  test("a key that does not open issues nothing and says so", async () => {
    const { issue } = await transcript();
    expect((await thrownBy(() => posting({ intent: "rotate-key" }))).status).toBe(302);
    const sealed = seal("{}", "another secret of thirty-two letters", "x");
    db.update(signingKeys).set({ sealed }).run();
    await expect(issue()).rejects.toThrow("key-locked");
    const page = await loader({ request: await get(db, "/", admin), params: { id: psesd(db).id }, context: {} });
    expect(page.data.keys.find(({ purpose }) => purpose === "documents")?.rows.at(-1)).toMatchObject({ opens: false });
    expect(JSON.stringify(page.data)).not.toContain("sealed");
  });

  test("production does not start without a secret of its own; the demo does", () => {
    const production = { HOURBOOK_MODE: "production", NODE_ENV: "production" } as const;
    expect(() => parseEnvironment(production)).toThrow("SIGNING_SECRET");
    expect(() => parseEnvironment({ ...production, SIGNING_SECRET: "short" })).toThrow("SIGNING_SECRET");
    expect(parseEnvironment({ ...production, SIGNING_SECRET: "x".repeat(32) }).SIGNING_SECRET).toHaveLength(32);
    expect(parseEnvironment({ ...production, HOURBOOK_MODE: "demo" }).SIGNING_SECRET).toBeUndefined();
  });
});
