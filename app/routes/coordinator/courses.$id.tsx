import type { z } from "zod";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countApprovedOfferings } from "~/catalog/approval/approved-plan.server";
import { updateCourse } from "~/catalog/approval/update-course.server";
import { CourseForm } from "~/catalog/courses/CourseForm";
import { archiveCourse, publishCourse } from "~/catalog/courses/course.server";
import { getScopedCourse } from "~/catalog/courses/course-desk.server";
import { deleteCourse } from "~/catalog/courses/delete-course.server";
import { coursePageForm } from "~/catalog/courses/course-form";
import { listPrerequisiteOptions } from "~/catalog/courses/prerequisite.server";
import { listAreaOptions } from "~/catalog/areas/program-area.server";
import { listAudienceOptions } from "~/catalog/audiences/audience.server";
import { catalogRefusalText } from "~/catalog/refusal";
import { CourseStatus } from "~/catalog/state-words";
import { requireRole, type ScopedContext } from "~/people/roles/permission.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { checkVersion, staleReply } from "~/platform/http/stale-form.server";
import { findLastChange } from "~/people/persons/last-change.server";
import { toCourseDraft } from "~/catalog/courses/course-draft.server";
import { parseForm, readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { listOfferingsOfCourse } from "~/desks/coordinator/offering-list.server";
import { CourseActions, CourseQuestions } from "~/desks/coordinator/CourseActions";
import { OfferingTable } from "~/desks/coordinator/OfferingTable";
import { LinkButton } from "~/ui/Button";
import { Page, Section } from "~/ui/frame/Page";
import { HowMany } from "~/ui/lists/HowMany";
import { asksForAll } from "~/ui/lists/show-all";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.course.title ?? "Course");

const SAID = {
  save: "Saved.",
  publish: "The course is in the catalog.",
  archive: "The course is archived.",
  delete: "The draft is deleted.",
};

/** With the value "all", the page shows more offerings of the course than the newest. */
const OFFERINGS = "offerings";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const found = getScopedCourse(ctx, param(params, "id"));
  const all = asksForAll(new URL(request.url).searchParams, OFFERINGS);
  return data({
    ...found,
    draft: toCourseDraft(ctx.db, found.course),
    approved: countApprovedOfferings(ctx.db, ctx.now, found.course),
    areas: listAreaOptions(ctx.db, found.course.programArea),
    audienceOptions: listAudienceOptions(ctx.db, found.audiences),
    courses: listPrerequisiteOptions(ctx.db, found.course.providerId, found.course.id),
    offerings: listOfferingsOfCourse(ctx, found.course.id, all),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const courseId = param(params, "id");
  const fields = await readFields(request, coursePageForm);
  const { course } = getScopedCourse(ctx, courseId);
  const version =
    fields.get("intent") === "save"
      ? checkVersion(fields, toCourseDraft(ctx.db, course), () => findLastChange(ctx.db, courseId))
      : { fields, stale: null };
  if (version.stale) return staleReply(fields, version.stale);
  const form = parseForm(version.fields, coursePageForm);
  if (!form.ok) return form.reply;
  const input = form.value;
  const outcome = runCourseAction(ctx, courseId, input);
  if (!outcome.ok && outcome.reason === "unknown-course") throw notFound();
  if (!outcome.ok)
    return form.refuse(catalogRefusalText(outcome), outcome.reason === "no-reason" ? "reason" : undefined);
  const next = input.intent === "delete" ? "/coordinator/courses" : `/coordinator/courses/${courseId}`;
  throw await redirectWithToast(next, SAID[input.intent]);
}

function runCourseAction(ctx: ScopedContext, courseId: string, input: z.output<typeof coursePageForm>) {
  switch (input.intent) {
    case "save":
      return updateCourse(ctx, { ...input, courseId });
    case "publish":
      return publishCourse(ctx, courseId);
    case "archive":
      return archiveCourse(ctx, courseId);
    case "delete":
      return deleteCourse(ctx, courseId);
  }
}

export default function CoordinatorCourse() {
  const { course, draft, approved, questionCount, areas, audienceOptions, courses, provider, offerings } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const saving = result?.initialValue?.intent === "save";
  return (
    <Page
      title={course.title}
      breadcrumbs={[{ label: "Courses", to: "/coordinator/courses" }]}
      lead={<CourseStatus state={course.state} />}
      actions={
        <>
          {course.state === "published" ? (
            <LinkButton to={`/courses/${course.id}`} variant="secondary">
              See its public page
            </LinkButton>
          ) : null}
          {course.state === "archived" ? null : (
            <LinkButton
              to={`/coordinator/offerings/new?course=${course.id}`}
              variant={course.state === "draft" ? "secondary" : "primary"}
            >
              New offering
            </LinkButton>
          )}
        </>
      }
    >
      <Refused result={saving ? null : result} />
      <CourseActions course={course} isOffered={offerings.total > 0} />
      <Section title="Offerings">
        <OfferingTable rows={offerings.rows} empty={<p className="text-soft">None yet.</p>} />
        <HowMany shown={offerings.rows.length} total={offerings.total} noun="offerings" parameter={OFFERINGS} />
      </Section>
      <CourseQuestions courseId={course.id} count={questionCount} />
      <Section title="The course">
        <CourseForm
          lastResult={saving ? result : null}
          draft={draft}
          base={writeBase(draft)}
          approved={approved}
          stale={staleIn(answer)}
          areas={areas}
          audiences={audienceOptions}
          courses={courses}
          providers={[{ value: provider.id, label: provider.name }]}
          submitLabel="Save the course"
        />
      </Section>
    </Page>
  );
}
