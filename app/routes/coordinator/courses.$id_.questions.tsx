import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { getScopedCourse } from "~/catalog/courses/course-desk.server";
import { addQuestion, listQuestions, moveQuestionUp, retireQuestion } from "~/catalog/courses/question.server";
import { questionPageForm } from "~/catalog/courses/question-form";
import { QuestionForm } from "~/catalog/courses/QuestionForm";
import { QUESTION_KIND_LABELS } from "~/catalog/courses/question-kind";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Hidden } from "~/ui/fields/form";
import { Card, EmptyState, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Questions");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { course } = getScopedCourse(ctx, param(params, "id"));
  return data({ course, questions: listQuestions(ctx.db, course.id) });
}

const SAID = { add: "Added.", retire: "It is not asked any more.", "move-up": "Moved." };

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const form = await readForm(request, questionPageForm);
  if (!form.ok) return form.reply;
  const courseId = param(params, "id");
  const input = form.value;
  const outcome = once(ctx, "question", form.once, () =>
    input.intent === "add"
      ? addQuestion(ctx, { ...input, courseId, required: input.required === "on" })
      : input.intent === "retire"
        ? retireQuestion(ctx, { courseId, questionId: input.questionId })
        : moveQuestionUp(ctx, { courseId, questionId: input.questionId }),
  );
  if (!outcome.ok) throw notFound();
  throw await redirectWithToast(`/coordinator/courses/${courseId}/questions`, SAID[input.intent]);
}

export default function Questions() {
  const { course, questions } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Questions"
      lead={`What people answer when they register for ${course.title}.`}
      breadcrumbs={[
        { label: "Courses", to: "/coordinator/courses" },
        { label: "Course", to: `/coordinator/courses/${course.id}` },
      ]}
      width="narrow"
    >
      {questions.length === 0 ? (
        <EmptyState title="Nothing is asked">
          <p>Ask only what you need: each question is a reason to give up halfway.</p>
        </EmptyState>
      ) : (
        <ol className="grid gap-3">
          {questions.map(({ id, kind, prompt, choices, required }, index) => (
            <li key={id}>
              <Card className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
                <div className="min-w-0">
                  <p className="font-semibold">{prompt}</p>
                  <p className="text-soft">
                    {QUESTION_KIND_LABELS[kind]}
                    {choices.length > 0 ? `: ${choices.join(", ")}` : ""}
                    {required ? " · required" : ""}
                  </p>
                </div>
                <div className="flex flex-wrap gap-2">
                  {index > 0 ? (
                    <Form method="post">
                      <Hidden name="questionId" value={id} />
                      <SubmitButton intent="move-up" variant="quiet" size="sm">
                        Move up<span className="sr-only"> {prompt}</span>
                      </SubmitButton>
                    </Form>
                  ) : null}
                  <ConfirmDialog
                    trigger={
                      <>
                        Remove<span className="sr-only"> {prompt}</span>
                      </>
                    }
                    variant="quiet"
                    size="sm"
                    title="Ask this no longer?"
                    confirmLabel="Remove the question"
                    intent="retire"
                    values={{ questionId: id }}
                  >
                    <p>{prompt}</p>
                    <p>What people answered before stays with their registrations.</p>
                  </ConfirmDialog>
                </div>
              </Card>
            </li>
          ))}
        </ol>
      )}
      <Section title="Ask something new">
        <QuestionForm lastResult={useActionData<typeof action>()?.result} />
      </Section>
    </Page>
  );
}
