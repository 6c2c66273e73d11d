import { data } from "@remix-run/node";
import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
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
