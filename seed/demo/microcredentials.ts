import { awards } from "#drizzle/schema/microcredentials/awards";
import { changeAward } from "~/microcredentials/awards/award.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Transaction } from "~/platform/database/database.server";
import { admitAssessor, choosePractice, insertFounders, insertLearner } from "./assessors";
import { claimHours, decideHours } from "./award-hours";
import { publishDefinitions } from "./definitions";
import { must } from "./offerings";
import type { DemoPeople, DemoPerson } from "./people";
import { EARLY, LATER, type Plan } from "./portfolio-plan";
import { DemoPortfolios } from "./portfolios";

const DAY = 86_400_000;

interface Stage {
  people: DemoPeople;
  psesd: string;
  now: number;
}

/** Micro-credentials with assessors who practised, and portfolios in every state, each made as somebody would make it. */
export function insertMicrocredentials(tx: Transaction, { people, psesd, now }: Stage): void {
  const scoped = (person: DemoPerson, ago: number): ScopedContext => ({
    ...people.acting(person, Math.round(now - ago * DAY)),
    scopeIds: [psesd],
  });
  const coordinator = (ago: number) => scoped(people.account("coordinator"), ago);
  const ids = publishDefinitions(tx, coordinator(360), psesd);
  decideHours(tx, coordinator(352), ids);
  // Whoever leads a school cannot read blindly what its teachers wrote.
  const teachers = people.educators.filter(({ roleKind }) => roleKind === "teacher");
  const founders = insertFounders(tx, coordinator, psesd, teachers.slice(150, 153));
  const portfolios = new DemoPortfolios(tx, { people, scoped, coordinator, ids, founders });
  const work = (plans: readonly Plan[], authors: readonly DemoPerson[]) =>
    plans.forEach((plan, index) => portfolios.insert(plan, authors[index]!));
  work(EARLY, teachers.slice(160));
  choosePractice(coordinator(118), ids.slice(0, 2));
  admitAssessor(tx, { coordinator, scoped, psesd }, people.account("assessor"));
  work(LATER, teachers.slice(160 + EARLY.length));
  const mine: Plan[] = [
    { state: "not-yet", ago: 20, of: 3 },
    { state: "draft", ago: 4, of: 6 },
    { state: "awarded", ago: 12, of: 0 },
    // It holds for a year, which is over in some weeks.
    { state: "awarded", ago: 332, of: 4, took: 8 },
  ];
  for (const plan of mine) portfolios.insert(plan, people.account("educator"));
  insertLearner(tx, { coordinator, scoped, psesd }, people.account("assessor-new"), ids.slice(0, 2));
  const [first] = tx.select().from(awards).limit(1).all();
  const reason = "The evidence was another teacher’s work.";
  if (first) must(changeAward(coordinator(1), { awardId: first.id, kind: "revoked", reason }));
  claimHours(tx, { people, psesd, now });
}
