import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import openapiTS, { astToString } from "openapi-typescript";

const run = promisify(execFile);

/** What the client printed. */
export interface ClientReport {
  seen: string[];
  minutes: number[];
  acknowledged: boolean;
  names: string[];
  numbers: (string | null)[];
  refused: number;
  exports: number;
  district: string;
}

/**
 * A program of somebody else's, which knows of Hourbook what its OpenAPI description says: types are generated from what the
 * running server serves, the compiler checks the program against them, and it runs as a process of its own.
 * @throws when the program does not compile against the description
 */
export async function makeClient(origin: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-payroll-"));
  const file = (name: string) => path.join(folder, name);
  writeFileSync(file("hourbook.d.ts"), astToString(await openapiTS(new URL(`${origin}/api/hr/v1/openapi.json`))));
  copyFileSync("tests/e2e/payroll/client.ts.txt", file("client.ts"));
  writeFileSync(file("package.json"), JSON.stringify({ type: "module" }));
  symlinkSync(path.resolve("node_modules"), file("node_modules"));
  const compilerOptions = { target: "es2022", module: "nodenext", strict: true, types: ["node"], skipLibCheck: true };
  writeFileSync(file("tsconfig.json"), JSON.stringify({ compilerOptions, files: ["client.ts"] }));
  await run(process.execPath, [path.resolve("node_modules/typescript/bin/tsc"), "-p", folder]);
  return {
    run: async (token: string): Promise<ClientReport> => {
      const { stdout } = await run(process.execPath, [file("client.js"), origin, token]);
      return JSON.parse(stdout) as ClientReport;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
