import { formatPlainDate } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Section } from "~/ui/frame/Page";
import type { listEvaluationForms } from "./form-versions.server";

type Listed = ReturnType<typeof listEvaluationForms>;

interface FormVersionsProps extends Pick<Listed, "forms" | "current"> {
  /** Plain date: what begins then or later is planned. */
  tomorrow: string;
  /** The page's address, to which a form to change is added. */
  back: string;
}

/** The evaluation forms of a provider, in force, planned and earlier; those that nothing rests on can be changed or deleted. */
export function FormVersions({ forms, current, tomorrow, back }: FormVersionsProps) {
  return (
    <>
      {forms.map((form) => (
        <Section
          key={form.id}
          title={form.id === current?.id ? "In force today" : form.fromDate >= tomorrow ? "Planned" : "Earlier"}
          description={`For offerings that end on or after ${formatPlainDate(form.fromDate)}`}
          actions={
            <>
              {form.changeable ? (
                <LinkButton to={`${back}&change=${form.id}#evaluation-plan`} variant="secondary" size="sm">
                  Change<span className="sr-only"> the form from {formatPlainDate(form.fromDate)}</span>
                </LinkButton>
              ) : null}
              {form.deletable ? (
                <ConfirmDialog
                  trigger="Delete"
                  size="sm"
                  title={`Delete the form from ${formatPlainDate(form.fromDate)}?`}
                  confirmLabel="Delete the form"
                  intent="delete-form"
                  values={{ formId: form.id }}
                >
                  <p>No offering and no answer rests on it. The form before it goes on.</p>
                </ConfirmDialog>
              ) : null}
            </>
          }
        >
          <ol className="grid list-decimal gap-1 pl-6">
            {form.questions.map((question) => (
              <li key={question.key}>
                {question.text} <span className="text-soft">{question.kind === "scale" ? "1 to 5" : "in words"}</span>
              </li>
            ))}
          </ol>
        </Section>
      ))}
    </>
  );
}
