import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { addressFaults } from "#drizzle/schema/platform";
import { useTestDatabase } from "../support/database";
import { makeOpenFolder, SECRET, startReturnedMailServer, writeConfiguration } from "./returned-mail-server";
import { reportOn, sentTo } from "./sent-message";

const COMMAND = path.resolve("scripts/mail-bounce.mjs");

/** As a mail server's alias runs it: in a folder of its own, without environment. */
function run(args: string[], input = "") {
  return new Promise<{ code: number | null; out: string; said: string }>((resolve) => {
    const child = spawn(process.execPath, [COMMAND, ...args], { cwd: "/", env: {} as NodeJS.ProcessEnv });
    const heard = { out: "", said: "" };
    child.stdout.on("data", (piece: Buffer) => (heard.out += piece.toString()));
    child.stderr.on("data", (piece: Buffer) => (heard.said += piece.toString()));
    child.once("close", (code) => resolve({ code, ...heard }));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

test("a mail is handed to the running server from standard input and from files", async () => {
  const db = useTestDatabase();
  const { url } = await startReturnedMailServer();
  const folder = makeOpenFolder();
  const config = writeConfiguration(folder, { HOURBOOK_URL: url, MAIL_BOUNCE_SECRET: `"${SECRET}"` });
  const addresses = () => db.select().from(addressFaults).all();
  const report = reportOn(sentTo(db, "bo@test.example"), "bo@test.example");
  expect(await run(["--config", config], report)).toEqual({ code: 0, out: "", said: "" });
  expect(addresses()).toMatchObject([{ address: "bo@test.example", source: "report" }]);
  const file = path.join(folder, "report.eml");
  writeFileSync(file, reportOn(sentTo(db, "cy@test.example"), "cy@test.example"));
  expect(await run(["--config", config, file])).toMatchObject({
    code: 0,
    out: expect.stringContaining("failed") as string,
  });
  expect(addresses()).toHaveLength(2);
});

test("what is no mail, or is too long, is settled: the mail server need not come again", async () => {
  useTestDatabase();
  const { url } = await startReturnedMailServer();
  const config = writeConfiguration(makeOpenFolder(), { HOURBOOK_URL: url, MAIL_BOUNCE_SECRET: SECRET });
  expect(await run(["--config", config], "")).toMatchObject({ code: 0 });
  expect(await run(["--config", config], `From: ana@district.example\n\n${"x".repeat(3_000_000)}`)).toMatchObject({
    code: 0,
  });
});

test("whatever is wrong with us is one line and to be tried again", async () => {
  useTestDatabase();
  const { url, stop } = await startReturnedMailServer();
  const folder = makeOpenFolder();
  const good = { HOURBOOK_URL: url, MAIL_BOUNCE_SECRET: SECRET };
  const tries: [string, string[]][] = [
    ["answered 401", ["--config", writeConfiguration(makeOpenFolder(), { ...good, MAIL_BOUNCE_SECRET: "another" })]],
    ["has no MAIL_BOUNCE_SECRET", ["--config", writeConfiguration(makeOpenFolder(), { HOURBOOK_URL: url })]],
    ["Invalid URL", ["--config", writeConfiguration(makeOpenFolder(), { ...good, HOURBOOK_URL: "nowhere" })]],
    ["no such file", ["--config", path.join(folder, "missing.conf")]],
    ["no such file", ["--config", writeConfiguration(folder, good), path.join(folder, "missing.eml")]],
  ];
  for (const [words, args] of tries) {
    const { code, out, said } = await run(args, "From: a@b.example\n\nhello");
    expect([code, out, said.trimEnd().split("\n").length]).toEqual([75, "", 1]);
    expect(said).toContain(words);
  }
  await stop();
  expect(await run(["--config", writeConfiguration(folder, good)], "x")).toMatchObject({
    code: 75,
    said: expect.stringMatching(/^mail-bounce: .*ECONNREFUSED.*; to be tried again\n$/) as string,
  });
});
