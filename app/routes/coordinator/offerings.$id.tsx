import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { getScopedOffering } from "~/catalog/courses/course-desk.server";
import { OfferingForm } from "~/catalog/offerings/OfferingForm";
import { offeringPageForm } from "~/catalog/offerings/offering-form";
import { findRowChange, ROW_FIELDS } from "~/catalog/offerings/offering-rows.server";
import { OfferingStatus } from "~/catalog/state-words";
import { runOfferingAction } from "~/desks/coordinator/offering-action.server";
import { readOfferingView } from "~/desks/coordinator/offering-page.server";
import { OFFERING_VIEWS, viewOf } from "~/desks/coordinator/offering-view";
import { OfferingOverview } from "~/desks/coordinator/OfferingOverview";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startAction } from "~/desks/started/started-action.server";
import { requireRole } from "~/people/roles/permission.server";
import { checkVersion, staleReply } from "~/platform/http/stale-form.server";
import { readBase, staleIn, writeBase } from "~/platform/http/stale-form";
import { findLastChange } from "~/people/persons/last-change.server";
import { toOfferingDraft } from "~/catalog/offerings/offering-input.server";
import { parseForm, readFields } from "~/platform/http/form.server";
import { plural, zoneLabel } from "~/platform/format";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { RegistrationTable } from "~/registration/staff/RegistrationTable";
import { seatsInWords } from "~/registration/seats/Seats";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { Notice, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { Tabs } from "~/ui/frame/Tabs";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.title ?? "Offering");

const VIEW_LABELS = { overview: "Overview", people: "People", edit: "Edit" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { offering, course } = getScopedOffering(ctx, param(params, "id"));
  const view = viewOf(request.url);
  return data({ offering, title: course.title, view, ...readOfferingView(ctx, offering, view) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { offering } = getScopedOffering(ctx, param(params, "id"));
  const fields = await readFields(request, offeringPageForm, ROW_FIELDS);
  const rows = findRowChange(fields);
  if (rows) return { rows, base: readBase(fields), result: null };
  const version =
    fields.get("intent") === "save"
      ? checkVersion(fields, toOfferingDraft(ctx.db, offering), () => findLastChange(ctx.db, offering.id))
      : { fields, stale: null };
  if (version.stale) return staleReply(fields, version.stale);
  const form = parseForm(version.fields, offeringPageForm);
  if (!form.ok) return form.reply;
  const view = viewOf(request.url);
  const back = view === "people" ? "?view=people" : "";
  if (form.value.intent === "save" || form.value.intent === "cancel") {
    const change = { offeringId: offering.id, form: form.value };
    const started = once(ctx, "offering", form.once, () =>
      startAction(ctx, "change-offering", change, { when: "told" }),
    );
    if (!started.ok) return form.refuse(started.words, started.field);
    throw await redirectStarted(started, `/coordinator/offerings/${offering.id}${back}`);
  }
  const wanted = form.value;
  const answer = once(ctx, "offering", form.once, () => runOfferingAction(ctx, offering.id, wanted));
  if (!answer.ok) return form.refuse(answer.words, answer.field);
  if (form.value.intent === "delete")
    throw await redirectWithToast(`/coordinator/courses/${offering.courseId}`, answer.said);
  throw await redirectWithToast(`/coordinator/offerings/${offering.id}${back}`, answer.said);
}

export default function CoordinatorOffering() {
  const { offering, title, view, overview, people, edit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const rows = answer && "rows" in answer ? answer.rows : null;
  const isPublic = offering.state === "published" || (offering.state === "cancelled" && offering.publishedAt !== null);
  return (
    <Page
      title={title}
      width={view === "people" ? "wide" : "normal"}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 text-base">
          <OfferingStatus state={offering.state} />
          {offering.inServiceNumber}
        </span>
      }
      breadcrumbs={[
        { label: "Offerings", to: "/coordinator" },
        { label: "Course", to: `/coordinator/courses/${offering.courseId}` },
      ]}
      actions={
        <>
          <LinkButton
            to={`/coordinator/offerings/new?course=${offering.courseId}&copy=${offering.id}`}
            variant="secondary"
          >
            Copy
          </LinkButton>
          <LinkButton to={`/facilitator/offerings/${offering.id}/materials`} variant="secondary">
            Materials
          </LinkButton>
          {isPublic ? (
            <LinkButton to={`/offerings/${offering.id}`} variant="secondary">
              See its public page
            </LinkButton>
          ) : null}
        </>
      }
    >
      <Tabs
        label="Views of this offering"
        tabs={OFFERING_VIEWS.filter((each) => each !== "edit" || offering.state !== "cancelled").map((each) => ({
          label: VIEW_LABELS[each],
          to: each === "overview" ? `/coordinator/offerings/${offering.id}` : `?view=${each}`,
          current: each === view,
        }))}
      />
      {overview ? <OfferingOverview offering={offering} overview={overview} lastResult={answer?.result} /> : null}
      {people ? (
        <Section
          title="People"
          description={offering.state === "published" ? seatsInWords(people.seats) : undefined}
          actions={
            <>
              {offering.state === "published" ? (
                <LinkButton to={`/coordinator/offerings/${offering.id}/register`} size="sm">
                  Register people
                </LinkButton>
              ) : null}
              <LinkButton to={`/facilitator/offerings/${offering.id}/message`} variant="secondary" size="sm">
                Write to people
              </LinkButton>
            </>
          }
        >
          <Refused result={answer?.result} />
          {people.uninvited > 0 && offering.state === "published" ? (
            <Notice
              tone="info"
              title={`${plural(people.uninvited, "person has", "people have")} no account yet`}
              action={
                <Form method="post">
                  <SubmitButton intent="invite-again" variant="secondary">
                    Invite them again
                  </SubmitButton>
                </Form>
              }
            >
              <p>They are registered all the same. With an account they can claim their hours.</p>
            </Notice>
          ) : null}
          <RegistrationTable
            rows={people.rows}
            others={people.others}
            seats={people.seats}
            timeZone={offering.timeZone}
          />
        </Section>
      ) : null}
      {edit && offering.state !== "cancelled" ? (
        <OfferingForm
          key={rows?.version}
          lastResult={answer?.result}
          draft={rows?.draft ?? edit.draft}
          base={(answer && "base" in answer ? answer.base : null) ?? writeBase(edit.draft)}
          stale={staleIn(answer)}
          focus={rows?.focus}
          hosts={edit.hosts}
          places={edit.places}
          barred={edit.barred}
          zone={zoneLabel(offering.timeZone)}
          isApproved={offering.state !== "draft"}
          submitLabel="Save the offering"
        />
      ) : null}
    </Page>
  );
}
