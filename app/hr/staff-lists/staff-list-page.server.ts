import { and, asc, count, desc, eq, inArray } from "drizzle-orm";
import { affiliations, persons } from "#drizzle/schema/people";
import { staffListLines, staffLists } from "#drizzle/schema/staff/staff-lists";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { displayNameOf, sortNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { chooseOrganisation, listMyOrganisations } from "~/hr/hr-scope.server";
import { readingOf, type StaffList } from "~/hr/staff-lists/planning/plan-staff-list.server";
import { findOpenStaffList, getMyStaffList, undoableUntil } from "~/hr/staff-lists/importing/staff-list.server";
import { getStaffListSettings } from "./staff-list-settings.server";
import { STAFF_FATES, type StaffFate } from "./staff-list-state";

const PAGE_SIZE = 50;
/** Lists that the page shows: at first, and at most. */
const NEWEST = 20;
const MOST_SHOWN = 1_000;

/**
 * Everything of one district's staff lists: the one that waits or is under way, earlier ones, and its settings.
 * @param all more of the earlier ones than the newest twenty
 * @throws Response 404 for anybody else's district
 */
export function getStaffLists(ctx: ScopedContext, wanted: string | null, all = false) {
  const organisations = listMyOrganisations(ctx);
  const organisation = chooseOrganisation(organisations, wanted);
  const theirs = eq(staffLists.organisationId, organisation.id);
  const rows = ctx.db
    .select({ list: staffLists, person: persons })
    .from(staffLists)
    .innerJoin(persons, eq(persons.id, staffLists.readBy))
    .where(theirs)
    .orderBy(desc(staffLists.readAt), desc(staffLists.id))
    .limit(all ? MOST_SHOWN : NEWEST)
    .all()
    .map(({ list, person }) => ({ ...shownOf(list), readBy: displayNameOf(person) }));
  const total = countOf(ctx.db.select({ count: count() }).from(staffLists).where(theirs));
  const open = findOpenStaffList(ctx.db, organisation.id);
  const { employeeIdLength, schoolCodeLength } = getStaffListSettings(ctx.db, organisation.id);
  const { timeZone } = getHomeProvider(ctx.db);
  return {
    organisations,
    organisation,
    lists: { rows, total },
    open: open && { id: open.id, fileName: open.fileName, state: open.state },
    lengths: { employeeIdLength, schoolCodeLength },
    timeZone,
  };
}

const shownOf = ({ id, state, fileName, readAt, finishedAt, counts, answer, total, done, version }: StaffList) => ({
  id,
  state,
  fileName,
  readAt,
  finishedAt,
  counts,
  answer,
  total,
  done,
  version,
});

/**
 * One list with a page of its lines, by what becomes of them. Looking is audited with whom it named (P5).
 * @throws Response 404 for anybody else's list
 */
export function getStaffListPage(ctx: ScopedContext, listId: string, search: URLSearchParams) {
  const list = getMyStaffList(ctx.db, ctx, listId);
  const organisation = chooseOrganisation(listMyOrganisations(ctx), list.organisationId);
  const fate = fateOf(list, search.get("show"));
  const page = Math.max(1, Number(search.get("page")) || 1);
  const some = and(eq(staffListLines.listId, list.id), eq(staffListLines.fate, fate));
  const lines = ctx.db
    .select()
    .from(staffListLines)
    .where(some)
    .orderBy(asc(staffListLines.position))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .all();
  const total = countOf(ctx.db.select({ count: count() }).from(staffListLines).where(some));
  const candidates = listCandidates(
    ctx.db,
    list,
    lines.flatMap((line) => line.candidates),
  );
  const named = [...lines.flatMap(({ personId }) => personId ?? []), ...candidates.map(({ id }) => id)];
  recordReading(ctx, { action: "hr.staff-list-read", subjectId: list.id, personIds: named });
  return {
    list: { ...shownOf(list), sheet: list.facts.sheet, otherSheets: list.facts.otherSheets },
    organisation,
    fate,
    page,
    total,
    candidates,
    lines: lines.map(({ before: _before, after: _after, newPerson, ...line }) => ({
      ...line,
      isNewPerson: newPerson !== null,
      since: typeof _before?.fromDate === "string" ? _before.fromDate : null,
    })),
    meanings: list.state === "planned" ? meaningsOf(ctx.db, list) : null,
    undoUntil: undoUntil(ctx, list),
    timeZone: getHomeProvider(ctx.db).timeZone,
  };
}

function undoUntil(ctx: ScopedContext, list: StaffList): number | null {
  const until = undoableUntil(ctx.db, list);
  return until !== null && until >= ctx.now ? until : null;
}

/** What was asked for, else what needs somebody first. */
function fateOf({ counts }: StaffList, wanted: string | null): StaffFate {
  const asked = STAFF_FATES.find((fate) => fate === wanted);
  const urgent = (["bad", "conflict", "duplicate", "changed", "new", "missing"] as const).find(
    (fate) => counts?.[fate],
  );
  return asked ?? urgent ?? "matched";
}

/** How the columns were read, and the words for what people do that nobody knows yet. */
function meaningsOf(db: Reader, list: StaffList) {
  const { columns } = readingOf(db, list);
  return { columns: list.facts.columns.map((each, index) => ({ ...each, as: columns[index]! })), words: list.words };
}

/** Whom lines may mean, as this district knows them, to be held beside them. */
function listCandidates(db: Reader, { organisationId }: StaffList, personIds: readonly string[]) {
  const ids = [...new Set(personIds)];
  return db
    .select({ person: persons, entry: affiliations })
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(and(eq(affiliations.organisationId, organisationId), inArray(affiliations.personId, ids)))
    .orderBy(desc(affiliations.fromDate))
    .all()
    .filter(({ person }, index, all) => all.findIndex((each) => each.person.id === person.id) === index)
    .map(({ person, entry: { employeeId, building, roleKind, fromDate, toDate } }) => ({
      id: person.id,
      name: sortNameOf(person),
      employeeId,
      building,
      roleKind,
      fromDate,
      toDate,
    }));
}
