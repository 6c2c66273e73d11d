import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { assessorScopes } from "#drizzle/schema/microcredentials/assessors";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { accounts, persons } from "#drizzle/schema/people";
import { releaseHeldBy } from "~/microcredentials/assessment/release.server";
import { isJudged } from "~/microcredentials/definitions/definition.server";
import { countPractised } from "~/microcredentials/practice/practice-scores.server";
import { displayNameOf } from "~/people/persons/name";
import { endGrant, insertGrant } from "~/people/roles/grant.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { NAMED } from "~/people/persons/person-names.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { readChosen } from "./assessor-form";
import { tellAssessor } from "./assessor-message.server";
import { appendScopeChange, type AssessorScope, moveScope } from "./assessor-scope.server";
import { ASSESSOR_STEPS, type AssessorStep, stepsFrom } from "./assessor-state";
import type { AssessorRefusal } from "./refusal";

/** What somebody is to judge: a micro-credential, or with null all of a provider's. */
interface Wanted {
  providerId: string;
  microcredentialId: string | null;
}

/**
 * A coordinator names somebody with an account as an assessor: they get the role, are told by mail, and practise. What they were
 * named for before stays as it is; what they were stopped for begins anew.
 * @returns their name
 */
export function nameAssessor(
  ctx: ScopedContext,
  { email, scopes }: { email: string; scopes: readonly string[] },
): Outcome<string, AssessorRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const person = findWithAccount(tx, email);
    if (!person) return refuse("no-account");
    const wanted = readWanted(tx, ctx, scopes);
    if (!wanted) return refuse("unknown-microcredential");
    if (wanted.length === 0) return refuse("nothing-chosen");
    const named = wanted.filter((each) => invite(tx, ctx, person.id, each));
    return named.length === 0 ? refuse("named-already") : ok(displayNameOf(person));
  });
}

/** Admits an assessor, has them practise on, or stops them: as their page offers it, with the reason on record. */
export function changeAssessor(
  ctx: ScopedContext,
  { scopeId, step, shown, reason }: { scopeId: string; step: AssessorStep; shown: string; reason: string },
): Outcome<{ id: string }, AssessorRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const scope = findScopedAssessor(tx, ctx, scopeId);
    if (!scope) return refuse("unknown-assessor");
    if (scope.state !== shown || !stepsFrom(scope.state).includes(step)) return refuse("changed-meanwhile");
    if (step === "admit" && reason === "" && countPractised(tx, scope) === 0) return refuse("reason-missing");
    moveScope(tx, ctx, scope, ASSESSOR_STEPS[step], reason || null);
    if (step === "resume") insertGrant(tx, ctx, scope.personId, { role: "assessor", scopeId: scope.providerId });
    if (step === "recalibrate" || step === "stop") withdrawRight(tx, ctx, scope);
    record(tx, ctx, scope, step, reason);
    tellAssessor(tx, ctx, scope, { change: TOLD[step], reason: reason || null });
    return ok({ id: scopeId });
  });
}

/** An assessor of a provider that the actor coordinates; null for any other. */
export function findScopedAssessor(db: Reader, ctx: ScopedContext, scopeId: string): AssessorScope | null {
  const mine = and(eq(assessorScopes.id, scopeId), inArray(assessorScopes.providerId, ctx.scopeIds));
  return db.select().from(assessorScopes).where(mine).get() ?? null;
}

function findWithAccount(db: Reader, email: string) {
  return db
    .select({
      ...NAMED,
    })
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(and(eq(accounts.email, email), isNull(accounts.closedAt)))
    .get();
}

