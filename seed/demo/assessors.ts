import { desc, eq } from "drizzle-orm";
import { assessorScopes, practicePieces } from "#drizzle/schema/microcredentials/assessors";
import { submissions } from "#drizzle/schema/microcredentials/portfolios";
import { accounts } from "#drizzle/schema/people";
import type { Level } from "~/microcredentials/assessment/assessment";
import { changeAssessor, nameAssessor } from "~/microcredentials/assessors/assessor.server";
import { allOf } from "~/microcredentials/assessors/assessor-form";
import { chooseProposed } from "~/microcredentials/practice/choose-pieces.server";
import { getPiece, handInPractice, listMyPieces } from "~/microcredentials/practice/practise.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Transaction } from "~/platform/database/database.server";
import { must } from "./offerings";
import type { DemoPerson } from "./people";

interface Cast {
  /** The coordinator, or anybody with a role for the provider, so many days ago. */
  coordinator: (ago: number) => ScopedContext;
  scoped: (person: DemoPerson, ago: number) => ScopedContext;
  psesd: string;
}

/** Whoever wrote the rubrics judges before there is anything to practise on. */
export function insertFounders(
  tx: Transaction,
  coordinator: Cast["coordinator"],
  psesd: string,
  founders: DemoPerson[],
): DemoPerson[] {
  for (const founder of founders) {
    const [scopeId] = name(tx, coordinator(351), founder, [allOf(psesd)]);
    const reason = "Wrote the rubrics, and judged with us in the pilot.";
    must(changeAssessor(coordinator(350), { scopeId: scopeId!, step: "admit", shown: "invited", reason }));
  }
  return founders;
}

/** What new assessors practise on, as Hourbook proposes it. */
export function choosePractice(coordinator: ScopedContext, microcredentialIds: readonly string[]): void {
  for (const id of microcredentialIds) must(chooseProposed(coordinator, id));
}

/** The demo's assessor: named, practised on everything with one slip, and admitted. */
export function admitAssessor(tx: Transaction, { coordinator, scoped, psesd }: Cast, person: DemoPerson): void {
  const [scopeId] = name(tx, coordinator(117), person, [allOf(psesd)]);
  practise(tx, scoped(person, 112), 20, (piece, criterion) => piece === 1 && criterion === 0);
  const admitted = { scopeId: scopeId!, step: "admit" as const, shown: "calibrating", reason: "" };
  must(changeAssessor(coordinator(110), admitted));
}

/** A second assessor, who is being calibrated for the first and invited for the others: the two did not always agree. */
export function insertLearner(
  tx: Transaction,
  { coordinator, scoped }: Cast,
  person: DemoPerson,
  microcredentialIds: string[],
): void {
  name(tx, coordinator(6), person, microcredentialIds.slice(0, 1));
  practise(tx, scoped(person, 2), 4, (piece, criterion) => piece === 1 && criterion === 1);
  name(tx, coordinator(1), person, microcredentialIds.slice(1));
}

function name(tx: Transaction, ctx: ScopedContext, person: DemoPerson, scopes: string[]): string[] {
  const account = tx.select().from(accounts).where(eq(accounts.id, person.accountId)).get();
  must(nameAssessor(ctx, { email: account?.email ?? "", scopes }));
  return tx
    .select({ id: assessorScopes.id })
    .from(assessorScopes)
    .where(eq(assessorScopes.personId, person.personId))
    .orderBy(desc(assessorScopes.id))
    .all()
    .map(({ id }) => id);
}

/** Hands in as many pieces; what was decided, but where they slip. */
function practise(
  tx: Transaction,
  ctx: ScopedContext,
  most: number,
  slips: (piece: number, criterion: number) => boolean,
): void {
  listMyPieces(ctx)
    .slice(0, most)
    .forEach(({ id }, piece) => {
      const row = tx
        .select({ demonstrated: submissions.demonstrated })
        .from(practicePieces)
        .innerJoin(submissions, eq(submissions.id, practicePieces.submissionId))
        .where(eq(practicePieces.id, id))
        .get();
      const scores = getPiece(ctx, id).criteria.map(({ key }, criterion) => {
        const isThere = (row?.demonstrated?.includes(key) ?? false) !== slips(piece, criterion);
        const level: Level = isThere ? "demonstrated" : "not-yet";
        return { criterion: key, level };
      });
      must(handInPractice(ctx, id, scores));
    });
}
