import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DecisionFields, type DecisionField } from "~/desks/coordinator/DecisionFields";
import { getProvider } from "~/catalog/providers/provider.server";
import { findActiveVersion, getScopedMicrocredential } from "~/microcredentials/definitions/definition.server";
import { HOURS_REFUSALS } from "~/microcredentials/hours/award-hours";
import { approveHours, declineHours, listHoursDecisions } from "~/microcredentials/hours/hours-decision.server";
import { hoursDecisionForm } from "~/microcredentials/hours/hours-form";
import { HoursDecisions } from "~/microcredentials/hours/HoursDecisions";
import { requireRole } from "~/people/roles/permission.server";
import { formatClockHours, formatHours } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { dateOf } from "~/platform/time/time-zone";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Clock hours");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { microcredential } = getScopedMicrocredential(ctx, param(params, "id"));
  const { timeZone } = getProvider(ctx.db, microcredential.providerId);
  const version = findActiveVersion(ctx.db, microcredential.id);
  return data({
    microcredential,
    timeZone,
    today: dateOf(ctx.now, timeZone),
    asked: microcredential.state === "published" ? (version?.definition.minutes ?? 0) : 0,
    decisions: listHoursDecisions(ctx.db, microcredential.id),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const microcredentialId = param(params, "id");
  getScopedMicrocredential(ctx, microcredentialId);
  const form = await readForm(request, hoursDecisionForm);
  if (!form.ok) return form.reply;
  const { value } = form;
  const back = `/coordinator/microcredentials/${microcredentialId}/hours`;
  const decision = { microcredentialId, committeeMetOn: value.committeeMetOn, note: value.note ?? undefined };
  if (value.intent === "decline") {
    const outcome = once(ctx, "hours", form.once, () => declineHours(ctx, decision));
    if (!outcome.ok) return form.refuse(HOURS_REFUSALS[outcome.reason]);
    throw await redirectWithToast(back, "The decision is recorded.");
  }
  const minutes = value.approvedHours;
  const outcome = once(ctx, "hours", form.once, () => approveHours(ctx, { ...decision, minutes }));
  if (!outcome.ok) return form.refuse(HOURS_REFUSALS[outcome.reason]);
  const hours = formatClockHours(outcome.value.minutes);
  throw await redirectWithToast(back, `${hours} are approved under ${outcome.value.inServiceNumber}.`);
}

export default function Hours() {
  const { microcredential, asked, today, decisions, timeZone } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.result;
  const [form, fields] = useServerForm<Record<DecisionField, string>>({
    id: "decision",
    lastResult,
    defaultValue: { committeeMetOn: today, approvedHours: formatHours(asked) },
  });
  return (
    <Page
      title="Clock hours"
      lead={`No rule turns ${microcredential.title} into clock hours. Its awards bring hours only if the committee approved them before.`}
      breadcrumbs={[
        { label: "Micro-credentials", to: "/coordinator/microcredentials" },
        { label: microcredential.title, to: `/coordinator/microcredentials/${microcredential.id}` },
      ]}
    >
      <Refused result={lastResult} />
      <HoursDecisions decisions={decisions} timeZone={timeZone} />
      {asked > 0 ? (
        <Section
          title="Record what the committee decided"
          description={`The published version asks for ${formatClockHours(asked)}. What was awarded already is not touched.`}
        >
          <FormFrame form={form} className="grid max-w-3xl gap-5">
            <DecisionFields fields={fields} today={today} approveIntent="approve" />
          </FormFrame>
        </Section>
      ) : (
        <Section
          title="Nothing to decide"
          description="No published version asks for clock hours. Say in a new version how many it asks for, and publish it."
        />
      )}
    </Page>
  );
}
