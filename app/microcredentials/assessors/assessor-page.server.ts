import { asc, desc, eq, inArray, ne, and } from "drizzle-orm";
import { assessorScopeChanges } from "#drizzle/schema/microcredentials/assessors";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { persons } from "#drizzle/schema/people";
import { getProvider } from "~/catalog/providers/provider.server";
import { listScopedProviders } from "~/catalog/courses/course-desk.server";
import { isJudged } from "~/microcredentials/definitions/definition.server";
import { findAgreement } from "~/microcredentials/practice/agreement-page.server";
import { actorNameOf, staffNameOf } from "~/people/persons/name";
import { getPerson } from "~/people/persons/person.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Reader } from "~/platform/database/database.server";
import { byLetters } from "~/platform/database/letter-order.server";
import { notFound } from "~/platform/http/responses.server";
import { allOf } from "./assessor-form";
import { findScopedAssessor } from "./assessor.server";
import { ASSESSOR_STATE_LABELS, stepsFrom } from "./assessor-state";
import { allInWords } from "./assessor-words";

/**
 * An assessor of the actor's providers: what they judge, how far they agree in practice, what can be done, and what was.
 * @throws Response 404 for any other
 */
export function getAssessorPage(ctx: ScopedContext, scopeId: string) {
  const scope = findScopedAssessor(ctx.db, ctx, scopeId);
  if (!scope) throw notFound();
  const { state, personId, microcredentialId } = scope;
  const person = getPerson(ctx.db, personId);
  const provider = getProvider(ctx.db, scope.providerId);
  const single =
    microcredentialId === null
      ? null
      : ctx.db.select().from(microcredentials).where(eq(microcredentials.id, microcredentialId)).get();
  return {
    ...{ id: scopeId, state, microcredentialId },
    name: staffNameOf(person),
    scopeName: single?.title ?? allInWords(provider.shortName),
    timeZone: provider.timeZone,
    steps: stepsFrom(state),
    agreement: findAgreement(ctx.db, scope),
    history: listHistory(ctx.db, scopeId),
  };
}

function listHistory(db: Reader, scopeId: string) {
  return db
    .select({ change: assessorScopeChanges, actor: persons })
    .from(assessorScopeChanges)
    .leftJoin(persons, eq(persons.id, assessorScopeChanges.actorId))
    .where(eq(assessorScopeChanges.scopeId, scopeId))
    .orderBy(desc(assessorScopeChanges.id))
    .all()
    .map(({ change, actor }) => {
      const { id, at, fromState, toState, reason } = change;
      const what = fromState === toState ? "Not admitted yet" : ASSESSOR_STATE_LABELS[toState];
      const who = actorNameOf(actor);
      return { id, at, who, what: reason ? `${what}: ${reason}` : what };
    });
}

/** What an assessor can be named for: all of each of the actor's providers, and each that is not a draft. */
export function listScopeOptions(ctx: ScopedContext): { value: string; label: string }[] {
  const single = ctx.db
    .select({ value: microcredentials.id, label: microcredentials.title })
    .from(microcredentials)
    .where(and(inArray(microcredentials.providerId, ctx.scopeIds), ne(microcredentials.state, "draft"), isJudged))
    .orderBy(byLetters(microcredentials.title), asc(microcredentials.id))
    .all();
  const all = listScopedProviders(ctx).map(({ id, name }) => ({
    value: allOf(id),
    label: `${allInWords(name)}, also later ones`,
  }));
  return [...all, ...single];
}
