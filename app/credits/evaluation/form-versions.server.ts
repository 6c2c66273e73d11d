import { and, count, desc, eq, gte, isNotNull, lt, lte, sql } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { evaluationForms, evaluationResponses } from "#drizzle/schema/credits";
import { providers } from "#drizzle/schema/providers";
import { listChangeHistory } from "~/people/history/change-history.server";
import type { ChangeWords } from "~/people/history/change-words";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { formatPlainDate } from "~/platform/format";
import { isCurrent } from "~/platform/http/stale-form.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { startOfDate } from "~/platform/time/time-zone";
import { type PlanRefusal, toEvaluationDraft } from "./evaluation-form-plan";
import type { Question } from "./evaluation-summary";

interface Plan {
  providerId: string;
  fromDate: string;
  questions: Question[];
}

interface FormOf {
  providerId: string;
  formId: string;
  /** The provider's own day. */
  today: string;
}

const WORDS: ChangeWords = {
  actions: new Map([
    ["evaluation-form.planned", "Planned a form"],
    ["evaluation-form.changed", "Changed a form to come"],
    ["evaluation-form.deleted", "Deleted a form"],
  ]),
  fields: new Map([
    ["fromDate", "first day"],
    ["questions", "questions"],
  ]),
  value: (field, value) =>
    field === "fromDate"
      ? formatPlainDate(String(value))
      : (value as Question[]).map(({ text }) => `“${text}”`).join(", "),
};

/** The form of a provider in force on a day, if there is one. */
export function findFormOn(db: Reader, providerId: string, day: string) {
  return db
    .select()
    .from(evaluationForms)
    .where(and(eq(evaluationForms.providerId, providerId), lte(evaluationForms.fromDate, day)))
    .orderBy(desc(evaluationForms.fromDate))
    .limit(1)
    .get();
}

/** The forms of a provider, newest first, which of them nothing used, the one in force today, and what was done to them. */
export function listEvaluationForms(db: Reader, providerId: string, today: string) {
  const forms = listForms(db, providerId);
  return {
    forms: forms.map((form) => ({
      ...form,
      deletable: !isUsed(db, forms, form.id, today),
      changeable: isChangeable(form, today),
    })),
    current: findFormOn(db, providerId, today) ?? null,
    history: listChangeHistory(db, providerId, WORDS),
  };
}

/** The coordinator plans another form for offerings that end on a day to come or later (T6). */
export function planEvaluationForm(
  ctx: ScopedContext,
  { today, ...plan }: Plan & { today: string },
): Outcome<null, PlanRefusal> {
  const { providerId, fromDate } = plan;
  if (!ctx.scopeIds.includes(providerId)) return refuse("unknown-provider");
  if (fromDate <= today) return refuse("not-ahead");
  return inTransaction(ctx.db, (tx) => {
    if (findFormOn(tx, providerId, fromDate)?.fromDate === fromDate) return refuse("date-taken");
    insertEvaluationForm(tx, ctx, plan);
    return ok(null);
  });
}

/** A form that is not in force yet, for who coordinates its provider; null for any other. */
export function findChangeableForm(db: Reader, ctx: ScopedContext, { providerId, formId, today }: FormOf) {
  const form = ctx.scopeIds.includes(providerId) && listForms(db, providerId).find(({ id }) => id === formId);
  return form && isChangeable(form, today) ? form : null;
}

