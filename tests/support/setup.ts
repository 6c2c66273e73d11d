import path from "node:path";
import { threadId } from "node:worker_threads";
import { afterEach, beforeEach, expect, inject, vi } from "vitest";
import { setClock, TEST_NOW } from "./clock";

process.env.HOURBOOK_MODE = "test";
process.env.NODE_ENV = "test";
// What can be called off is done at once, except where a test is about that.
process.env.CALL_OFF_SECONDS = "0";
process.env.LOG_LEVEL = "silent";
process.env.ORIGIN = "http://hourbook.test";
process.env.FILES_DIR = path.join(inject("clockFolder"), `files-${threadId}`);
process.env.TEST_CLOCK_FILE = path.join(inject("clockFolder"), `clock-${threadId}`);

// A test that makes something complain has found something, even when it passes.
let complaints: unknown[][] = [];
beforeEach(() => {
  setClock(TEST_NOW);
  complaints = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => void complaints.push(words));
});
afterEach(() => {
  vi.restoreAllMocks();
  expect(complaints, "console.error was called").toEqual([]);
});
