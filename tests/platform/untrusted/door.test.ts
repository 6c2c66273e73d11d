import { spawn } from "node:child_process";
import { once } from "node:events";
import { deflateSync } from "node:zlib";
import { expect, onTestFinished, test, vi } from "vitest";
import { IDLE_MS, readUntrusted, untrustedReader } from "~/platform/untrusted/door.server";

const strange = untrustedReader<{ do: string; bytes?: Uint8Array }, unknown>(
  "tests/platform/untrusted/strange-reader.ts",
);
const read = (what: string, bytes?: Uint8Array) => readUntrusted(strange, { do: what, ...(bytes && { bytes }) });

test("what a reader says of a file comes back, bytes included", async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  expect(await read("echo", bytes)).toEqual({ ok: true, value: { do: "echo", bytes } });
});

test("a reader that fills memory outside of the heap is ended, and the next file is read all the same", async () => {
  const before = process.memoryUsage.rss();
  expect(await read("fill-memory")).toEqual({ ok: false, reason: "too-large-to-check" });
  expect(await read("echo")).toMatchObject({ ok: true });
  expect(process.memoryUsage.rss() - before).toBeLessThan(200_000_000);
});

test("a file that unpacks to a hundred times its size is too large to check, whatever the library", async () => {
  const bomb = deflateSync(Buffer.alloc(1_500_000_000));
  expect(bomb.length).toBeLessThan(2_000_000);
  expect(await read("unpack", bomb)).toEqual({ ok: false, reason: "too-large-to-check" });
});

test("a reader that fills the heap is ended", async () => {
  expect(await read("fill-heap")).toEqual({ ok: false, reason: "too-large-to-check" });
});

test("a reader that never ends is ended, and others are read meanwhile", async () => {
  const endless = read("never-end");
  expect(await read("echo")).toMatchObject({ ok: true });
  expect(await endless).toEqual({ ok: false, reason: "too-large-to-check" });
});

test("a file that comes as an idle reader is sent away is read by another", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  expect(await read("echo")).toMatchObject({ ok: true });
  vi.advanceTimersByTime(IDLE_MS);
  expect(await read("echo")).toMatchObject({ ok: true });
});

test("a fault of the reader is a fault here, too, and no verdict about the file", async () => {
  await expect(read("throw")).rejects.toThrow("a fault of the reader");
});

test("a reader sees no secret of the server's", async () => {
  const seen = await read("say-environment");
  expect(seen.ok && (seen.value as string[]).filter((key) => /SECRET|SMTP|DATABASE/.test(key))).toEqual([]);
});

test("beyond what may wait, files are turned away at once", async () => {
  const outcomes = await Promise.all(Array.from({ length: 80 }, () => read("echo")));
  const refused = outcomes.filter((outcome) => !outcome.ok);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.every((outcome) => !outcome.ok && outcome.reason === "too-many")).toBe(true);
});

/** A process that asks a reader for what never ends, and says the reader's number. */
const ASKING = `
  const reader = require("node:child_process").fork("app/platform/untrusted/reader-process.ts", ["400"], {
    execArgv: ["--import", "tsx"],
  });
  reader.on("message", () => {
    reader.send({ file: "tests/platform/untrusted/strange-reader.ts", input: { do: "never-end" } });
    setTimeout(() => console.log(reader.pid), 500);
  });
`;

test("a reader that never ends goes with whoever asked, also when that was killed", async () => {
  const asking = spawn(process.execPath, ["-e", ASKING], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(asking.stdout, "data")) as [Buffer];
  const reader = Number(line.toString());
  onTestFinished(() => {
    if (isAlive(reader)) process.kill(reader, "SIGKILL");
  });
  expect(isAlive(reader)).toBe(true);
  asking.kill("SIGKILL");
  for (let waited = 0; waited < 10_000 && isAlive(reader); waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(isAlive(reader)).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
