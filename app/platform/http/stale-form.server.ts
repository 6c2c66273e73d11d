import { data } from "@remix-run/node";
import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import type { Context } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { type FormReply, parseForm, type ReadForm } from "./form.server";
import { canonicalJson } from "~/platform/canonical-json";
import {
  BASE,
  carryOutChoices,
  type Draft,
  findStale,
  type Change,
  readBase,
  type Stale,
  writeBase,
} from "./stale-form";

/**
 * Compares what a form was opened with to what stands now. Either the form as it is to be saved, with the choices carried
 * out, or what is stale about it.
 */
export function checkVersion(
  fields: FormData,
  now: Draft,
  change: () => Change | null,
): { fields: FormData; stale: null } | { stale: Stale } {
  const merged = carryOutChoices(fields, now);
  const base = readBase(fields);
  const found = base === null ? [] : findStale(base, now, merged);
  // Nothing is left to choose: what is saved is compared to what stands now.
  if (found.length === 0 && base !== null) merged.set(BASE, writeBase(now));
  return found.length === 0
    ? { fields: merged, stale: null }
    : { stale: { base: writeBase(now), fields: found, change: change() } };
}

/** Whether a row stands as a form was opened with; asked once more within the transaction that writes it. */
export const isCurrent = (base: string | undefined, now: Draft): boolean =>
  base === undefined || base === canonicalJson(now);

/** The page's answer to a stale form: what was typed comes back, with what changed meanwhile. */
export function staleReply(fields: FormData, stale: Stale) {
  const result = parseWithZod(fields, { schema: z.looseObject({}) }).reply({
    formErrors: ["Somebody has changed this meanwhile. Choose below what stands, and save again."],
  });
  return data({ result, stale }, { status: 409 });
}

/** The row that a form writes as a whole: what the form shows of it now, and who changed it last. */
export interface VersionedRow {
  draft: Draft;
  change: () => Change | null;
}

/** What is answered instead of saving: what is wrong with the form, or what somebody changed while it was open. */
type NotSaved = FormReply | ReturnType<typeof staleReply>;

/**
 * Saves a form that writes a whole row, unless the row has changed since the form was opened: compared, checked and written in
 * one transaction.
 * @param find reads the row in that transaction; null for what the page can post besides, which carries no version
 */
export function saveVersioned<Schema extends z.ZodType, Answer>(
  ctx: Context,
  fields: FormData,
  schema: Schema,
  find: (tx: Transaction) => VersionedRow | null,
  save: (value: z.output<Schema>) => Answer,
): { reply: NotSaved } | { reply: null; form: Extract<ReadForm<Schema>, { ok: true }>; answer: Answer } {
  return inTransaction(ctx.db, (tx) => {
    const row = find(tx);
    const version = row ? checkVersion(fields, row.draft, row.change) : { fields, stale: null };
    if (version.stale) return { reply: staleReply(fields, version.stale) };
    // The command writes what is left: a version is no column.
    version.fields.delete(BASE);
    const form = parseForm(version.fields, schema);
    return form.ok ? { reply: null, form, answer: save(form.value) } : { reply: form.reply };
  });
}
