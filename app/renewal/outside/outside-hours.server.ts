import { and, desc, eq, ne } from "drizzle-orm";
import { providers } from "#drizzle/schema/providers";
import { outsideHours, trustedIssuers } from "#drizzle/schema/renewal/outside";
import { recordAudit } from "~/platform/audit/audit.server";
import { type Changes, changesBetween } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { keepFile, type ReceivedFile } from "~/platform/files/file-store.server";
import { safeFileName } from "~/platform/files/file-name";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { OUTSIDE_ACTIONS, toHistory } from "./outside-changes";
import { isChangeable, isRemovable, type OutsideInput, type OutsideRefusal } from "./outside-hours";

export type OutsideRow = typeof outsideHours.$inferSelect;

/** What proves it: a file that was received, under the name that it came with. */
export interface Evidence {
  file: ReceivedFile;
  name: string;
}

/** What somebody entered of themselves, without how far it was checked. */
export const toOutsideInput = (row: OutsideInput): OutsideInput => ({
  kind: row.kind,
  amount: row.amount,
  title: row.title,
  providerName: row.providerName,
  startedOn: row.startedOn,
  completedOn: row.completedOn,
  inPerson: row.inPerson,
  designations: row.designations,
});

const select = (db: Reader) =>
  db
    .select({ row: outsideHours, checker: providers.name, issuer: trustedIssuers })
    .from(outsideHours)
    .leftJoin(providers, eq(providers.id, outsideHours.providerId))
    .leftJoin(trustedIssuers, eq(trustedIssuers.id, outsideHours.issuerId));

const withWords = ({ row, checker, issuer }: ReturnType<ReturnType<typeof select>["all"]>[number]) => ({
  ...row,
  checker,
  issuer: issuer && { name: issuer.name, isTrusted: issuer.revokedAt === null },
});

/** Somebody's hours from elsewhere with who vouches for them, newest first. Asks nobody for permission. */
export const listOutsideHours = (db: Reader, personId: string) =>
  select(db)
    .where(eq(outsideHours.personId, personId))
    .orderBy(desc(outsideHours.completedOn), desc(outsideHours.id))
    .all()
    .map(withWords);

export type KnownOutside = ReturnType<typeof listOutsideHours>[number];

/** An entry of somebody; null for one of somebody else, or none. */
export function findMyOutside(db: Reader, personId: string, id: string): KnownOutside | null {
  const found = select(db)
    .where(and(eq(outsideHours.id, id), eq(outsideHours.personId, personId)))
    .get();
  return found ? withWords(found) : null;
}

/** The actor enters hours from elsewhere, by their own word. Returns the entry's id. */
export function enterOutside(
  ctx: ActorContext,
  input: OutsideInput,
  evidence: Evidence | null,
): Outcome<string, OutsideRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const refused = refuseInput(tx, ctx, input, null);
    if (refused) return refused;
    const { personId } = ctx.actor;
    const id = newId();
    const values = { ...toOutsideInput(input), ...keepEvidence(tx, ctx, evidence) };
    const row = { id, personId, ...values, state: "self-reported" as const, createdAt: ctx.now, updatedAt: ctx.now };
    tx.insert(outsideHours).values(row).run();
    const changes = Object.fromEntries(
      Object.entries(toHistory(values))
        .filter(([field, value]) => field !== "fileHash" && value !== false && !isEmptyList(value))
        .map(([field, value]) => [field, [null, value]]),
    ) as Changes;
    recordOutside(tx, ctx, OUTSIDE_ACTIONS.entered, { id, personId }, changes);
    return ok(id);
  });
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/** The actor corrects an entry; what was returned or taken back is by their own word again. */
export function changeOutside(
  ctx: ActorContext,
  id: string,
  input: OutsideInput,
  evidence: Evidence | null,
): Outcome<string, OutsideRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findMyOutside(tx, ctx.actor.personId, id);
    if (!before) return refuse("unknown-hours");
    if (!isChangeable(before.state, before.issuer)) return refuse("is-not-changeable");
    const refused = refuseInput(tx, ctx, input, id);
    if (refused) return refused;
    const values = { ...toOutsideInput(input), ...keepEvidence(tx, ctx, evidence) };
    const named = (row: OutsideInput, fileName: string | null) => ({ ...toHistory(toOutsideInput(row)), fileName });
    const changes = changesBetween(named(before, before.fileName), named(input, values.fileName ?? before.fileName));
    if (Object.keys(changes).length === 0 && !evidence) return ok(id);
    const standing = before.state === "sent" ? {} : BY_OWN_WORD;
    write(tx, ctx, id, { ...values, ...standing });
    recordOutside(tx, ctx, OUTSIDE_ACTIONS.changed, before, changes);
    return ok(id);
  });
}

