import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { programOf } from "~/platform/programs.server";
import { PROGRAMS } from "../../vite.server.config";

test("whatever is started beside the server is built with it", () => {
  const named = globSync("app/**/*.ts").flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /(?:programOf\(|startThreads\(\s*|untrustedReader[^"]*\(\s*)"(app\/[^"]+\.ts)"/g,
      ),
    ].map(([, source]) => source!),
  );
  expect([...new Set(named)].sort()).toEqual([...PROGRAMS].sort());
  expect(PROGRAMS.filter((source) => !existsSync(source))).toEqual([]);
});

test("where nothing is built, a program is compiled as it starts", () => {
  const source = "app/platform/database/check-process.ts";
  expect(programOf(source)).toEqual({ file: path.resolve(source), execArgv: ["--import", "tsx"] });
});