/** The coordinator changes a form that is not in force yet: from when it counts, and what it asks. */
export function changeEvaluationForm(
  ctx: ScopedContext,
  input: FormOf & { fromDate: string; questions: Question[]; base?: string | undefined },
): Outcome<null, PlanRefusal> {
  const { providerId, formId, today, fromDate, questions, base } = input;
  if (!ctx.scopeIds.includes(providerId)) return refuse("unknown-provider");
  if (fromDate <= today) return refuse("not-ahead");
  return inTransaction(ctx.db, (tx) => {
    const forms = listForms(tx, providerId);
    const form = forms.find(({ id }) => id === formId);
    if (!form) return refuse("unknown-form");
    if (!isChangeable(form, today)) return refuse("form-used");
    if (!isCurrent(base, toEvaluationDraft(form))) return refuse("changed-meanwhile");
    if (forms.some((other) => other.id !== formId && other.fromDate === fromDate)) return refuse("date-taken");
    tx.update(evaluationForms).set({ fromDate, questions }).where(eq(evaluationForms.id, formId)).run();
    const { fromDate: oldDate, questions: oldQuestions } = form;
    const changes = changesBetween({ fromDate: oldDate, questions: oldQuestions }, { fromDate, questions });
    recordAudit(tx, ctx, { action: "evaluation-form.changed", subjectId: providerId, detail: { changes } });
    return ok(null);
  });
}

/** The coordinator deletes a form that no offering and no answer rests on. */
export function deleteEvaluationForm(
  ctx: ScopedContext,
  { providerId, formId, today }: FormOf,
): Outcome<null, PlanRefusal> {
  if (!ctx.scopeIds.includes(providerId)) return refuse("unknown-provider");
  return inTransaction(ctx.db, (tx) => {
    const forms = listForms(tx, providerId);
    const form = forms.find(({ id }) => id === formId);
    if (!form) return refuse("unknown-form");
    if (isUsed(tx, forms, formId, today)) return refuse("form-used");
    tx.delete(evaluationForms).where(eq(evaluationForms.id, formId)).run();
    const changes = { fromDate: [form.fromDate, null], questions: [form.questions, null] };
    recordAudit(tx, ctx, { action: "evaluation-form.deleted", subjectId: providerId, detail: { changes } });
    return ok(null);
  });
}

/** Inserts a form of a provider. */
export function insertEvaluationForm(tx: Transaction, ctx: Context, plan: Plan): void {
  const { providerId, fromDate, questions } = plan;
  tx.insert(evaluationForms)
    .values({ id: newId(), ...plan })
    .run();
  const changes = { fromDate: [null, fromDate], questions: [null, questions] };
  recordAudit(tx, ctx, { action: "evaluation-form.planned", subjectId: providerId, detail: { changes } });
}

/** Takes away the forms of a provider that has no offerings. */
export function removeEvaluationForms(tx: Transaction, providerId: string): void {
  tx.delete(evaluationForms).where(eq(evaluationForms.providerId, providerId)).run();
}

function listForms(db: Reader, providerId: string) {
  return db
    .select({
      id: evaluationForms.id,
      providerId: evaluationForms.providerId,
      fromDate: evaluationForms.fromDate,
      questions: evaluationForms.questions,
      timeZone: providers.timeZone,
      answers: sql<number>`(select count(*) from ${evaluationResponses} where ${evaluationResponses.formId} = ${evaluationForms.id})`,
    })
    .from(evaluationForms)
    .innerJoin(providers, eq(providers.id, evaluationForms.providerId))
    .where(eq(evaluationForms.providerId, providerId))
    .orderBy(desc(evaluationForms.fromDate))
    .all();
}

const isChangeable = (
  { fromDate, answers }: Pick<ReturnType<typeof listForms>[number], "fromDate" | "answers">,
  today: string,
) => fromDate > today && answers === 0;

/** Whether a form has answers, or decides about an offering that ended; the first one always counts. */
function isUsed(db: Reader, forms: ReturnType<typeof listForms>, formId: string, today: string): boolean {
  const at = forms.findIndex(({ id }) => id === formId);
  const form = forms[at];
  if (!form || form.answers > 0 || at === forms.length - 1) return true;
  if (form.fromDate > today) return false;
  const next = forms[at - 1];
  const instant = (date: string) => startOfDate(date, form.timeZone);
  const ended = and(
    eq(offerings.providerId, form.providerId),
    isNotNull(offerings.inServiceNumber),
    gte(offerings.endsAt, instant(form.fromDate)),
    next ? lt(offerings.endsAt, instant(next.fromDate)) : undefined,
  );
  return countOf(db.select({ count: count() }).from(offerings).where(ended)) > 0;
}
