import { and, desc, eq, isNull } from "drizzle-orm";
import { assessments } from "#drizzle/schema/microcredentials/portfolios";
import { organisations, affiliations, accounts } from "#drizzle/schema/people";
import { scoreSubmission, takeSubmission } from "~/microcredentials/assessment/assess.server";
import { askSecond } from "~/microcredentials/assessment/second-request.server";
import { isWritten } from "~/microcredentials/definitions/definition";
import { findActiveVersion } from "~/microcredentials/definitions/definition.server";
import { sayHowJudged } from "~/microcredentials/feedback/feedback.server";
import { savePart } from "~/microcredentials/portfolios/part.server";
import { listSubmissions, readContent } from "~/microcredentials/portfolios/portfolio.server";
import { startPortfolio } from "~/microcredentials/portfolios/start.server";
import { abandonPortfolio, submitPortfolio } from "~/microcredentials/portfolios/submit.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Transaction } from "~/platform/database/database.server";
import { EVIDENCE } from "../microcredentials/evidence";
import { must } from "./offerings";
import type { DemoPeople, DemoPerson } from "./people";
import type { Plan } from "./portfolio-plan";

interface Room {
  people: DemoPeople;
  scoped: (person: DemoPerson, ago: number) => ScopedContext;
  coordinator: (ago: number) => ScopedContext;
  /** Ids of the micro-credentials. */
  ids: readonly string[];
  /** Who judged before the demo's assessor was admitted, and beside them. */
  founders: readonly DemoPerson[];
}

/** From so many days ago on, the demo's assessor judges, too. */
const ADMITTED = 109;
const SUGGESTIONS = ["The comments told me where to look.", "Tell us when somebody begins to read.", ""];

/** Portfolios, each worked on as far as its plan says. */
export class DemoPortfolios {
  #count = 0;

  constructor(
    private readonly tx: Transaction,
    private readonly room: Room,
  ) {}

  insert(plan: Plan, author: DemoPerson): void {
    const { state, ago, took = 6 } = plan;
    const number = this.#count++;
    const me = (at: number) => this.room.scoped(author, at);
    const microcredentialId = this.room.ids[plan.of] ?? "";
    const { id: portfolioId } = must(startPortfolio(me(ago + 9 + (number % 14)), microcredentialId));
    const keys = this.writtenParts(microcredentialId);
    this.write(portfolioId, me(ago + 1), keys, this.textsOf(author, number));
    if (state === "withdrawn") must(abandonPortfolio(me(ago), portfolioId));
    if (state === "draft" || state === "withdrawn") return;
    must(submitPortfolio(me(ago), { portfolioId, forPractice: number % 5 !== 4 }));
    if (state === "waiting") return;
    if (state === "asked") {
      const reason = "The first portfolio under the new rubric.";
      must(askSecond(this.room.coordinator(ago - 1), { submissionId: this.newest(portfolioId), reason }));
      return;
    }
    const judge = this.judgeOf(plan, number);
    if (state === "held" || state === "held-by-others") {
      this.take(portfolioId, judge(0.4 + (number % 3) * 0.7));
      return;
    }
    const decided = Math.max(1, ago - took);
    const isWhole = state === "awarded" || state === "second";
    this.judge(portfolioId, judge(decided + 1), judge(decided), isWhole ? 99 : 1, state === "second" ? 0 : 1);
    if (state === "second") return;
    this.say(portfolioId, me(decided - 0.5), number);
    if (state !== "again") return;
    const more = " Since then I have written down what they did: seven of them began without me.";
    this.write(
      portfolioId,
      me(decided - 12),
      keys,
      this.textsOf(author, number).map((text) => text + more),
    );
    must(submitPortfolio(me(decided - 13), { portfolioId, forPractice: true }));
    this.judge(portfolioId, judge(decided - 15), judge(decided - 16), 99, 1);
    this.say(portfolioId, me(decided - 17), number + 1);
  }

  /** The demo's assessor judges every other one since they were admitted; the founders judge the rest. */
  private judgeOf({ state, ago }: Plan, number: number): (at: number) => ScopedContext {
    const { people, founders, scoped } = this.room;
    const isTheirs = state === "held" || (state !== "held-by-others" && ago < ADMITTED && number % 2 === 0);
    const person = isTheirs ? people.account("assessor") : founders[number % founders.length]!;
    return (at) => scoped(person, at);
  }

  private newest(portfolioId: string): string {
    return listSubmissions(this.tx, portfolioId)[0]?.id ?? "";
  }

  private take(portfolioId: string, assessor: ScopedContext): string {
    const submissionId = this.newest(portfolioId);
    return must(takeSubmission(assessor, { submissionId, knowsNoConflict: true })).id;
  }

  /** Takes and scores: so many criteria are demonstrated, the rest are not yet. */
  private judge(portfolioId: string, taker: ScopedContext, scorer: ScopedContext, first: number, drawn: number): void {
    const assessmentId = this.take(portfolioId, taker);
    const asked = this.tx.select().from(assessments).where(eq(assessments.id, assessmentId)).get()?.criteria ?? [];
    const scores = asked.map((criterion, index) =>
      index < first
        ? { criterion, level: "demonstrated" as const, comment: "The second paragraph shows it clearly." }
        : {
            criterion,
            level: "not-yet" as const,
            comment: "Tell us what your students did, not only what you planned.",
          },
    );
    must(scoreSubmission(scorer, { assessmentId, scores, draw: () => drawn }));
  }

  /** Three of four say how they were judged. */
  private say(portfolioId: string, me: ScopedContext, number: number): void {
    if (number % 4 === 3) return;
    const suggestions = SUGGESTIONS[number % SUGGESTIONS.length] ?? "";
    const answers = {
      fair: 5 - (number % 3 === 2 ? 1 : 0),
      useful: 4 + (number % 2),
      inTime: 5 - (number % 4),
      suggestions,
    };
    must(sayHowJudged(me, { portfolioId, answers }));
  }

  private write(portfolioId: string, me: ScopedContext, keys: readonly string[], texts: readonly string[]): void {
    const { revisions } = readContent(this.tx, portfolioId);
    keys.forEach((key, index) => {
      const text = texts[index] ?? "";
      must(savePart(me, { portfolioId, key, text, links: [], revision: revisions[key] ?? 0 }));
    });
  }

  /** Keys of the parts that are written, in the order of the page. */
  private writtenParts(microcredentialId: string): string[] {
    const evidence = findActiveVersion(this.tx, microcredentialId)?.definition.evidence ?? [];
    return evidence.filter(({ kind }) => isWritten(kind)).map(({ key }) => key);
  }

  private textsOf(author: DemoPerson, number: number): string[] {
    const { email } = this.tx.select().from(accounts).where(eq(accounts.id, author.accountId)).get() ?? { email: "" };
    const place = this.tx
      .select({ name: organisations.name })
      .from(affiliations)
      .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
      .where(and(eq(affiliations.personId, author.personId), isNull(affiliations.toDate)))
      .orderBy(desc(affiliations.id))
      .get();
    const [first = ""] = author.name.split(" ");
    return (EVIDENCE[number % EVIDENCE.length] ?? []).map((text) =>
      text
        .replaceAll("{name}", first)
        .replaceAll("{place}", place?.name ?? "our school")
        .replaceAll("{email}", email),
    );
  }
}
