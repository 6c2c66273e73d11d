import { Form } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { Section } from "~/ui/frame/Page";

/** The signed PDF of a plan: made when it is asked for, and the same again. */
export function PlanDocument({ documentId }: { documentId: string | null }) {
  return (
    <Section
      title="As a document"
      description="A PDF that whoever gets it can verify by its code, such as for the state."
    >
      <div>
        {documentId ? (
          <LinkButton to={`/documents/${documentId}`} reloadDocument>
            Open the PDF
          </LinkButton>
        ) : (
          <Form method="post">
            <SubmitButton intent="make-document" pendingLabel="Making …">
              Make the PDF
            </SubmitButton>
          </Form>
        )}
      </div>
    </Section>
  );
}
