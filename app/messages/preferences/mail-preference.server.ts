import { eq, inArray } from "drizzle-orm";
import { mailPreferences, unsubscribeKeys } from "#drizzle/schema/messages";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { type Database, inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { newSecret } from "~/platform/secrets/codes.server";
import { isOptional, type MailChoice, OPTIONAL_CATEGORIES, type OptionalCategory } from "./message-category";

/** What an unsubscribe link is for: one category, or everything that comes once a day. */
export type UnsubscribeScope = OptionalCategory | "digest";

/** What people chose, by person and category with a space between; what is absent comes at once. */
export function listWishes(db: Reader, personIds: readonly string[]): Map<string, MailChoice> {
  if (personIds.length === 0) return new Map();
  const rows = db
    .select()
    .from(mailPreferences)
    .where(inArray(mailPreferences.personId, [...personIds]))
    .all();
  return new Map(rows.map(({ personId, category, choice }) => [`${personId} ${category}`, choice]));
}

/** How a person wants the messages of every category that they may choose for. */
export function listChoices(db: Reader, personId: string): Record<OptionalCategory, MailChoice> {
  const rows = db.select().from(mailPreferences).where(eq(mailPreferences.personId, personId)).all();
  const chosen = (category: OptionalCategory) => rows.find((row) => row.category === category)?.choice ?? "at-once";
  return Object.fromEntries(OPTIONAL_CATEGORIES.map((category) => [category, chosen(category)])) as Record<
    OptionalCategory,
    MailChoice
  >;
}

/** The actor says how they want the messages of each category; one that is left out stays as it is. */
export function saveChoices(
  ctx: ActorContext,
  choices: { [Category in OptionalCategory]?: MailChoice | undefined },
): void {
  inTransaction(ctx.db, (tx) => {
    const before = listChoices(tx, ctx.actor.personId);
    for (const category of OPTIONAL_CATEGORIES) {
      const choice = choices[category];
      if (choice && choice !== before[category]) writeChoice(tx, ctx, ctx.actor.personId, category, choice);
    }
  });
}

/**
 * The secrets of people's unsubscribe links, by person and scope with a space between; the same in every message, made
 * with the first.
 */
export function unsubscribeKeysOf(
  db: Database,
  wanted: readonly { personId: string; scope: UnsubscribeScope }[],
  now: number,
): Map<string, string> {
  const list = () => {
    const personIds = wanted.map(({ personId }) => personId);
    const rows = db.select().from(unsubscribeKeys).where(inArray(unsubscribeKeys.personId, personIds)).all();
    return new Map(rows.map(({ personId, category, key }) => [`${personId} ${category}`, key]));
  };
  const known = list();
  const missing = wanted.filter(({ personId, scope }) => !known.has(`${personId} ${scope}`));
  if (missing.length === 0) return known;
  const rows = missing.map(({ personId, scope }) => ({ key: newSecret(), personId, category: scope, createdAt: now }));
  db.insert(unsubscribeKeys).values(rows).onConflictDoNothing().run();
  return list();
}

/** What an unsubscribe link switches off; null for a link that nobody was sent. */
export function findUnsubscribe(db: Reader, key: string): { personId: string; scope: UnsubscribeScope } | null {
  const row = db.select().from(unsubscribeKeys).where(eq(unsubscribeKeys.key, key)).get();
  if (!row) return null;
  const scope = (["digest", ...OPTIONAL_CATEGORIES] as const).find((each) => each === row.category);
  return scope ? { personId: row.personId, scope } : null;
}

/** RFC 8058: the link's POST switches the category off, whoever sends it; again changes nothing. */
export function unsubscribe(ctx: Context, key: string): Outcome<UnsubscribeScope, "unknown-link"> {
  return inTransaction(ctx.db, (tx) => {
    const found = findUnsubscribe(tx, key);
    if (!found) return refuse("unknown-link");
    const choices = listChoices(tx, found.personId);
    const ended = OPTIONAL_CATEGORIES.filter((category) =>
      found.scope === "digest"
        ? choices[category] === "daily"
        : category === found.scope && choices[category] !== "off",
    );
    for (const category of ended) writeChoice(tx, ctx, found.personId, category, "off");
    return ok(found.scope);
  });
}

/** The scope of the unsubscribe link in a message's header; null for a message that always arrives. */
export function unsubscribeScopeOf(category: string | undefined): UnsubscribeScope | null {
  if (category === "digest") return "digest";
  return OPTIONAL_CATEGORIES.find((each) => each === category && isOptional(each)) ?? null;
}

function writeChoice(
  tx: Transaction,
  ctx: Context,
  personId: string,
  category: OptionalCategory,
  choice: MailChoice,
): void {
  tx.insert(mailPreferences)
    .values({ personId, category, choice, updatedAt: ctx.now })
    .onConflictDoUpdate({
      target: [mailPreferences.personId, mailPreferences.category],
      set: { choice, updatedAt: ctx.now },
    })
    .run();
  recordAudit(tx, ctx, {
    action: "mail-preference.changed",
    subjectId: personId,
    personId,
    detail: { category, choice },
  });
}
