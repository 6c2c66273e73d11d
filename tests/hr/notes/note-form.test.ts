import { expect, test } from "vitest";
import { z } from "zod";
import { noteForms } from "~/hr/notes/note-form";

const read = (values: Record<string, string>) => z.discriminatedUnion("intent", [...noteForms]).safeParse(values);

test.each([
  [{ intent: "add-note", organisationId: "o", body: "  Asked.  " }, true],
  [{ intent: "add-note", organisationId: "o", body: "   " }, false],
  [{ intent: "add-note", body: "Asked." }, false],
  [{ intent: "add-note", organisationId: "o", body: "a".repeat(4_001) }, false],
  [{ intent: "add-note", organisationId: "o", body: "Her SSN is 123-45-6789" }, false],
  [{ intent: "change-note", noteId: "n", body: "Asked twice." }, true],
  [{ intent: "change-note", body: "Asked twice." }, false],
  [{ intent: "delete-note", noteId: "n" }, true],
  [{ intent: "restore-note", noteId: "n" }, true],
  [{ intent: "burn-note", noteId: "n" }, false],
])("P1 %o can be posted: %s", (values, fits) => {
  expect(read(values as Record<string, string>).success).toBe(fits);
});
