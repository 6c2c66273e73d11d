import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CourseForm } from "~/catalog/courses/CourseForm";
import { toCourseDraft } from "~/catalog/courses/course-draft.server";
import { createCourse, findScopedCourse } from "~/catalog/courses/course.server";
import { listScopedProviders } from "~/catalog/courses/course-desk.server";
import { courseForm } from "~/catalog/courses/course-form";
import { listAreaOptions } from "~/catalog/areas/program-area.server";
import { listAudienceOptions } from "~/catalog/audiences/audience.server";
import { catalogRefusalText } from "~/catalog/refusal";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("New course");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const copied = new URL(request.url).searchParams.get("copy");
  const original = copied ? findScopedCourse(ctx.db, ctx, copied) : null;
  return data({
    draft: original
      ? { ...toCourseDraft(ctx.db, original), title: `${original.title} (copy)`, providerId: original.providerId }
      : {},
    areas: listAreaOptions(ctx.db),
    audiences: listAudienceOptions(ctx.db),
    providers: listScopedProviders(ctx).map(({ id, name }) => ({ value: id, label: name })),
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const form = await readForm(request, courseForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "course", form.once, () => createCourse(ctx, form.value));
  if (!outcome.ok) return form.refuse(catalogRefusalText(outcome));
  throw await redirectWithToast(
    `/coordinator/courses/${outcome.value.id}`,
    "The course is drafted. Publish it when it is ready.",
  );
}

export default function NewCourse() {
  const { draft, areas, audiences, providers } = useLoaderData<typeof loader>();
  return (
    <Page title="New course" breadcrumbs={[{ label: "Courses", to: "/coordinator/courses" }]}>
      <CourseForm
        lastResult={useActionData<typeof action>()?.result}
        draft={draft}
        areas={areas}
        audiences={audiences}
        providers={providers}
        submitLabel="Save as a draft"
      />
    </Page>
  );
}
