import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { awardPageForm } from "~/microcredentials/awards/award-form";
import { changeAwardWithHours } from "~/desks/microcredentials/change-award.server";
import { AWARD_REFUSALS } from "~/microcredentials/awards/award.server";
import { HOLDER_CELLS } from "~/microcredentials/awards/holder-cells";
import { HOLDER_LIST } from "~/microcredentials/awards/holder-list";
import { holderSource } from "~/microcredentials/awards/holder-list.server";
import { getScopedMicrocredential } from "~/microcredentials/definitions/definition.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param, safePath } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { EmptyState, Page } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle(HOLDER_LIST.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { microcredential } = getScopedMicrocredential(ctx, param(params, "id"));
  return data({ microcredential, list: showList(ctx, request, holderSource(ctx, microcredential.id)) });
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
  const { pathname, search } = new URL(request.url);
  const back = safePath(pathname + search, `/coordinator/microcredentials/${microcredential.id}/awards`);
  throw await redirectWithToast(back, `The award is ${kind}, and the person is told by mail.`);
}

export default function Awards() {
  const { microcredential, list } = useLoaderData<typeof loader>();
  return (
    <Page
      title={HOLDER_LIST.title}
      lead={`Who was awarded ${microcredential.title}.`}
      breadcrumbs={[
        { label: "Micro-credentials", to: "/coordinator/microcredentials" },
        { label: microcredential.title, to: `/coordinator/microcredentials/${microcredential.id}` },
      ]}
      width="wide"
    >
      <Refused result={useActionData<typeof action>()?.result} />
      <WorkList
        shape={HOLDER_LIST}
        list={list}
        of={microcredential.id}
        cells={HOLDER_CELLS}
        empty={<EmptyState title="Nobody yet">Who is awarded it stands here.</EmptyState>}
      />
    </Page>
  );
}