/** How an entry stands that nobody else vouches for and that waits for nobody. */
export const BY_OWN_WORD = {
  state: "self-reported",
  providerId: null,
  sentAt: null,
  decidedAt: null,
  decidedBy: null,
  reason: null,
  issuerId: null,
  documentCode: null,
} as const;

/** The actor takes the evidence off an entry. */
export function removeOutsideFile(ctx: ActorContext, id: string): Outcome<string, OutsideRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findMyOutside(tx, ctx.actor.personId, id);
    if (!before) return refuse("unknown-hours");
    if (!isChangeable(before.state, before.issuer)) return refuse("is-not-changeable");
    if (before.fileName === null) return ok(id);
    write(tx, ctx, id, { fileHash: null, fileName: null });
    recordOutside(tx, ctx, OUTSIDE_ACTIONS.fileRemoved, before, { fileName: [before.fileName, null] });
    return ok(id);
  });
}

/** The actor takes an entry out that nobody has accepted. The audit log keeps what it said. */
export function removeOutside(ctx: ActorContext, id: string): Outcome<string, OutsideRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findMyOutside(tx, ctx.actor.personId, id);
    if (!before) return refuse("unknown-hours");
    if (!isRemovable(before.state)) return refuse("is-not-changeable");
    tx.delete(outsideHours).where(eq(outsideHours.id, id)).run();
    const { title, completedOn, fileName, howMuch } = toHistory(before);
    const gone = Object.entries({ title, howMuch, completedOn, fileName }).map(([field, value]) => [
      field,
      [value, null],
    ]);
    recordOutside(tx, ctx, OUTSIDE_ACTIONS.removed, before, Object.fromEntries(gone) as Changes);
    return ok(id);
  });
}

/** Writes columns of an entry; whoever looks at it elsewhere sees that it changed. */
export function write(tx: Transaction, ctx: ActorContext, id: string, values: Partial<OutsideRow>): void {
  tx.update(outsideHours)
    .set({ ...values, updatedAt: ctx.now })
    .where(eq(outsideHours.id, id))
    .run();
}

/** Notes in the audit log what was done to an entry. */
export function recordOutside(
  tx: Transaction,
  ctx: ActorContext,
  action: string,
  { id, personId }: Pick<OutsideRow, "id" | "personId">,
  changes: Changes = {},
): void {
  recordAudit(tx, ctx, { action, subjectId: id, personId, detail: { changes } });
}

function refuseInput(tx: Transaction, ctx: ActorContext, input: OutsideInput, id: string | null) {
  const { kind, title, completedOn } = input;
  if (completedOn > dateOf(ctx.now, REGION_TIME_ZONE)) return refuse("not-completed" as const);
  const same = and(
    eq(outsideHours.personId, ctx.actor.personId),
    eq(outsideHours.kind, kind),
    eq(outsideHours.title, title),
    eq(outsideHours.completedOn, completedOn),
    id === null ? undefined : ne(outsideHours.id, id),
  );
  return tx.select({ id: outsideHours.id }).from(outsideHours).where(same).get() && refuse("entered-twice" as const);
}

/** The columns of evidence that was added; none where nothing was. */
function keepEvidence(tx: Transaction, ctx: ActorContext, evidence: Evidence | null) {
  if (!evidence) return { fileHash: undefined, fileName: undefined };
  keepFile(tx, ctx, evidence.file);
  return { fileHash: evidence.file.sha256, fileName: safeFileName(evidence.name, evidence.file.extension) };
}
