import type { FieldMetadata } from "@conform-to/react";
import { SubmitButton } from "~/ui/Button";
import { describeControl, ErrorText, initialText } from "~/ui/fields/field-parts";
import { Hidden } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import type { OfferingDraft, SessionDraft } from "./offering-draft";

type SessionRow = FieldMetadata<SessionDraft, OfferingDraft>;

/** The sessions of an offering as rows of fields; rows come and go by posting the form, so no script is needed. */
export function SessionFields({ rows, zone }: { rows: SessionRow[]; zone: string }) {
  return (
    <div className="grid gap-4">
      {rows.map((row, index) => (
        <SessionRowFields key={row.key} row={row} index={index} zone={zone} />
      ))}
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2 rounded-lg bg-sunken p-4">
        <SubmitButton intent="add-session" variant="secondary" size="sm">
          Add a session
        </SubmitButton>
        {rows.length > 0 ? (
          <>
            <span className="basis-full sm:ml-4 sm:basis-auto">or repeat the last one</span>
            <RepeatNumber name="repeatTimes" label="Times more" value={3} most={59} />
            <RepeatNumber name="repeatEvery" label="Days apart" value={7} most={366} />
            <SubmitButton intent="repeat-session" variant="secondary" size="sm">
              Repeat
            </SubmitButton>
          </>
        ) : null}
      </div>
    </div>
  );
}

function RepeatNumber({ name, label, value, most }: { name: string; label: string; value: number; most: number }) {
  return (
    <label className="grid gap-1 text-sm font-semibold text-soft">
      {label}
      <input type="number" name={name} min={1} max={most} defaultValue={value} className="input max-w-24" />
    </label>
  );
}

function SessionRowFields({ row, index, zone }: { row: SessionRow; index: number; zone: string }) {
  const fields = row.getFieldset();
  const id = fields.id.initialValue;
  return (
    <fieldset className="grid gap-4 rounded-[0.625rem] border border-line bg-surface p-4">
      <legend className="sr-only">Session {index + 1}</legend>
      <div className="flex items-center justify-between gap-4">
        <h3 className="font-semibold">Session {index + 1}</h3>
        <SubmitButton
          intent={`remove-session:${index}`}
          variant="quiet"
          size="sm"
          aria-label={`Remove session ${index + 1}`}
        >
          Remove
        </SubmitButton>
      </div>
      {id ? <Hidden name={fields.id.name} value={id} /> : null}
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField field={fields.date} label="Date" type="date" required />
        <TextField field={fields.startTime} label={`Start (${zone})`} type="time" required />
        <TextField field={fields.endTime} label={`End (${zone})`} type="time" required />
      </div>
      <Pauses row={row} index={index} />
      <OwnTime fields={fields} />
      <details>
        <summary className="inline-block py-2 text-accent underline decoration-1 underline-offset-4">
          Topic, place and link of this session
        </summary>
        <div className="mt-3 grid gap-4 sm:grid-cols-3">
          <TextField field={fields.topic} label="Topic" maxLength={200} />
          <TextField field={fields.place} label="Place, if another" maxLength={200} />
          <TextField field={fields.link} label="Link to join" type="url" />
        </div>
      </details>
    </fieldset>
  );
}

/** What makes a session one without a fixed time: open until when, and for how much work. */
function OwnTime({ fields }: { fields: ReturnType<SessionRow["getFieldset"]> }) {
  const isOwn = Boolean(fields.ownHours.initialValue ?? fields.ownHours.errors ?? fields.lastDate.errors);
  return (
    <details open={isOwn}>
      <summary className="inline-block py-2 text-accent underline decoration-1 underline-offset-4">
        On people’s own time, in steps
      </summary>
      <p className="mt-1 text-[0.9375rem] text-soft">
        It opens at the start above, and closes on the last day at the end above. What there is to do, you plan under
        Steps once the offering is saved.
      </p>
      <div className="mt-3 grid gap-4 sm:grid-cols-3">
        <TextField field={fields.ownHours} label="Hours of work" inputMode="decimal" />
        <TextField field={fields.lastDate} label="Last day" type="date" />
      </div>
    </details>
  );
}

const PAUSE_LABELS = { meal: "Meal", break: "Break" };

function Pauses({ row, index }: { row: SessionRow; index: number }) {
  const pauses = row.getFieldset().pauses.getFieldList();
  return (
    <div className="grid gap-4 sm:grid-cols-3 sm:items-end">
      {pauses.map((pause, number) => {
        const { kind, start, end } = pause.getFieldset();
        const label = PAUSE_LABELS[kind.initialValue === "break" ? "break" : "meal"];
        return (
          <fieldset key={pause.key} className="min-w-0">
            <legend className="text-[0.9375rem] font-semibold">
              {label}
              <span className="sr-only">
                , pause {number + 1} of session {index + 1}
              </span>
              <span className="font-normal text-soft"> (optional)</span>
            </legend>
            <Hidden name={kind.name} value={kind.initialValue ?? "meal"} />
            <ErrorText field={start} />
            <ErrorText field={end} />
            <div className="mt-1 flex items-center gap-2">
              <PauseTime field={start} label={`${label} from`} />
              <span aria-hidden>–</span>
              <PauseTime field={end} label={`${label} to`} />
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}

function PauseTime({ field, label }: { field: FieldMetadata<string, OfferingDraft>; label: string }) {
  return (
    <input
      key={field.key}
      {...describeControl(field, null)}
      type="time"
      aria-label={label}
      defaultValue={initialText(field)}
      className="input"
    />
  );
}
