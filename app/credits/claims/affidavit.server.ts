import { desc, eq, lte, sql } from "drizzle-orm";
import type { z } from "zod";
import { affidavitTexts, claims } from "#drizzle/schema/credits";
import { listChangeHistory } from "~/people/history/change-history.server";
import type { ChangeWords } from "~/people/history/change-words";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { formatPlainDate } from "~/platform/format";
import { isCurrent } from "~/platform/http/stale-form.server";
import { MOST_COUNTED } from "~/platform/lists/list-limit";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { type affidavitForm, nextVersion } from "./affidavit-form";

export type Affidavit = typeof affidavitTexts.$inferSelect;
export type AffidavitRefusal =
  "not-ahead" | "date-taken" | "unknown-affidavit" | "affidavit-used" | "changed-meanwhile";

/** Each refusal in plain words, and the field that it is about. */
export const AFFIDAVIT_REFUSALS: Record<AffidavitRefusal, { words: string; field?: string }> = {
  "not-ahead": { words: "Choose a day to come: what was agreed to until then stays.", field: "fromDate" },
  "date-taken": { words: "Another text begins on that day already.", field: "fromDate" },
  "unknown-affidavit": { words: "This text does not exist any more." },
  "affidavit-used": { words: "This text is in force or was agreed to, so it stays on record." },
  "changed-meanwhile": { words: "Somebody has changed this text meanwhile. Reload the page and look at it again." },
};

/** All texts are about one thing, and so is their history. */
export const AFFIDAVIT_SUBJECT = "affidavit";

const WORDS: ChangeWords = {
  actions: new Map([
    ["affidavit.planned", "Planned a text"],
    ["affidavit.changed", "Changed a text to come"],
    ["affidavit.deleted", "Deleted a text"],
  ]),
  fields: new Map([
    ["version", "version"],
    ["fromDate", "first day"],
    ["text", "text"],
  ]),
  value: (field, value) => (field === "fromDate" ? formatPlainDate(String(value)) : null),
};

/**
 * The affidavit in force on a date (T5).
 * @throws Error when there is none
 */
export function affidavitOn(db: Reader, date: string): Affidavit {
  const inForce = db.select().from(affidavitTexts).where(lte(affidavitTexts.fromDate, date));
  return rowOf(inForce.orderBy(desc(affidavitTexts.fromDate)).limit(1), `affidavit on ${date}`);
}

/** Every text, newest first, with its state and how many claims were made under it; and what was done to them. */
export function getAffidavitPage(ctx: ActorContext) {
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  return { today, texts: listTexts(ctx.db, today), history: listChangeHistory(ctx.db, AFFIDAVIT_SUBJECT, WORDS) };
}

/** A text as its form shows it. */
export const toAffidavitDraft = ({ fromDate, text }: Pick<Affidavit, "fromDate" | "text">) => ({ fromDate, text });

/** A text that can still be changed: one to come to which nobody agreed yet; null for any other. */
export function findChangeable(ctx: ActorContext, db: Reader, version: string | null) {
  if (version === null) return null;
  const found = listTexts(db, dateOf(ctx.now, REGION_TIME_ZONE)).find((text) => text.version === version);
  return found?.changeable ? found : null;
}

/** An administrator plans another text from a day to come, or changes or deletes one that nobody agreed to. Returns what to say. */
export function changeAffidavit(
  ctx: ActorContext,
  form: z.output<typeof affidavitForm>,
): Outcome<string, AffidavitRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const today = dateOf(ctx.now, REGION_TIME_ZONE);
    const texts = listTexts(tx, today);
    if (form.intent === "delete-affidavit") return remove(tx, ctx, texts, form.version);
    const { fromDate, text } = form;
    if (fromDate <= today) return refuse("not-ahead");
    const own = form.intent === "change-affidavit" ? form.version : null;
    if (texts.some((other) => other.version !== own && other.fromDate === fromDate)) return refuse("date-taken");
    if (form.intent === "change-affidavit") return rewrite(tx, ctx, texts, form);
    const version = nextVersion(
      fromDate,
      texts.map((other) => other.version),
    );
    tx.insert(affidavitTexts).values({ version, fromDate, text }).run();
    record(tx, ctx, "planned", { version: [null, version], fromDate: [null, fromDate], text: [null, text] });
    return ok(`The text counts from ${formatPlainDate(fromDate)}.`);
  });
}

function rewrite(
  tx: Transaction,
  ctx: ActorContext,
  texts: ReturnType<typeof listTexts>,
  form: Extract<z.output<typeof affidavitForm>, { intent: "change-affidavit" }>,
): Outcome<string, AffidavitRefusal> {
  const row = texts.find(({ version }) => version === form.version);
  if (!row) return refuse("unknown-affidavit");
  if (!row.changeable) return refuse("affidavit-used");
  if (!isCurrent(form.base, toAffidavitDraft(row))) return refuse("changed-meanwhile");
  const next = toAffidavitDraft(form);
  tx.update(affidavitTexts).set(next).where(eq(affidavitTexts.version, row.version)).run();
  const changes = { version: [null, row.version], ...changesBetween(toAffidavitDraft(row), next) };
  record(tx, ctx, "changed", changes);
  return ok(`The text counts from ${formatPlainDate(next.fromDate)}.`);
}

function remove(
  tx: Transaction,
  ctx: ActorContext,
  texts: ReturnType<typeof listTexts>,
  version: string,
): Outcome<string, AffidavitRefusal> {
  const row = texts.find((text) => text.version === version);
  if (!row) return refuse("unknown-affidavit");
  if (!row.deletable) return refuse("affidavit-used");
  tx.delete(affidavitTexts).where(eq(affidavitTexts.version, version)).run();
  record(tx, ctx, "deleted", { version: [version, null], fromDate: [row.fromDate, null], text: [row.text, null] });
  return ok("The text is deleted.");
}

const record = (tx: Transaction, ctx: ActorContext, what: string, changes: object) =>
  recordAudit(tx, ctx, { action: `affidavit.${what}`, subjectId: AFFIDAVIT_SUBJECT, detail: { changes } });

export type AffidavitText = ReturnType<typeof listTexts>[number];

function listTexts(db: Reader, today: string) {
  const rows = db
    .select({
      version: affidavitTexts.version,
      fromDate: affidavitTexts.fromDate,
      text: affidavitTexts.text,
      /** Counted to `MOST_COUNTED` and one more. */
      claims: sql<number>`(select count(*) from (select 1 from ${claims}
        where ${claims.affidavitVersion} = ${affidavitTexts.version} limit ${MOST_COUNTED + 1}))`,
    })
    .from(affidavitTexts)
    .orderBy(desc(affidavitTexts.fromDate))
    .all();
  const inForce = rows.find(({ fromDate }) => fromDate <= today);
  return rows.map((row) => ({
    ...row,
    state: row === inForce ? ("in-force" as const) : row.fromDate > today ? ("coming" as const) : ("past" as const),
    /** Nobody can have agreed to it yet. */
    changeable: row.fromDate > today && row.claims === 0,
    deletable: row !== inForce && row !== rows.at(-1) && row.claims === 0,
  }));
}
