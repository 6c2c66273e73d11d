import type { z } from "zod";
import type { Definition } from "~/microcredentials/definitions/definition";
import { findDraftVersion, findScopedMicrocredential } from "~/microcredentials/definitions/definition.server";
import { MICROCREDENTIAL_REFUSALS, type MicrocredentialRefusal } from "~/microcredentials/refusal";
import { findLastChange } from "~/people/persons/last-change.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { once } from "~/platform/http/once.server";
import { notFound } from "~/platform/http/responses.server";
import type { Draft } from "~/platform/http/stale-form";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import type { Outcome } from "~/platform/outcome";

type Change = { intent: "add" | "change" | "remove" | "move-up" };

const SAID: Record<Change["intent"], string> = {
  add: "Added.",
  change: "Saved.",
  remove: "Removed.",
  "move-up": "Moved.",
};

/** How a page of rows answers a post: criteria, or parts of the evidence. */
interface RowsPage<Schema extends z.ZodType<Change>> {
  id: string;
  /** The page's last step of the address. */
  page: "criteria" | "evidence";
  schema: Schema;
  /** A row of a definition as its form shows it; null where it is not there. */
  draftOf: (definition: Definition, key: string) => Draft | null;
  run: (input: z.output<Schema>) => Outcome<{ id: string }, MicrocredentialRefusal>;
}

/** Answers the page on which a coordinator writes the rows of a draft version, whose fields were read. */
export async function answerRows<Schema extends z.ZodType<Change>>(
  ctx: ScopedContext,
  fields: FormData,
  { id, page, schema, draftOf, run }: RowsPage<Schema>,
) {
  const saved = saveVersioned(
    ctx,
    fields,
    schema,
    (tx) => {
      if (fields.get("intent") !== "change" || !findScopedMicrocredential(tx, ctx, id)) return null;
      const version = findDraftVersion(tx, id);
      const key = fields.get("key");
      const draft = version && typeof key === "string" ? draftOf(version.definition, key) : null;
      return draft ? { draft, change: () => findLastChange(tx, id) } : null;
    },
    (value) => ({ intent: value.intent, value }),
  );
  if (saved.reply) return saved.reply;
  const { form } = saved;
  const { intent, value } = saved.answer;
  const outcome = once(ctx, `rows of ${id}`, form.once, () => run(value));
  if (!outcome.ok && outcome.reason === "unknown-microcredential") throw notFound();
  if (!outcome.ok) return form.refuse(MICROCREDENTIAL_REFUSALS[outcome.reason].words);
  throw await redirectWithToast(`/coordinator/microcredentials/${id}/${page}`, SAID[intent]);
}
