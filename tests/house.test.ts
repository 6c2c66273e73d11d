import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const OURS = ["app", "emails", "seed", "drizzle", "scripts", "tests"];
const MOST_LINES = 250;
const MOST_FILES = 25;

/** What is written by a program, or only ever added to. */
const GENERATED = "drizzle/migrations";
/** Lists of what is entered in the demo. */
const LISTS = "seed/courses";

/** Pure files with a function that no test of their own need call, and why. */
const UNTESTED = new Map([
  ["app/attendance/door/leaving.ts", "a browser's databases: the journeys sign out of a real one"],
  [
    "app/attendance/door/sealed-store.ts",
    "a browser's databases and keys: the journeys keep, kill and seal in a real one",
  ],
  ["app/attendance/door/send-queued.ts", "a browser's locks and line; what comes of an answer is queued-record.ts"],
  ["app/attendance/marks/device-clock.ts", "a browser's clock and storage: the journeys tap in a real one"],
  ["app/documents/checking/photo-reader.ts", "a browser's canvas; what the code says is code-in-address.ts"],
  ["app/messages/catalog/message.ts", "gives back what it is given, so that the compiler looks at it"],
]);

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.posix.join(entry.parentPath, entry.name));

const files = OURS.flatMap(filesOf).filter((file) => !file.startsWith(GENERATED));

/** No I/O, no React: a rule, which a golden table can hold. */
const isPure = (file: string) => /^app\/(?!routes\/|routes\.ts|ui\/).*(?<!\.server|\.d)\.ts$/.test(file);

const A_FUNCTION = /^export (default )?((async )?function\b|const \w+ = (async )?(<.*>)?\()/m;
const A_REFINEMENT = /\.(refine|superRefine|transform)\(/;

function holdsRule(file: string): boolean {
  const source = readFileSync(file, "utf8");
  return A_FUNCTION.test(source) || (file.endsWith("-form.ts") && A_REFINEMENT.test(source));
}

const rules = files.filter((file) => isPure(file) && holdsRule(file));

function isTested(file: string): boolean {
  const mirrored = file.replace(/^app\//, "tests/").replace(/\.ts$/, ".test.ts");
  const found = [mirrored, `${mirrored}x`].find((each) => existsSync(each));
  return found !== undefined && readFileSync(found, "utf8").includes(`"~/${file.slice("app/".length, -".ts".length)}"`);
}

test("every pure file that holds a rule has a test at its mirrored path", () => {
  expect(rules.length).toBeGreaterThan(100);
  expect(rules.filter((file) => !isTested(file) && !UNTESTED.has(file))).toEqual([]);
});

test("what needs no test still stands there, and has none", () => {
  expect([...UNTESTED.keys()].filter((file) => !rules.includes(file) || isTested(file))).toEqual([]);
});

test(`no file is over ${MOST_LINES} lines`, () => {
  const written = files.filter((file) => /\.(tsx?|m?js|css)$/.test(file) && !file.startsWith(LISTS));
  const linesOf = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n").length;
  const long = written.map((file) => [file, linesOf(file)] as const).filter(([, lines]) => lines > MOST_LINES);
  expect(long).toEqual([]);
});

test(`no folder holds more than ${MOST_FILES} files`, () => {
  const folders = Map.groupBy(files, (file) => path.posix.dirname(file));
  const full = [...folders].filter(([, inside]) => inside.length > MOST_FILES).map(([folder]) => folder);
  expect(full).toEqual([]);
});
