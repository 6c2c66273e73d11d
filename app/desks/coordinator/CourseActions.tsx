import { Form } from "@remix-run/react";
import type { CourseState } from "~/catalog/courses/course-state";
import { KeepTemplate } from "~/catalog/templates/KeepTemplate";
import { plural } from "~/platform/format";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Section } from "~/ui/frame/Page";

interface CourseActionsProps {
  course: { id: string; title: string; state: CourseState };
  isOffered: boolean;
}

/** What can be done with a course as a whole. */
export function CourseActions({ course, isOffered }: CourseActionsProps) {
  return (
    <>
      <div className="flex flex-wrap gap-3">
        {course.state === "published" ? null : (
          <Form method="post">
            <SubmitButton intent="publish" variant={course.state === "draft" ? "primary" : "secondary"}>
              Publish the course
            </SubmitButton>
          </Form>
        )}
        <LinkButton to={`/coordinator/courses/new?copy=${course.id}`} variant="secondary">
          Copy the course
        </LinkButton>
        {course.state === "draft" && !isOffered ? (
          <ConfirmDialog
            trigger="Delete the draft"
            title={`Delete ${course.title}?`}
            confirmLabel="Delete the draft"
            intent="delete"
          >
            <p>Its questions go with it. Nobody has seen it. This cannot be undone.</p>
          </ConfirmDialog>
        ) : null}
        {course.state === "archived" ? null : (
          <ConfirmDialog
            trigger="Archive the course"
            title={`Archive ${course.title}?`}
            confirmLabel="Archive"
            intent="archive"
          >
            <p>
              It leaves the catalog and takes no new offerings. Records of past ones stay. You can publish it again.
            </p>
          </ConfirmDialog>
        )}
      </div>
      <KeepTemplate kind="course" originalId={course.id} title={course.title} />
    </>
  );
}

/** What people are asked when they register, and the way to change it. */
export function CourseQuestions({ courseId, count }: { courseId: string; count: number }) {
  return (
    <Section
      title="Questions"
      description={
        count === 0
          ? "People register without being asked anything."
          : `People answer ${plural(count, "question")} when they register.`
      }
      actions={
        <LinkButton to={`/coordinator/courses/${courseId}/questions`} variant="secondary" size="sm">
          {count === 0 ? "Ask something" : "Change the questions"}
        </LinkButton>
      }
    />
  );
}