/** What was chosen, where all of it is the actor's; else null. */
function readWanted(tx: Transaction, ctx: ScopedContext, chosen: readonly string[]): Wanted[] | null {
  const { providerIds, microcredentialIds } = readChosen([...new Set(chosen)]);
  const mine = and(
    inArray(microcredentials.id, microcredentialIds),
    inArray(microcredentials.providerId, ctx.scopeIds),
    ne(microcredentials.state, "draft"),
    isJudged,
  );
  const single = tx
    .select({ providerId: microcredentials.providerId, microcredentialId: microcredentials.id })
    .from(microcredentials)
    .where(mine)
    .all();
  const isWhole = single.length === microcredentialIds.length;
  if (!isWhole || providerIds.some((id) => !ctx.scopeIds.includes(id))) return null;
  return [...providerIds.map((providerId) => ({ providerId, microcredentialId: null })), ...single];
}

/** Whether somebody was named anew for that. */
function invite(tx: Transaction, ctx: ScopedContext, personId: string, wanted: Wanted): boolean {
  const { providerId, microcredentialId } = wanted;
  const theirs = and(
    eq(assessorScopes.personId, personId),
    eq(assessorScopes.providerId, providerId),
    microcredentialId === null
      ? isNull(assessorScopes.microcredentialId)
      : eq(assessorScopes.microcredentialId, microcredentialId),
  );
  const before = tx.select().from(assessorScopes).where(theirs).get();
  if (before && before.state !== "stopped") return false;
  const scope = before ?? insertScope(tx, ctx, personId, wanted);
  if (before) moveScope(tx, ctx, before, "invited");
  insertGrant(tx, ctx, personId, { role: "assessor", scopeId: providerId });
  record(tx, ctx, scope, "invite", "");
  tellAssessor(tx, ctx, scope, { change: "invited", reason: null });
  return true;
}

function insertScope(tx: Transaction, ctx: ScopedContext, personId: string, wanted: Wanted): AssessorScope {
  const at = { createdAt: ctx.now, updatedAt: ctx.now };
  const scope: AssessorScope = { id: newId(), personId, ...wanted, state: "invited", ...at };
  tx.insert(assessorScopes).values(scope).run();
  appendScopeChange(tx, ctx, { scopeId: scope.id, fromState: null, toState: "invited", reason: null });
  return scope;
}

/** What they hold and may not judge any more is free for others; without anything left to judge, the role ends. */
function withdrawRight(tx: Transaction, ctx: ScopedContext, { personId, providerId }: AssessorScope): void {
  const theirs = and(eq(assessorScopes.personId, personId), eq(assessorScopes.providerId, providerId));
  const left = tx
    .select()
    .from(assessorScopes)
    .where(and(theirs, ne(assessorScopes.state, "stopped")))
    .all();
  const admitted = left.filter(({ state }) => state === "admitted").map(({ microcredentialId }) => microcredentialId);
  const all = tx
    .select({ id: microcredentials.id })
    .from(microcredentials)
    .where(eq(microcredentials.providerId, providerId))
    .all();
  const lost = admitted.includes(null) ? [] : all.map(({ id }) => id).filter((id) => !admitted.includes(id));
  releaseHeldBy(tx, ctx, personId, lost);
  if (left.length === 0) endGrant(tx, ctx, personId, { role: "assessor", scopeId: providerId });
}

const TOLD = {
  admit: "admitted",
  "not-yet": "not-yet",
  recalibrate: "calibrating",
  stop: "stopped",
  resume: "invited",
} as const satisfies Record<AssessorStep, string>;

const ACTIONS = {
  invite: "assessor.invited",
  admit: "assessor.admitted",
  "not-yet": "assessor.not-yet",
  recalibrate: "assessor.recalibrated",
  stop: "assessor.stopped",
  resume: "assessor.invited",
} as const;

function record(
  tx: Transaction,
  ctx: ScopedContext,
  { id, personId, providerId, microcredentialId }: AssessorScope,
  step: keyof typeof ACTIONS,
  reason: string,
): void {
  const detail = { providerId, microcredentialId, ...(reason && { reason }) };
  recordAudit(tx, ctx, { action: ACTIONS[step], subjectId: id, personId, detail });
}
