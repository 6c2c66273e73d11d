import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

/** Where people read what is written: pages, mails, words, and what the demo enters. */
const FOLDERS = ["app", "emails", "seed"];

/** The number of a rule in brackets, which is for those who read the code. */
const RULE_NUMBER = /\((?:[HARTDNSPM]\d{1,2})(?:[,–-] ?[HARTDNSPM]?\d{1,2})*\)/;

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
);

/** The texts of a file that a program holds: literals, templates and what stands between tags; no comments. */
function textsOf(file: string): string[] {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, false, kind);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node)) texts.push(node.text);
    if (ts.isTemplateMiddleOrTemplateTail(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

test("no text that can reach a person holds the number of a rule", () => {
  expect(["(A3)", "(R1–R3)", "(H2, R1)", "(T8)"].every((text) => RULE_NUMBER.test(text))).toBe(true);
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) =>
    textsOf(file)
      .filter((text) => RULE_NUMBER.test(text))
      .map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});
