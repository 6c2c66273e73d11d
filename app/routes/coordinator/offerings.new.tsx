import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getScopedCourse } from "~/catalog/courses/course-desk.server";
import { copyDraft } from "~/catalog/offerings/copy-draft";
import { dateOf } from "~/platform/time/time-zone";
import { OfferingForm } from "~/catalog/offerings/OfferingForm";
import { offeringForm } from "~/catalog/offerings/offering-form";
import {
  barredOf,
  newOfferingDraft,
  toOfferingDraft,
  toOfferingInput,
  UNKNOWN_INSTRUCTOR,
} from "~/catalog/offerings/offering-input.server";
import { findRowChange, ROW_FIELDS } from "~/catalog/offerings/offering-rows.server";
import { createOffering, findScopedOffering } from "~/catalog/offerings/offering.server";
import { listProposedInstructors } from "~/catalog/instructors/instructor-entry.server";
import { listProposedPlaces } from "~/catalog/places/place.server";
import { catalogRefusalText } from "~/catalog/refusal";
import { beginWith } from "~/catalog/templates/offering-template";
import { TemplateChoice } from "~/catalog/templates/TemplateChoice";
import { findOfferingTemplate, findTemplateOriginal, listTemplates } from "~/catalog/templates/template.server";
import { listOrganisationOptions } from "~/people/organisations/organisation.server";
import { requireRole, type ScopedContext } from "~/people/roles/permission.server";
import { parseForm, readFields } from "~/platform/http/form.server";
import { plural, zoneLabel } from "~/platform/format";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Notice, Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("New offering");

const courseIdOf = (request: Request) => new URL(request.url).searchParams.get("course") ?? "";

const copyOf = (request: Request) => new URL(request.url).searchParams.get("copy") ?? undefined;

const templateOf = (request: Request) => new URL(request.url).searchParams.get("template") ?? "";

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { course, provider } = getScopedCourse(ctx, courseIdOf(request));
  return data({
    course: { id: course.id, title: course.title },
    ...readDraft(ctx, request, course.id, provider.timeZone),
    templates: listTemplates(ctx, "offering", provider.id).map(({ id, name }) => ({ id, name })),
    hosts: listOrganisationOptions(ctx.db),
    places: listProposedPlaces(ctx.db),
    instructors: listProposedInstructors(ctx.db, provider.id),
    barred: barredOf(ctx.db, ctx.now, { providerId: provider.id, startsAt: null, timeZone: provider.timeZone }),
    zone: zoneLabel(provider.timeZone),
  });
}

/** The draft to begin with: an empty one, a template of the provider, or a copy of an offering of the same course. */
function readDraft(ctx: ScopedContext, request: Request, courseId: string, timeZone: string) {
  const template = findOfferingTemplate(ctx.db, ctx, templateOf(request));
  if (template) {
    const draft = beginWith(template, newOfferingDraft(ctx.db, courseId), dateOf(ctx.now, timeZone));
    return { draft, weeks: null };
  }
  const copied = copyOf(request);
  const original = copied ? findScopedOffering(ctx.db, ctx, copied) : null;
  if (original?.courseId !== courseId) return { draft: newOfferingDraft(ctx.db, courseId), weeks: null };
  return copyDraft(toOfferingDraft(ctx.db, original), dateOf(ctx.now, timeZone));
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { course, provider } = getScopedCourse(ctx, courseIdOf(request));
  const fields = await readFields(request, offeringForm, ROW_FIELDS);
  const rows = findRowChange(fields);
  if (rows) return { rows, result: null };
  const form = parseForm(fields, offeringForm);
  if (!form.ok) return form.reply;
  const input = toOfferingInput(ctx.db, form.value, { providerId: provider.id, timeZone: provider.timeZone });
  if (!input.ok) return form.refuse(UNKNOWN_INSTRUCTOR, `instructors[${input.detail.row}].email`);
  const outcome = once(ctx, "offering", form.once, () =>
    createOffering(ctx, {
      ...input.value,
      courseId: course.id,
      copyOf: copyOf(request),
      stepsOf: findTemplateOriginal(ctx.db, ctx, templateOf(request)),
    }),
  );
  if (!outcome.ok) return form.refuse(catalogRefusalText(outcome));
  throw await redirectWithToast(
    `/coordinator/offerings/${outcome.value.id}`,
    "The offering is drafted. The committee approves it next.",
  );
}

export default function NewOffering() {
  const { course, draft, weeks, templates, hosts, places, instructors, barred, zone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const rows = answer && "rows" in answer ? answer.rows : null;
  return (
    <Page
      title="New offering"
      lead={course.title}
      breadcrumbs={[
        { label: "Courses", to: "/coordinator/courses" },
        { label: course.title, to: `/coordinator/courses/${course.id}` },
      ]}
    >
      <TemplateChoice templates={templates} hrefOf={(id) => `?course=${course.id}&template=${id}`} />
      {weeks === null ? null : (
        <Notice tone="info" title="A copy">
          <p>
            {weeks > 0 ? `Dates are moved by ${plural(weeks, "week")}, on the same weekdays. ` : ""}Everything else is
            as it was, materials and steps included. Nothing is saved yet.
          </p>
        </Notice>
      )}
      <OfferingForm
        key={rows?.version}
        lastResult={answer?.result}
        draft={rows?.draft ?? draft}
        focus={rows?.focus}
        hosts={hosts}
        places={places}
        instructors={instructors}
        barred={barred}
        zone={zone}
        submitLabel="Save as a draft"
      />
    </Page>
  );
}
