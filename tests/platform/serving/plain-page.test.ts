import { expect, test } from "vitest";
import { plainPage } from "~/platform/serving/plain-page";

test("a page in few words has a title, a language and a way on", () => {
  const page = plainPage("Hourbook is busy", "Wait a few seconds.");
  expect(page).toMatch(/^<!doctype html><html lang="en-US">/);
  expect(page).toContain(
    "<title>Hourbook is busy · Hourbook</title><h1>Hourbook is busy</h1><p>Wait a few seconds.</p>",
  );
  expect(page).toContain('<a href="/catalog">');
});
