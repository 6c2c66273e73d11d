import { plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { CheckboxField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import type { FateCounts } from "./staff-list-state";
import { applyInWords } from "./staff-words";

type LastResult = Parameters<typeof useServerForm>[0]["lastResult"];

interface ApplyProps {
  total: number;
  counts: FateCounts;
  version: number;
  lastResult: LastResult;
}

/** Carries out what was shown, or throws the list away. */
export function ApplyStaffList({ total, counts, version, lastResult }: ApplyProps) {
  const [form, fields] = useServerForm<{ leaveOut: string }>({ id: "apply", lastResult });
  const leftOut = counts.bad + counts.conflict + counts.duplicate;
  return (
    <div className="grid gap-4">
      {total > 0 ? (
        <FormFrame form={form} className="grid gap-4">
          <Hidden name="version" value={version} />
          {leftOut > 0 ? (
            <CheckboxField
              field={fields.leaveOut}
              label={`Leave out ${plural(leftOut, "line")} that cannot be taken as they are`}
            />
          ) : null}
          <div>
            <SubmitButton intent="apply" variant={leftOut > 0 ? "secondary" : "primary"}>
              {applyInWords(total, leftOut)}
            </SubmitButton>
          </div>
        </FormFrame>
      ) : null}
      <div>
        <ConfirmDialog
          trigger="Throw this list away"
          variant="quiet"
          title="Throw this list away?"
          confirmLabel="Throw it away"
          intent="drop"
        >
          <p>Nothing of it is kept. What you said of its columns and words is.</p>
        </ConfirmDialog>
      </div>
    </div>
  );
}

/** Says of those who were ticked on which day they left, or that they stay. */
export function EndMissing({
  form: id,
  version,
  lastResult,
}: {
  form: string;
  version: number;
  lastResult: LastResult;
}) {
  const [form, fields] = useServerForm<{ toDate: string }>({ id, lastResult });
  return (
    <FormFrame form={form} className="flex flex-wrap items-end gap-3 rounded-lg border border-line p-4">
      <Hidden name="version" value={version} />
      <TextField
        field={fields.toDate}
        type="date"
        label="Last day of those whom you tick below"
        hint="Nobody ends by itself. With the import, theirs end on this day."
        required
      />
      <SubmitButton intent="end-missing" variant="secondary">
        They left on this day
      </SubmitButton>
      <SubmitButton intent="keep-missing" variant="quiet" formNoValidate>
        They stay
      </SubmitButton>
    </FormFrame>
  );
}

/** Stops what is under way; everything is taken back. */
export function StopStaffList() {
  return (
    <ConfirmDialog
      trigger="Stop"
      title="Stop the import?"
      confirmLabel="Stop and take it back"
      cancelLabel="Let it go on"
      intent="stop"
    >
      <p>What was done of it is taken back, so that everything stands as before.</p>
    </ConfirmDialog>
  );
}

/** Undoes the last import, within a day. */
export function UndoStaffList({ total, until }: { total: number; until: string }) {
  return (
    <ConfirmDialog
      trigger="Undo this import"
      title={`Undo ${plural(total, "change")}?`}
      confirmLabel="Undo the import"
      intent="undo"
    >
      <p>
        Every entry that it made goes, and every entry that it changed stands as it was before. What somebody has
        changed since stays as they made it. This can be done until {until}.
      </p>
    </ConfirmDialog>
  );
}
