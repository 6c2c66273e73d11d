import { beforeEach, expect, test } from "vitest";
import { issueCertificate } from "~/documents/issuing/credit-document.server";
import { readDocumentFile } from "~/documents/issuing/document.server";
import type { Database } from "~/platform/database/database.server";
import { action as checkFile } from "~/routes/public/verify._index";
import { loader } from "~/routes/public/verify.$code";
import { at, MINUTE, setClock, TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { makePerson } from "../../support/factories";
import { get } from "../../support/request";

let db: Database;
beforeEach(() => (db = useTestDatabase()));

const look = async (code: string) =>
  loader({ request: await get(db, `/verify/${code}`), params: { code }, context: {} });

async function drop(bytes: Buffer) {
  const body = new FormData();
  body.append("file", new File([new Uint8Array(bytes)], "a.pdf", { type: "application/pdf" }));
  const headers = { Origin: "http://hourbook.test", "X-Client-Address": "203.0.113.7" };
  const request = new Request("http://hourbook.test/verify", { method: "POST", body, headers });
  return checkFile({ request, params: {}, context: {} });
}

async function issue() {
  const person = makePerson(db, { organisation: "Highline" });
  const { creditId } = postCreditFor(db, person);
  const outcome = await issueCertificate(actingAs(db, person, { now: at("2027-04-01T09:00") }), creditId);
  if (!outcome.ok) throw new Error(outcome.reason);
  return { code: outcome.value.code, bytes: Buffer.from(readDocumentFile(db, outcome.value.id)) };
}

test("60 unknown codes a minute are looked up from one network; known ones do not count", async () => {
  const { code } = await issue();
  for (let i = 0; i < 70; i++) expect((await look(code)).init?.status ?? 200).toBe(200);
  for (let i = 0; i < 60; i++) expect((await look(`AAAAA-${i}`)).init?.status).toBe(404);
  const refused = await look(code);
  expect(refused.init).toMatchObject({ status: 429, headers: { "Retry-After": "60" } });
  expect(refused.data).toMatchObject({ verification: null, wait: expect.stringContaining("Wait 1 minute") as string });
  setClock(TEST_NOW + MINUTE);
  expect((await look(code)).data.verification).not.toBeNull();
});

test("files that were not issued here count like unknown codes, before they are read", async () => {
  const { bytes } = await issue();
  for (let i = 0; i < 3; i++) expect((await drop(bytes)).data.checked?.verdict).toBe("genuine");
  for (let i = 0; i < 30; i++) expect((await look(`AAAAA-${i}`)).init?.status).toBe(404);
  for (let i = 0; i < 30; i++) expect((await drop(Buffer.from("no document"))).data.checked?.verdict).toBe("unknown");
  const refused = await drop(bytes);
  expect(refused.init).toMatchObject({ status: 429, headers: { "Retry-After": "60" } });
  expect(refused.data.checked).toBeNull();
});
