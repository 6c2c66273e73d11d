import { DOCUMENT_REFUSALS } from "~/documents/issuing/refusal";
import type { ActorContext } from "~/platform/context";
import { type FormReply, parseForm } from "~/platform/http/form.server";
import { saveVersioned, type staleReply } from "~/platform/http/stale-form.server";
import { PLAN_REFUSALS, refusedPlanField } from "./growth-plan";
import { planPageForm, savePlanForm } from "./growth-plan-form";
import { savePlan } from "./growth-plan.server";
import { issueGrowthPlan } from "./plan-document.server";
import { changePlan, planVersion } from "./plan-page.server";

type Done = { reply: FormReply | ReturnType<typeof staleReply> } | { reply: null; to: string; said: string };

const SAID = {
  "add-file": "The file is added.",
  "remove-file": "The file is removed.",
  "send-plan": "Sent. Your reviewer gets a link by mail.",
  "withdraw-plan": "Taken back.",
  "remove-plan": "Thrown away.",
};

/** Saves what a plan's form holds, posted by its button or by itself. */
export function savePlanFields(ctx: ActorContext, id: string, fields: FormData): Done {
  const saved = saveVersioned(
    ctx,
    fields,
    savePlanForm,
    (tx) => planVersion(tx, ctx, id, fields.get("intent")),
    (value) => savePlan(ctx, id, value),
  );
  if (saved.reply) return { reply: saved.reply };
  const { form, answer: outcome } = saved;
  if (!outcome.ok) return { reply: form.refuse(PLAN_REFUSALS[outcome.reason], refusedPlanField(outcome.reason)) };
  return { reply: null, to: `/certificate/growth-plans/${id}`, said: "Saved." };
}

/** Carries out what the page of a plan posted; what to answer, or where to go on and what to say. */
export async function carryOutPlan(ctx: ActorContext, id: string, fields: FormData): Promise<Done> {
  if (fields.get("intent") === "save-plan") return savePlanFields(ctx, id, fields);
  const form = parseForm(fields, planPageForm);
  if (!form.ok) return { reply: form.reply };
  const { value } = form;
  const here = `/certificate/growth-plans/${id}`;
  if (value.intent === "save-plan") return savePlanFields(ctx, id, fields);
  if (value.intent === "make-document") {
    const made = await issueGrowthPlan(ctx, id);
    return made.ok
      ? { reply: null, to: here, said: "The PDF is made." }
      : { reply: form.refuse(DOCUMENT_REFUSALS[made.reason]) };
  }
  const outcome = await changePlan(ctx, id, value, form.once);
  if (outcome.ok)
    return {
      reply: null,
      to: value.intent === "remove-plan" ? "/certificate/growth-plans" : here,
      said: SAID[value.intent],
    };
  const missing = outcome.detail.missing ? ` Still missing: ${outcome.detail.missing}.` : "";
  return { reply: form.refuse(`${PLAN_REFUSALS[outcome.reason]}${missing}`, refusedPlanField(outcome.reason)) };
}
