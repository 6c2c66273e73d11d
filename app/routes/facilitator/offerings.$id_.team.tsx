import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { HandOverForm, HelperForm, HelperList } from "~/desks/facilitator/TeamForms";
import { addHelper, getTeam, handOver, removeHelper, TEAM_REFUSALS } from "~/desks/facilitator/team.server";
import { teamForm } from "~/desks/facilitator/team-form";
import { requireActor } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Who teaches and helps");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(getTeam(await requireActor(request), param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const { offering } = getTeam(ctx, param(params, "id"));
  const form = await readForm(request, teamForm);
  if (!form.ok) return form.reply;
  const input = { ...form.value, offeringId: offering.id };
  const outcome = once(ctx, "team", form.once, () =>
    input.intent === "add"
      ? addHelper(ctx, input)
      : input.intent === "remove"
        ? removeHelper(ctx, input)
        : handOver(ctx, input),
  );
  if (!outcome.ok) {
    const { words, field } = TEAM_REFUSALS[outcome.reason];
    return form.refuse(words, field);
  }
  const said = {
    add: `${outcome.value} can take attendance now.`,
    remove: "They take attendance no more.",
    "hand-over": `${outcome.value} teaches now, and is told by mail.`,
  };
  // Whoever handed over or left may have nothing to do with it any more.
  const stays = findMyOffering(ctx.db, ctx, offering.id) !== null;
  throw await redirectWithToast(
    stays ? `/facilitator/offerings/${offering.id}/team` : "/facilitator",
    said[form.value.intent],
  );
}

export default function Team() {
  const { offering, title, canChange, mine, teachers, helpers } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const resultOf = (intent: string) => (result?.initialValue?.intent === intent ? result : null);
  return (
    <Page
      title="Who teaches and helps"
      lead={title}
      breadcrumbs={[
        { label: "My offerings", to: "/facilitator/offerings" },
        { label: "Attendance", to: `/facilitator/offerings/${offering.id}` },
      ]}
    >
      <Refused result={resultOf("remove")} />
      <Section title="Instructors">
        <ul className="grid gap-1">
          {teachers.map((teacher) => (
            <li key={teacher.id}>{[teacher.name, teacher.qualifications].filter(Boolean).join(", ")}</li>
          ))}
        </ul>
      </Section>
      <Section title="Helpers" description="They take attendance and write to people, as you do.">
        <HelperList helpers={helpers} />
        <HelperForm key={helpers.length} lastResult={resultOf("add")} />
      </Section>
      {canChange && teachers.length > 0 ? (
        <Section
          title="Hand over to a substitute"
          description="The substitute teaches and takes attendance instead. The record keeps whom the committee approved, and the coordinator is told."
        >
          <HandOverForm teachers={teachers} mine={mine} lastResult={resultOf("hand-over")} />
        </Section>
      ) : null}
    </Page>
  );
}
