import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const glossary = readFileSync("docs/glossary.md", "utf8");
const rowsOf = (text: string) =>
  [...text.matchAll(/^\|(.+)\|$/gm)].map(([, cells]) => cells!.split("|").map((cell) => cell.trim()));
const [words, lists] = glossary.split("## Lists").map(rowsOf);

const schemaFiles = readdirSync("drizzle/schema", { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".ts"),
);
const schema = schemaFiles.map((name) => readFileSync(`drizzle/schema/${name}`, "utf8"));
const checked = [...schema.join("\n").matchAll(/enum: ([A-Z_]+)/g)].map(([, name]) => name!);

/** The lists that tables are checked against, as the code holds them. */
async function readLists(): Promise<Map<string, readonly string[]>> {
  const paths = new Set(
    schema.flatMap((text) => [...text.matchAll(/from "(?:\.\.\/)+(app\/[^"]+)"/g)].map(([, path]) => path!)),
  );
  const files = [
    ...[...paths].map((path) => resolve(`${path}.ts`)),
    ...schemaFiles.map((name) => resolve("drizzle/schema", name)),
  ];
  const modules = await Promise.all(files.map((file) => import(file) as Promise<Record<string, unknown>>));
  const exported = new Map(modules.flatMap((module) => Object.entries(module)));
  return new Map(checked.map((name) => [name, exported.get(name) as readonly string[]]));
}

test("every list that a table is checked against stands in the glossary with exactly its values", async () => {
  const coded = await readLists();
  expect(coded.size).toBeGreaterThan(28);
  const written = new Map(
    lists!.flatMap(([, name, values]) =>
      /^`[A-Z_]+`$/.test(name ?? "")
        ? [[name!.replaceAll("`", ""), values!.replaceAll("`", "").split(", ")] as const]
        : [],
    ),
  );
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(coded));
});

/** A file without the paths that it names: nobody reads those. */
const withoutPaths = (text: string): string => text.replaceAll(/"(?:~|#\w+|\.{1,2}|app)\/[^"]*"/g, "");

test("no page, mail or file of ours says a word that the glossary has another for", () => {
  const banned = words!.flatMap(([, , not]) => (not && /^[a-z ,]+$/.test(not) && not !== "not" ? not.split(", ") : []));
  expect(banned).toContain("training");
  // A term of two words may hold one of them.
  const terms = words!.flatMap(([term]) => (term?.includes(" ") ? [term] : []));
  const said = new RegExp(`\\b(${banned.join("|")})s?\\b`, "gi");
  const files = ["app", "emails", "drizzle/schema"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  );
  const found = files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      [
        ...terms
          .reduce((text, term) => text.replaceAll(term, ""), withoutPaths(readFileSync(file, "utf8")))
          .matchAll(said),
      ].map(([word]) => `${file}: ${word}`),
    );
  expect(found).toEqual([]);
});
