import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { holdsSocialSecurityNumber, NEVER_A_SOCIAL_SECURITY_NUMBER } from "~/platform/text/social-security-number";
import { namesOf } from "./form-names";
import { ONCE, type Once, onceOf } from "./once";
import { BASE } from "./stale-form";

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

interface Refusing {
  /** 409 unless said. */
  status?: number;
  headers?: Record<string, string>;
}

/** A form that was read: its values, and how to give it back when the command refuses them. */
export type ReadForm<Schema extends z.ZodType> =
  | {
      ok: true;
      value: z.output<Schema>;
      refuse: (message: string, field?: string, answer?: Refusing) => FormReply;
      /** The form as it came, with nothing against it, for a page that shows it again: what was asked for was no change. */
      again: () => SubmissionResult;
      /** By which a second post of the same form is known; for `once`. */
      once: Once | null;
    }
  | { ok: false; reply: FormReply };

/** More fields than any page has: five for each of the people on the longest list that is shown at once. */
const MOST_FIELDS = 5_000;

const UNREADABLE = "What arrived is not a form of ours, so nothing was changed. Reload the page and try again.";
const UNKNOWN_FIELD =
  "The form holds a field that this page does not ask for, so nothing was changed. Reload the page and try again.";

/**
 * Reads a posted form. The values come back with the errors at their fields and status 400 when the schema refuses
 * them; `refuse` gives them back with status 409 and the command's own words.
 * @throws Response 400 or 415 when it is no form that this page can send
 */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<ReadForm<Schema>> {
  return parseForm(await readFields(request, schema), schema);
}

/**
 * The fields of a posted form as they came. How many bytes a route takes is counted as they arrive, before any route
 * runs (platform/http); here, no name is let in that the schema does not know.
 * @param also names beside the schema's, of buttons and fields that change the form itself
 * @throws Response 400 or 415, as `readForm`
 */
export async function readFields(request: Request, schema: z.ZodType, also: readonly string[] = []): Promise<FormData> {
  const fields = await decode(request);
  const known = namesOf(schema);
  let count = 0;
  for (const [name] of fields) {
    if (++count > MOST_FIELDS) throw new Response(UNREADABLE, { status: 400 });
    if (!known(name) && name !== ONCE && !also.includes(name)) throw new Response(UNKNOWN_FIELD, { status: 400 });
  }
  return fields;
}

/** Checks fields that were read against their schema; see `readForm`. */
export function parseForm<Schema extends z.ZodType>(fields: FormData, schema: Schema): ReadForm<Schema> {
  const submission = parseWithZod(fields, { schema });
  const forbidden = forbiddenFields(fields);
  if (forbidden) return { ok: false, reply: reply(submission, { status: 400 }, { fieldErrors: forbidden }) };
  if (submission.status !== "success") return { ok: false, reply: reply(submission, { status: 400 }) };
  return {
    ok: true,
    value: submission.value,
    refuse: (message, field, answer) =>
      reply(submission, answer, field ? { fieldErrors: { [field]: [message] } } : { formErrors: [message] }),
    once: onceOf(fields),
    again: () => submission.reply({ hideFields: SECRETS }),
  };
}

/** Fields that are no words of a person, are never shown or are looked at line by line where they are read. */
const UNLOOKED = /password|token|nonce|digest|^list$/i;

/** Never sent back to the page. */
const SECRETS = ["password", "pin", "pinAgain"];

/** P1: in no field of any form is a Social Security number taken. Null where none holds one. */
function forbiddenFields(fields: FormData): Record<string, string[]> | null {
  const named = [...fields].filter(
    ([name, value]) =>
      typeof value === "string" && name !== BASE && !UNLOOKED.test(name) && holdsSocialSecurityNumber(value),
  );
  if (named.length === 0) return null;
  return Object.fromEntries(named.map(([name]) => [name, [NEVER_A_SOCIAL_SECURITY_NUMBER]]));
}

async function decode(request: Request): Promise<FormData> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    throw new Response(UNREADABLE, { status: 415 });
  }
  const bytes = Buffer.from(await request.arrayBuffer());
  if (countPieces(bytes, type) > MOST_FIELDS) throw new Response(UNREADABLE, { status: 400 });
  try {
    return await new Response(bytes, { headers: { "Content-Type": type } }).formData();
  } catch {
    throw new Response(UNREADABLE, { status: 400 });
  }
}

/** How many fields a body holds at most, counted without reading them. */
function countPieces(bytes: Buffer, type: string): number {
  const boundary = /boundary="?([^";]+)/i.exec(type)?.[1];
  const separator = boundary === undefined ? "&" : `--${boundary}`;
  let count = 0;
  for (let at = bytes.indexOf(separator); at >= 0 && count <= MOST_FIELDS + 1; at = bytes.indexOf(separator, at + 1)) {
    count++;
  }
  return count;
}

function reply(
  submission: unknown,
  { status = 409, headers = {} }: Refusing = {},
  errors: { formErrors?: string[]; fieldErrors?: Record<string, string[]> } = {},
) {
  const result = (submission as Replier).reply({ ...errors, hideFields: SECRETS });
  return data({ result }, { status, headers });
}
