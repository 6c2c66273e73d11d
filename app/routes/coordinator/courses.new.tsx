import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CourseForm } from "~/catalog/courses/CourseForm";
import { listScopedProviders } from "~/catalog/courses/course-desk.server";
import { courseForm } from "~/catalog/courses/course-form";
import { listAreaOptions } from "~/catalog/areas/program-area.server";
import { listAudienceOptions } from "~/catalog/audiences/audience.server";
import { catalogRefusalText } from "~/catalog/refusal";
import { beginCourse, beginningIn, findBeginning } from "~/catalog/templates/begin-course.server";
import { TemplateChoice } from "~/catalog/templates/TemplateChoice";
import { listTemplates } from "~/catalog/templates/template.server";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { plural } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("New course");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const beginning = findBeginning(ctx.db, ctx, beginningIn(new URL(request.url).searchParams));
  return data({
    draft: beginning?.course ?? {},
    questions: beginning?.questions.length ?? 0,
    templates: listTemplates(ctx, "course").map(({ id, name }) => ({ id, name })),
    areas: listAreaOptions(ctx.db),
    audiences: listAudienceOptions(ctx.db),
    providers: listScopedProviders(ctx).map(({ id, name }) => ({ value: id, label: name })),
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const form = await readForm(request, courseForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "course", form.once, () =>
    beginCourse(ctx, form.value, beginningIn(new URL(request.url).searchParams)),
  );
  if (!outcome.ok) return form.refuse(catalogRefusalText(outcome));
  throw await redirectWithToast(
    `/coordinator/courses/${outcome.value.id}`,
    "The course is drafted. Publish it when it is ready.",
  );
}

export default function NewCourse() {
  const { draft, questions, templates, areas, audiences, providers } = useLoaderData<typeof loader>();
  return (
    <Page title="New course" breadcrumbs={[{ label: "Courses", to: "/coordinator/courses" }]}>
      <TemplateChoice templates={templates} hrefOf={(id) => `?template=${id}`} />
      {questions > 0 ? (
        <p className="text-soft">{plural(questions, "question")} to people who register will be taken over, too.</p>
      ) : null}
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
