import type { z } from "zod";

/** What a form's schema has against some values: the field and the words, one line each; empty when it takes them. */
export function errorsOf(schema: z.ZodType, values: unknown): string[] {
  const issues = schema.safeParse(values).error?.issues ?? [];
  return issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}
