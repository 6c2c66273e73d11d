import { afterEach, beforeEach, expect, vi } from "vitest";

process.env.HOURBOOK_MODE = "test";
process.env.NODE_ENV = "test";
process.env.LOG_LEVEL = "silent";
process.env.ORIGIN = "http://hourbook.test";

// A test that makes something complain has found something, even when it passes.
let complaints: unknown[][] = [];
beforeEach(() => {
  complaints = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => void complaints.push(words));
});
afterEach(() => {
  vi.restoreAllMocks();
  expect(complaints, "console.error was called").toEqual([]);
});
