import { readFileSync } from "node:fs";
import { checkFile } from "~/documents/checking/file-check.server";
import { PROBLEM_WORDS } from "~/documents/checking/file-check";
import { publishedKeys } from "~/documents/signing/signed-data";

// npm run verify -- [--keys hourbook-keys.json] FILE…: checks documents offline. The keys are what the site publishes
// at /.well-known/hourbook-keys.json, saved once. Ends with 0 when every file is what was signed, with 1 otherwise.

const words = process.argv.slice(2);
const named = words.indexOf("--keys");
const [, keysFile] = named < 0 ? ["", "hourbook-keys.json"] : words.splice(named, 2);
if (words.length === 0 || !keysFile) {
  console.error("Usage: npm run verify -- [--keys hourbook-keys.json] FILE…");
  process.exit(2);
}

const { keys } = publishedKeys.parse(JSON.parse(readFileSync(keysFile, "utf8")));
let allGood = true;
for (const file of words) {
  const { verdict, problems, differences, document } = await checkFile(readFileSync(file), keys);
  allGood &&= verdict === "signed";
  console.log(`${file}: ${verdict === "signed" ? "genuine" : verdict}`);
  if (document) {
    console.log(
      `  ${document.title} of ${document.educator.legalName}, issued ${document.issuedOn}, code ${document.code}`,
    );
  }
  for (const problem of problems) console.log(`  ${PROBLEM_WORDS[problem]}`);
  for (const { of, found, expected } of differences) console.log(`  SHA-256 of ${of}: ${found}, signed: ${expected}`);
}
if (allGood) console.log("Whether a document was superseded or revoked since, its public page says.");
process.exitCode = allGood ? 0 : 1;
