import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { holdsOneOf, listZipMembers } from "~/platform/files/container-members";
import { compound, zipOf } from "../../support/sample-files";

test("the members of a ZIP are read off its directory, and of half a ZIP off nothing", () => {
  const zip = zipOf("a.txt", "folder/ä.xml");
  expect(listZipMembers(zip)).toEqual(["a.txt", "folder/ä.xml"]);
  for (let length = 0; length < zip.length; length++) expect(listZipMembers(zip.subarray(0, length))).toBeNull();
  expect(listZipMembers(readFileSync("package.json"))).toBeNull();
});

test("a compound file names its streams in two bytes a letter", () => {
  expect(holdsOneOf(compound("Book"), ["Workbook", "Book"])).toBe(true);
  expect(holdsOneOf(compound("Workbook"), ["WordDocument"])).toBe(false);
  expect(holdsOneOf(Buffer.from("Workbook\0"), ["Workbook"])).toBe(false);
});
