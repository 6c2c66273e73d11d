import { and, eq, inArray } from "drizzle-orm";
import { accounts, persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import { getPublishedFacts } from "~/catalog/offerings/offering-facts.server";
import { listInstructors } from "~/catalog/offerings/offering-parts.server";
import { findScopedOffering, type Offering } from "~/catalog/offerings/offering.server";
import { invitationTo } from "~/registration/staff/invite-again.server";
import { enterAndInvite } from "~/people/accounts/invitation.server";
import { displayNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { sha256 } from "~/platform/secrets/codes.server";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { withinFence } from "~/registration/seats/fence.server";
import type { ImportFate, ImportPlan, PlannedRow } from "./import-fate";
import type { ImportRefusal } from "./import-refusal";
import type { ImportRow, ReadList } from "./import-rows.server";
import { countSeats } from "~/registration/seats/registration-row.server";
import { enterDetails, planDetails } from "./import-details.server";
import { afterNewcomer, decideSeat } from "~/registration/seats/seats";
import { checkOpenToStaff } from "~/registration/staff/staff-registration.server";
import { LIVE_STATUSES } from "~/registration/seats/status";
import { enterOffering } from "~/registration/seats/enter-offering.server";

/**
 * A dry run: what would become of each line of a list of people. Nothing is changed; looking is audited, for an address
 * alone brings up the name of whoever has it (P5).
 */
export function planImport(
  ctx: ScopedContext,
  input: { offeringId: string; list: ReadList },
): Outcome<ImportPlan, ImportRefusal> {
  const offering = findScopedOffering(ctx.db, ctx, input.offeringId);
  if (!offering) return refuse("unknown-offering");
  const planned = plan(ctx.db, ctx, offering, input.list);
  if (!planned.ok) return planned;
  const { personIds, ...shown } = planned.value;
  recordReading(ctx, { action: "registrations.previewed", subjectId: offering.id, personIds });
  return ok(shown);
}

export interface ImportInput {
  offeringId: string;
  list: ReadList;
  /** Stands for the plan that was shown. */
  digest: string;
  reason: string;
  leaveOut?: boolean;
  /** Of a list that is carried out in parts: none of it, to decide whether it can be; or some lines that were fit then. */
  part?: "none" | "some";
}

/**
 * Registers everyone on a list, or nobody (R8), or everyone but the lines that cannot be taken where that was chosen: the
 * plan is made anew within the fence and must be the one that was shown. People who are not in Hourbook yet are entered and
 * invited. A long list is decided as a whole as well; its lines follow in parts, each by the seats that are there then.
 */
export function importPeople(ctx: ScopedContext, input: ImportInput): Outcome<ImportPlan, ImportRefusal> {
  return withinFence(ctx.db, (tx) => {
    const offering = findScopedOffering(tx, ctx, input.offeringId);
    if (!offering) return refuse("unknown-offering");
    const planned = plan(tx, ctx, offering, input.list);
    if (!planned.ok) return planned;
    const possible = input.part === "some" ? checkPart(planned.value) : checkWhole(planned.value, input);
    if (!possible.ok) return possible;
    if (input.part !== "none") carryOut(tx, ctx, offering, input, planned.value);
    const { personIds: _personIds, ...done } = planned.value;
    return ok(done);
  });
}

function checkWhole({ counts, digest }: ImportPlan, input: ImportInput): Outcome<null, ImportRefusal> {
  const { register, wait, already, bad: unfit } = counts;
  if (unfit > 0 && !input.leaveOut) return refuse("bad-rows", { count: unfit });
  if (register + wait + already === 0) return refuse("nobody-left");
  return digest === input.digest ? ok(null) : refuse("plan-changed");
}

function checkPart({ rows }: ImportPlan): Outcome<null, ImportRefusal> {
  const unfit = rows.find(({ fate }) => fate === "bad");
  if (!unfit) return ok(null);
  const { line, shown, reason } = unfit;
  return refuse("line-left", { line, shown, why: reason ?? "" });
}

/** The lines of a list that can be taken now, in their order; none where the actor cannot import. */
export function listFitLines(ctx: ScopedContext | null, { offeringId, list }: ImportInput): ReadList["lines"] {
  const offering = ctx && findScopedOffering(ctx.db, ctx, offeringId);
  const planned = offering ? plan(ctx.db, ctx, offering, list) : null;
  if (!planned?.ok) return [];
  return list.lines.filter((_line, index) => planned.value.rows[index]!.fate !== "bad");
}

function plan(
  db: Reader,
  ctx: ScopedContext,
  offering: Offering,
  { lines, beyond }: ReadList,
): Outcome<ImportPlan & { personIds: string[] }, ImportRefusal> {
  const possible = checkOpenToStaff(ctx, offering);
  if (!possible.ok) return possible;
  if (beyond > 0) return refuse("too-many-rows", { beyond });
  if (lines.length === 0) return refuse("empty-list");
  const known = findKnown(db, offering.id, lines);
  const entering = planDetails(db, lines, known.people);
  let counts = countSeats(db, offering);
  const seen = new Map<string, number>();
  const rows = lines.map((line): PlannedRow => {
    if ("reason" in line) return bad(line.line, line.text, null, line.reason);
    const person = known.people.get(line.email);
    const first = seen.get(line.email);
    seen.set(line.email, first ?? line.line);
    const shown = person ? displayNameOf(person) : `${line.first} ${line.last}`.trim();
    const problem = findProblem(line, { person, first, teaches: known.teachers.has(person?.id ?? "") });
    if (problem) return bad(line.line, shown, line.email, problem);
    const details = entering.get(line.line);
    if (details?.problem) return bad(line.line, shown, line.email, details.problem);
    const row = { line: line.line, shown, email: line.email, reason: null, adds: details?.adds ?? [] };
    if (person && known.live.has(person.id)) return { ...row, fate: "already", invited: false };
    const place = decideSeat(counts);
    if (place === "full") return bad(line.line, shown, line.email, "No seat and no position on the waitlist is left.");
    counts = afterNewcomer(counts);
    const oneName = !person && line.first === "";
    return { ...row, fate: place === "seat" ? "register" : "wait", invited: !person, ...(oneName ? { oneName } : {}) };
  });
  return ok({ ...summed(rows), personIds: [...known.people.values()].map(({ id }) => id) });
}

function summed(rows: PlannedRow[]): ImportPlan {
  const count = (fate: ImportFate) => rows.filter((row) => row.fate === fate).length;
  return {
    rows,
    counts: { register: count("register"), wait: count("wait"), already: count("already"), bad: count("bad") },
    invited: rows.filter(({ invited }) => invited).length,
    digest: sha256(JSON.stringify(rows)),
  };
}

function bad(line: number, shown: string, email: string | null, reason: string): PlannedRow {
  return { line, shown, email, fate: "bad", invited: false, adds: [], reason };
}

function findProblem(
  row: ImportRow,
  { person, first, teaches }: { person: unknown; first: number | undefined; teaches: boolean },
): string | null {
  if (first !== undefined) return `The same address stands on line ${first}.`;
  if (teaches) return "Teaches this offering.";
  if (!person && !row.last) return "Nobody has this address yet: add the first and the last name.";
  return null;
}

/** The numbers of the lines that cannot be taken; several people may stand on one. */
const leftOutOf = ({ rows }: ImportPlan): number[] => [
  ...new Set(rows.filter(({ fate }) => fate === "bad").map(({ line }) => line)),
];

/** Whom the lines mean, and how they stand to the offering; three statements for a list of any length. */
function findKnown(db: Reader, offeringId: string, lines: ReadList["lines"]) {
  const emails = lines.flatMap((line) => ("email" in line ? [line.email] : []));
  const people = [
    ...db
      .select()
      .from(persons)
      .where(inArray(persons.email, emails))
      .all()
      .flatMap((person) => (person.email ? [[person.email, person] as const] : [])),
    ...db
      .select({ email: accounts.email, person: persons })
      .from(accounts)
      .innerJoin(persons, eq(persons.id, accounts.personId))
      .where(inArray(accounts.email, emails))
      .all()
      .map(({ email, person }) => [email, person] as const),
  ];
  const live = db
    .select({ personId: registrations.personId })
    .from(registrations)
    .where(and(eq(registrations.offeringId, offeringId), inArray(registrations.status, [...LIVE_STATUSES])))
    .all();
  return {
    people: new Map(people),
    live: new Set(live.map(({ personId }) => personId)),
    teachers: new Set(listInstructors(db, offeringId).flatMap(({ personId }) => personId ?? [])),
  };
}

function carryOut(
  tx: Transaction,
  ctx: ScopedContext,
  offering: Offering,
  { list, reason }: { list: ReadList; reason: string },
  planned: ImportPlan,
): void {
  const lines = list.lines.flatMap((line, index) =>
    "email" in line ? [{ ...line, fate: planned.rows[index]!.fate }] : [],
  );
  const { people } = findKnown(tx, offering.id, lines);
  const facts = getPublishedFacts(tx, offering.id);
  const entering = planDetails(tx, lines, people);
  for (const line of lines) {
    const { fate } = line;
    if (fate === "bad") continue;
    const personId =
      people.get(line.email)?.id ??
      enterAndInvite(tx, ctx, {
        legalFirst: line.first,
        legalLast: line.last,
        email: line.email,
        ...invitationTo(facts),
      });
    enterDetails(tx, ctx, personId, entering.get(line.line));
    if (fate === "already") continue;
    const taken = enterOffering(tx, ctx, facts, { personId, reason });
    if (!taken.ok) throw new Error(`Line ${line.line} was planned to ${fate} and is ${taken.reason}.`);
  }
  recordAudit(tx, ctx, {
    action: "registrations.imported",
    subjectId: offering.id,
    detail: { ...planned.counts, invited: planned.invited, reason, leftOut: leftOutOf(planned) },
  });
}
