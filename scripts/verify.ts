import { readFileSync } from "node:fs";
import { z } from "zod";
import { checkFile } from "~/documents/checking/file-check.server";
import { PROBLEM_WORDS } from "~/documents/checking/file-check";
import { publishedKeys, type PublishedKey } from "~/documents/signing/signed-data";
import { BADGE_PROBLEM_WORDS } from "~/microcredentials/badges/badge-check";
import { checkOffline, type SavedIssuers } from "~/microcredentials/badges/offline-check.server";

// npm run verify -- [--keys hourbook-keys.json] [--status LIST.json]… FILE…: checks documents (PDF) and badges (JSON, SVG, PNG)
// offline. The keys are what the site publishes at /.well-known/hourbook-keys.json, saved once; the status lists are what a
// badge names. Ends with 0 when every file is genuine and nothing saved is against it, with 1 otherwise.

const words = process.argv.slice(2);
const takeOption = (name: string): string | undefined => {
  const at = words.indexOf(name);
  return at < 0 ? undefined : words.splice(at, 2)[1];
};
const keysFile = takeOption("--keys") ?? "hourbook-keys.json";
const lists: string[] = [];
for (let list = takeOption("--status"); list !== undefined; list = takeOption("--status")) lists.push(list);
if (words.length === 0) {
  console.error("Usage: npm run verify -- [--keys hourbook-keys.json] [--status LIST.json]… FILE…");
  process.exit(2);
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const published = readJson(keysFile);
const { keys } = publishedKeys.parse(published);
const issuersSchema = z.object({ issuers: z.array(z.custom<SavedIssuers["issuers"][number]>()).default([]) });
const saved: SavedIssuers = {
  issuers: issuersSchema.parse(published).issuers,
  lists: lists.map((file) => readJson(file) as SavedIssuers["lists"][number]),
};

/** Whether a document is what was signed; prints what it is. */
async function verifyDocument(file: string, pdf: Buffer, known: readonly PublishedKey[]): Promise<boolean> {
  const { verdict, problems, differences, codes, document } = await checkFile(pdf, known);
  console.log(`${file}: ${verdict === "signed" ? "genuine" : verdict}`);
  if (document) {
    console.log(
      `  ${document.title} of ${document.educator.legalName}, issued ${document.issuedOn}, code ${document.code}`,
    );
  }
  if (codes.length > 1)
    console.log(`  Put together from several documents: ${codes.join(", ")}. Check each by its own file.`);
  for (const problem of problems) console.log(`  ${PROBLEM_WORDS[problem]}`);
  for (const { of, found, expected } of differences) console.log(`  SHA-256 of ${of}: ${found}, signed: ${expected}`);
  if (verdict === "signed") console.log("  Whether it was superseded or revoked since, its public page says.");
  return verdict === "signed";
}

/** Whether a badge is genuine and nothing saved is against it; prints what it is. */
async function verifyBadge(file: string, badge: Buffer): Promise<boolean> {
  const check = await checkOffline(badge, saved, Date.now());
  console.log(`${file}: ${check.verdict === "foreign" ? "of another issuer" : check.verdict}`);
  if (check.words) console.log(`  ${check.words.title}, issued by ${check.words.issuer}, ${check.words.id}`);
  for (const problem of check.problems) console.log(`  ${BADGE_PROBLEM_WORDS[problem]}`);
  if (check.credential && !check.isStatusKnown) {
    console.log(
      "  Whether it was superseded, suspended or revoked since, its status lists say: give them with --status.",
    );
  }
  return check.verdict === "genuine";
}

let allGood = true;
for (const file of words) {
  const bytes = readFileSync(file);
  const isDocument = bytes.subarray(0, 5).toString("latin1") === "%PDF-";
  const isGood = isDocument ? await verifyDocument(file, bytes, keys) : await verifyBadge(file, bytes);
  allGood &&= isGood;
}
process.exitCode = allGood ? 0 : 1;
