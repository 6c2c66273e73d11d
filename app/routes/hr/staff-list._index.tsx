import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForeignStaffList } from "~/hr/staff-lists/reading/foreign-staff-list.server";
import { staffFileForm, staffListsForm } from "~/hr/staff-lists/staff-list-form";
import { getStaffLists } from "~/hr/staff-lists/staff-list-page.server";
import { staffListRefusalText } from "~/hr/staff-lists/staff-list-refusal";
import { takeStaffList } from "~/hr/staff-lists/importing/staff-list.server";
import { StaffLengths } from "~/hr/staff-lists/StaffLengths";
import { saveLengthsForm } from "~/hr/staff-lists/staff-lengths-action.server";
import { LISTS_PARAMETER, StaffListHistory } from "~/hr/staff-lists/StaffListHistory";
import { StaffListUpload } from "~/hr/staff-lists/StaffListUpload";
import { requireRole } from "~/people/roles/permission.server";
import { parseForm, readFields } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound } from "~/platform/http/responses.server";
import { staleIn } from "~/platform/http/stale-form";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { Notice, Page } from "~/ui/frame/Page";
import { asksForAll } from "~/ui/lists/show-all";
import { FilterBar, FilterSelect } from "~/ui/tables/filters";

export const meta = () => pageTitle("Staff list");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { searchParams } = new URL(request.url);
  return data(getStaffLists(ctx, searchParams.get("organization"), asksForAll(searchParams, LISTS_PARAMETER)));
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const fields = await readFields(request, staffListsForm);
  const posted = fields.get("organisationId");
  const organisationId = typeof posted === "string" ? posted : "";
  const here = `/hr/staff-list?organization=${encodeURIComponent(organisationId)}`;
  if (fields.get("intent") === "lengths") {
    const saved = saveLengthsForm(ctx, fields, organisationId);
    if (saved.reply) return saved.reply;
    throw await redirectWithToast(here, "Saved.");
  }
  const form = parseForm(fields, staffFileForm);
  if (!form.ok) return form.reply;
  if (!ctx.scopeIds.includes(form.value.organisationId)) throw notFound();
  const read = await readForeignStaffList(form.value.file);
  if (!read.ok) return form.refuse(read.words, "file", { status: 400 });
  const taken = once(ctx, "staff-list", form.once, () =>
    takeStaffList(ctx, { organisationId, fileName: form.value.file.name, table: read.table }),
  );
  if (!taken.ok) return form.refuse(staffListRefusalText(taken), "file");
  throw redirect(`/hr/staff-list/${taken.value.id}`);
}

export default function StaffLists() {
  const { organisations, organisation, lists, open, lengths, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const intent = answer?.result.initialValue?.intent;
  const isWaiting = open?.state === "planned" || open?.state === "planning";
  return (
    <Page
      title="Staff list"
      lead={`Who works for ${organisation.name}, from your HR system: new people, changes and ends at once, instead of one by one.`}
      width="wide"
    >
      {organisations.length > 1 ? (
        <FilterBar label="Whose staff">
          <FilterSelect
            name="organization"
            label="Organization"
            defaultValue={organisation.id}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FilterBar>
      ) : null}
      {open ? (
        <Notice
          tone="info"
          title={isWaiting ? `${open.fileName} waits for you` : `${open.fileName} is under way`}
          action={
            <LinkButton to={`/hr/staff-list/${open.id}`}>
              {isWaiting ? "See what would change" : "See how far it is"}
            </LinkButton>
          }
        />
      ) : null}
      {open && !isWaiting ? null : (
        <StaffListUpload
          key={organisation.id}
          organisationId={organisation.id}
          lastResult={intent === "lengths" ? null : answer?.result}
          replaces={isWaiting}
        />
      )}
      <StaffListHistory lists={lists} timeZone={timeZone} />
      <StaffLengths
        key={`lengths ${organisation.id}`}
        organisationId={organisation.id}
        lengths={lengths}
        lastResult={intent === "lengths" ? answer?.result : null}
        stale={intent === "lengths" ? staleIn(answer) : null}
      />
    </Page>
  );
}
