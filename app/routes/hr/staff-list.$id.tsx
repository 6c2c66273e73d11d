import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { runStaffListForm, STAFF_LIST_SAID } from "~/hr/staff-lists/importing/staff-list-action.server";
import { staffListForm } from "~/hr/staff-lists/staff-list-form";
import { getStaffListPage } from "~/hr/staff-lists/staff-list-page.server";
import { staffListRefusalText } from "~/hr/staff-lists/staff-list-refusal";
import { isWorkedOn } from "~/hr/staff-lists/staff-list-state";
import { ApplyStaffList, EndMissing } from "~/hr/staff-lists/StaffListActions";
import { StaffListLines } from "~/hr/staff-lists/StaffListLines";
import { StaffListProgress } from "~/hr/staff-lists/StaffListProgress";
import { StaffListMeanings } from "~/hr/staff-lists/StaffListMeanings";
import { requireRole } from "~/people/roles/permission.server";
import { formatDateTime } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { useRefresh } from "~/ui/use-refresh";

export const meta = () => pageTitle("What the staff list changes");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  return data(getStaffListPage(ctx, params.id!, new URL(request.url).searchParams));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const form = await readForm(request, staffListForm);
  if (!form.ok) return form.reply;
  const done = once(ctx, "staff-list", form.once, () => runStaffListForm(ctx, params.id!, form.value));
  if (!done.ok) return form.refuse(staffListRefusalText(done));
  const { pathname, search } = new URL(request.url);
  const { intent } = form.value;
  const to = intent === "drop" ? "/hr/staff-list" : safePath(pathname + search, "/hr/staff-list");
  throw await redirectWithToast(to, STAFF_LIST_SAID[intent]);
}

/** The form that takes ticks of who is missing. */
const ENDS = "end-missing";

export default function StaffListPage() {
  const { list, organisation, meanings, undoUntil, timeZone, ...shown } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const { state, counts } = list;
  useRefresh(isWorkedOn(state) ? 1_000 : null);
  const isOpen = state === "planned";
  const intent = result?.initialValue?.intent;
  const isOwnForm = intent === "apply" || intent === ENDS || intent === "keep-missing";
  return (
    <Page
      title="What the staff list changes"
      lead={`${list.fileName}, for ${organisation.name}, read ${formatDateTime(list.readAt, timeZone)}.`}
      breadcrumbs={[{ label: "Staff list", to: `/hr/staff-list?organization=${organisation.id}` }]}
      width="wide"
    >
      {isOwnForm ? null : <Refused result={result} />}
      <StaffListProgress list={list} undoUntil={undoUntil === null ? null : formatDateTime(undoUntil, timeZone)} />
      {list.otherSheets.length > 0 ? (
        <p className="text-soft">
          Read: the sheet “{list.sheet}”. Not read: {list.otherSheets.join(", ")}.
        </p>
      ) : null}
      {meanings ? (
        <StaffListMeanings
          key={list.version}
          {...meanings}
          said={intent === "meanings" ? (result?.initialValue ?? null) : null}
        />
      ) : null}
      {isOpen && counts ? (
        <ApplyStaffList
          total={list.total}
          counts={counts}
          version={list.version}
          lastResult={intent === "apply" ? result : null}
        />
      ) : null}
      {counts && state !== "planning" && state !== "dropped" ? (
        <Section title="Line by line" description="As an editor or a spreadsheet counts them.">
          <StaffListLines {...shown} counts={counts} version={list.version} open={isOpen} form={ENDS}>
            {isOpen && shown.fate === "missing" && shown.total > 0 ? (
              <EndMissing
                form={ENDS}
                version={list.version}
                lastResult={isOwnForm && intent !== "apply" ? result : null}
              />
            ) : null}
          </StaffListLines>
        </Section>
      ) : null}
    </Page>
  );
}
