import { Form } from "@remix-run/react";
import type { UndecidedRow } from "~/microcredentials/assessment/undecided-list.server";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Hidden } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";

/** Whether a second assessor is asked for, and what a coordinator can do about it. */
export function SecondReading({
  row,
}: {
  row: Pick<UndecidedRow, "id" | "title" | "isAsked" | "isScored" | "askedReason">;
}) {
  if (!row.isAsked)
    return (
      <ConfirmDialog
        trigger={
          <>
            Ask for one<span className="sr-only">: {row.title}</span>
          </>
        }
        size="sm"
        title={`Have a second assessor read this, too? ${row.title}`}
        confirmLabel="Ask for a second reading"
        confirmVariant="primary"
        intent="ask-second"
        values={{ submissionId: row.id }}
      >
        <p>It is decided once both have scored; where they disagree, a third reads it.</p>
        <label className="grid gap-1 font-semibold">
          Why
          <input type="text" name="reason" required maxLength={300} className="input" />
        </label>
      </ConfirmDialog>
    );
  return (
    <>
      Asked for: {row.askedReason}
      {row.isScored ? null : (
        <Form method="post">
          <OnceField />
          <Hidden name="submissionId" value={row.id} />
          <SubmitButton intent="withdraw-second" variant="quiet" size="sm">
            Take it back<span className="sr-only">: {row.title}</span>
          </SubmitButton>
        </Form>
      )}
    </>
  );
}
