import { Form } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Hidden } from "~/ui/fields/form";

/** What can be done with a criterion or a part of the evidence while its version is being written. */
export function RowActions({ rowKey, title, isFirst }: { rowKey: string; title: string; isFirst: boolean }) {
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton to={`?change=${rowKey}`} variant="quiet" size="sm">
        Change<span className="sr-only"> {title}</span>
      </LinkButton>
      {isFirst ? null : (
        <Form method="post">
          <Hidden name="key" value={rowKey} />
          <SubmitButton intent="move-up" variant="quiet" size="sm">
            Move up<span className="sr-only"> {title}</span>
          </SubmitButton>
        </Form>
      )}
      <ConfirmDialog
        trigger={
          <>
            Remove<span className="sr-only"> {title}</span>
          </>
        }
        variant="quiet"
        size="sm"
        title={`Remove ${title}?`}
        confirmLabel="Remove it"
        confirmVariant="danger"
        intent="remove"
        values={{ key: rowKey }}
      >
        <p>It is taken out of the version that is being written. What is published stays as it is.</p>
      </ConfirmDialog>
    </div>
  );
}
