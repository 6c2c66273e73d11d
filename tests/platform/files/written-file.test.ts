import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { unfinishedFolder } from "~/platform/files/bytes.server";
import { forgetWritten, writeFileAsMade } from "~/platform/files/written-file.server";
import { sha256 } from "~/platform/secrets/codes.server";

async function* pieces(...given: (string | Error)[]) {
  for (const each of given) {
    if (each instanceof Error) throw each;
    yield await Promise.resolve(each);
  }
}

test("a file is written as it is made, with its hash and its size", async () => {
  const file = await writeFileAsMade(pieces("one, ", "two, ", "três"), "text/plain");
  expect(readFileSync(file.path, "utf8")).toBe("one, two, três");
  expect(file).toMatchObject({ sha256: sha256("one, two, três"), size: 15, contentType: "text/plain" });
  await forgetWritten(file);
  await forgetWritten(file);
  expect(existsSync(file.path)).toBe(false);
});

test("what fails while it is made leaves nothing behind", async () => {
  const before = existsSync(unfinishedFolder) ? readdirSync(unfinishedFolder).length : 0;
  await expect(writeFileAsMade(pieces("one", new Error("cut off")), "text/plain")).rejects.toThrow("cut off");
  expect(readdirSync(unfinishedFolder)).toHaveLength(before);
});
