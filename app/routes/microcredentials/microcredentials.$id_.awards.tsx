import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { awardPageForm } from "~/microcredentials/awards/award-form";
import { listHolders } from "~/microcredentials/awards/award-holders.server";
import { changeAwardWithHours } from "~/desks/microcredentials/change-award.server";
import { AWARD_REFUSALS } from "~/microcredentials/awards/award.server";
import { HolderTable } from "~/microcredentials/awards/HolderTable";
import { getScopedMicrocredential } from "~/microcredentials/definitions/definition.server";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Awards");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { microcredential } = getScopedMicrocredential(ctx, param(params, "id"));
  return data({ microcredential, holders: listHolders(ctx, microcredential.id) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { microcredential } = getScopedMicrocredential(ctx, param(params, "id"));
  const form = await readForm(request, awardPageForm);
  if (!form.ok) return form.reply;
  const { intent: kind, ...change } = form.value;
  const outcome = once(ctx, "award", form.once, () => changeAwardWithHours(ctx, { kind, ...change }));
  if (!outcome.ok && outcome.reason === "unknown-award") throw notFound();
  if (!outcome.ok) return form.refuse(AWARD_REFUSALS[outcome.reason]);
  throw await redirectWithToast(
    `/coordinator/microcredentials/${microcredential.id}/awards`,
    `The award is ${kind}, and the person is told by mail.`,
  );
}

export default function Awards() {
  const { microcredential, holders } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Awards"
      lead={`Who was awarded ${microcredential.title}.`}
      breadcrumbs={[
        { label: "Micro-credentials", to: "/coordinator/microcredentials" },
        { label: microcredential.title, to: `/coordinator/microcredentials/${microcredential.id}` },
      ]}
    >
      <Refused result={useActionData<typeof action>()?.result} />
      <HolderTable holders={holders} />
    </Page>
  );
}
