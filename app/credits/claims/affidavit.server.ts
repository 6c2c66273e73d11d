import { desc, eq, lte, sql } from "drizzle-orm";
import type { z } from "zod";
import { affidavitTexts, claims } from "#drizzle/schema/credits";
import { listChangeHistory } from "~/people/history/change-history.server";
import type { ChangeWords } from "~/people/history/change-words";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { formatPlainDate } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { type affidavitForm, nextVersion } from "./affidavit-form";

export type Affidavit = typeof affidavitTexts.$inferSelect;
export type AffidavitRefusal = "not-ahead" | "date-taken" | "unknown-affidavit" | "affidavit-used";

/** Each refusal in plain words, and the field that it is about. */
export const AFFIDAVIT_REFUSALS: Record<AffidavitRefusal, { words: string; field?: string }> = {
  "not-ahead": { words: "Choose a day to come: what was agreed to until then stays.", field: "fromDate" },
  "date-taken": { words: "Another text begins on that day already.", field: "fromDate" },
  "unknown-affidavit": { words: "This text does not exist any more." },
  "affidavit-used": { words: "This text is in force or was agreed to, so it stays on record." },
};

/** All texts are about one thing, and so is their history. */
const SUBJECT = "affidavit";

const WORDS: ChangeWords = {
  actions: new Map([
    ["affidavit.planned", "Planned a text"],
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
  return { today, texts: listTexts(ctx.db, today), history: listChangeHistory(ctx.db, SUBJECT, WORDS) };
}

/** An administrator plans another text from a day to come, or deletes one that nobody agreed to. Returns what to say. */
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
    if (texts.some((other) => other.fromDate === fromDate)) return refuse("date-taken");
    const row = {
      version: nextVersion(
        fromDate,
        texts.map(({ version }) => version),
      ),
      fromDate,
      text,
    };
    tx.insert(affidavitTexts).values(row).run();
    record(tx, ctx, "planned", { version: [null, row.version], fromDate: [null, fromDate], text: [null, text] });
    return ok(`The text counts from ${formatPlainDate(fromDate)}.`);
  });
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
  recordAudit(tx, ctx, { action: `affidavit.${what}`, subjectId: SUBJECT, detail: { changes } });

function listTexts(db: Reader, today: string) {
  const rows = db
    .select({
      version: affidavitTexts.version,
      fromDate: affidavitTexts.fromDate,
      text: affidavitTexts.text,
      claims: sql<number>`(select count(*) from ${claims} where ${claims.affidavitVersion} = ${affidavitTexts.version})`,
    })
    .from(affidavitTexts)
    .orderBy(desc(affidavitTexts.fromDate))
    .all();
  const inForce = rows.find(({ fromDate }) => fromDate <= today);
  return rows.map((row) => ({
    ...row,
    state: row === inForce ? ("in-force" as const) : row.fromDate > today ? ("coming" as const) : ("past" as const),
    deletable: row !== inForce && row !== rows.at(-1) && row.claims === 0,
  }));
}
