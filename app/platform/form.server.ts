import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { origin } from "./env.server";
import { comesFromElsewhere, FOREIGN_ORIGIN_MESSAGE } from "./same-origin";

/** The part of a parsed form that can be given back to its page. */
interface Replier {
  reply(options: {
    formErrors?: string[];
    fieldErrors?: Record<string, string[]>;
    hideFields?: string[];
  }): SubmissionResult;
}

/** What a route answers when a form cannot be taken: the form's values and errors, for the same page to show. */
export type FormReply = ReturnType<typeof reply>;

/** A form that was read: its values, and how to give it back when the command refuses them. */
export type ReadForm<Schema extends z.ZodType> =
  | { ok: true; value: z.output<Schema>; refuse: (message: string, field?: string) => FormReply }
  | { ok: false; reply: FormReply };

/**
 * Reads a posted form. The values come back with the errors at their fields and status 400 when the schema refuses
 * them; `refuse` gives them back with status 409 and the command's own words.
 * @throws Response 403 when the post came from another origin
 */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<ReadForm<Schema>> {
  requireSameOrigin(request);
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") return { ok: false, reply: reply(submission, 400) };
  return {
    ok: true,
    value: submission.value,
    refuse: (message, field) =>
      reply(submission, 409, field ? { fieldErrors: { [field]: [message] } } : { formErrors: [message] }),
  };
}

/**
 * Refuses a change that another site's page makes a browser send. Browsers name the origin on every POST.
 * @throws Response 403
 */
export function requireSameOrigin(request: Request): void {
  const { headers } = request;
  const from = { origin: headers.get("Origin"), site: headers.get("Sec-Fetch-Site") };
  const hosts = [new URL(request.url).host, new URL(origin).host];
  if (comesFromElsewhere(from, hosts)) throw new Response(FOREIGN_ORIGIN_MESSAGE, { status: 403 });
}

function reply(
  submission: unknown,
  status: number,
  errors: { formErrors?: string[]; fieldErrors?: Record<string, string[]> } = {},
) {
  // A password is never sent back to the page.
  const result = (submission as Replier).reply({ ...errors, hideFields: ["password"] });
  return data({ result }, { status });
}
