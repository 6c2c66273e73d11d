import { and, eq, inArray } from "drizzle-orm";
import { staffListLines, staffLists } from "#drizzle/schema/staff/staff-lists";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { RoleKind } from "~/people/roles/role";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { foldHead } from "~/registration/import/list-heads";
import { headsOf, planSoon, type StaffList } from "./plan-staff-list.server";
import { rememberColumns, saidTwice, STAFF_COLUMN_WORDS, type StaffColumn } from "~/hr/staff-lists/reading/staff-heads";
import { UNSAID } from "~/hr/staff-lists/staff-list-form";
import { getMyStaffList } from "~/hr/staff-lists/importing/staff-list.server";
import { getStaffListSettings, writeSettings } from "~/hr/staff-lists/staff-list-settings.server";
import type { StaffListRefusal } from "~/hr/staff-lists/staff-list-refusal";
import type { StaffDecisions } from "./staff-plan";

/** HR says what the columns and words of a list mean; the district's next lists are read so as well. */
export function saveMeanings(
  ctx: ScopedContext,
  input: {
    listId: string;
    columns: readonly StaffColumn[];
    words: readonly string[];
    meanings: readonly (RoleKind | typeof UNSAID)[];
  },
): Outcome<null, StaffListRefusal> {
  const twice = saidTwice(input.columns);
  if (twice) return refuse("column-twice", { what: STAFF_COLUMN_WORDS[twice] });
  return changePlan(ctx, input, (tx, list) => {
    const { columns, roles } = getStaffListSettings(tx, list.organisationId);
    const said = input.words.flatMap((word, index) => {
      const meaning = input.meanings[index];
      return meaning && meaning !== UNSAID ? [[foldHead(word), meaning] as const] : [];
    });
    writeSettings(tx, ctx, list.organisationId, {
      columns: rememberColumns(columns, headsOf(list), input.columns),
      roles: { ...roles, ...Object.fromEntries(said) },
    });
    return ok(list.decisions);
  });
}

/** HR says whose record a line means that is nearly somebody's, or that it is somebody else's. */
export function decideWho(
  ctx: ScopedContext,
  input: { listId: string; version: number; line: number; who: string },
): Outcome<null, StaffListRefusal> {
  return changePlan(ctx, input, (_tx, { decisions }) =>
    ok({ ...decisions, people: { ...decisions.people, [input.line]: input.who } }),
  );
}

/** HR says of people who are missing from a list on which day they left. */
export function endMissing(
  ctx: ScopedContext,
  input: { listId: string; version: number; affiliationIds: readonly string[]; toDate: string },
): Outcome<null, StaffListRefusal> {
  const { affiliationIds, toDate } = input;
  if (affiliationIds.length === 0) return refuse("nobody-ticked");
  return changePlan(ctx, input, (tx, list) => {
    const missing = listMissing(tx, list, affiliationIds);
    if (missing.length !== new Set(affiliationIds).size) return refuse("unknown-line");
    const late = missing.find(({ fromDate }) => fromDate > toDate);
    if (late) return refuse("before-start", late);
    const endings = Object.fromEntries(missing.map(({ affiliationId }) => [affiliationId, toDate]));
    return ok({ ...list.decisions, endings: { ...list.decisions.endings, ...endings } });
  });
}

/** HR takes back that people who are missing have left. */
export function keepMissing(
  ctx: ScopedContext,
  input: { listId: string; version: number; affiliationIds: readonly string[] },
): Outcome<null, StaffListRefusal> {
  if (input.affiliationIds.length === 0) return refuse("nobody-ticked");
  return changePlan(ctx, input, (_tx, { decisions }) => {
    const endings = Object.entries(decisions.endings).filter(([id]) => !input.affiliationIds.includes(id));
    return ok({ ...decisions, endings: Object.fromEntries(endings) });
  });
}

/** Missing ones as the plan shows them, at most as many as a page does. */
function listMissing(tx: Transaction, list: StaffList, affiliationIds: readonly string[]) {
  const chosen = and(
    eq(staffListLines.listId, list.id),
    eq(staffListLines.fate, "missing"),
    inArray(staffListLines.affiliationId, [...affiliationIds]),
  );
  return tx
    .select()
    .from(staffListLines)
    .where(chosen)
    .all()
    .map(({ affiliationId, name, before }) => ({
      affiliationId: affiliationId!,
      name,
      fromDate: String(before?.fromDate),
    }));
}

/** Changes what the plan of a list that waits rests on, and plans it anew; nothing where somebody did so meanwhile. */
function changePlan(
  ctx: ScopedContext,
  { listId, version }: { listId: string; version?: number },
  change: (tx: Transaction, list: StaffList) => Outcome<StaffDecisions, StaffListRefusal>,
): Outcome<null, StaffListRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const list = getMyStaffList(tx, ctx, listId);
    if (list.state !== "planned") return refuse("not-planned");
    if (version !== undefined && list.version !== version) return refuse("plan-changed");
    const changed = change(tx, list);
    if (!changed.ok) return changed;
    const decisions = changed.value;
    tx.update(staffLists).set({ decisions }).where(eq(staffLists.id, list.id)).run();
    planSoon(tx, ctx, { ...list, decisions });
    return ok(null);
  });
}
