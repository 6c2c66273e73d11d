import { formatDateTime } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { SelectField } from "~/ui/fields/choice-fields";
import { ConfirmDialog } from "~/ui/Dialog";
import { type FormField, FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextArea } from "~/ui/fields/text-fields";
import { Card, Section } from "~/ui/frame/Page";
import { Unfold } from "~/ui/Unfold";
import type { PersonPage } from "./person-page.server";

type Written = NonNullable<PersonPage["written"]>;
type LastResult = Parameters<typeof useServerForm>[0]["lastResult"];

interface WritingProps extends Pick<PersonPage, "timeZone"> {
  written: Written;
  everything: boolean;
  lastResult: LastResult;
}

/** For whose staff something is written; asked only where there is a choice. */
export function ForWhom({
  field,
  label,
  written,
  alone,
}: {
  field: FormField;
  label: string;
  written: Written;
  /** What leaving it open means, for whoever may. */
  alone: string | null;
}) {
  if (written.providers.length + (alone ? 1 : 0) < 2) return null;
  return (
    <SelectField field={field} label={label} options={written.providers} placeholder={alone ?? "Choose one"} required />
  );
}

/** What staff noted for each other; the person does not see it here. */
export function NoteSection({ written, everything, timeZone, lastResult }: WritingProps) {
  const { notes } = written;
  return (
    <Section
      id="notes"
      title="Notes"
      description={
        everything
          ? "For staff. Each is read by the staff of the provider that it names, and by administrators."
          : "For the staff of your provider, and administrators."
      }
    >
      {notes.length === 0 ? <p className="text-soft">No notes.</p> : null}
      <ul className="grid gap-3 empty:hidden">
        {notes.map((note) => (
          <li key={note.id}>
            <Card className="grid gap-2">
              <p className="break-words whitespace-pre-line">{note.body}</p>
              <div className="flex flex-wrap items-center justify-between gap-2">
                <p className="text-[0.9375rem] text-soft">
                  {note.authorName}, {formatDateTime(note.createdAt, timeZone)},{" "}
                  {note.provider ? `for ${note.provider}` : "for administrators"}
                </p>
                {note.isMine ? <TakeBack noteId={note.id} /> : null}
              </div>
            </Card>
          </li>
        ))}
      </ul>
      <NoteForm key={notes[0]?.id} written={written} everything={everything} lastResult={lastResult} />
    </Section>
  );
}

function TakeBack({ noteId }: { noteId: string }) {
  return (
    <ConfirmDialog
      trigger="Take back"
      variant="quiet"
      size="sm"
      title="Take this note back?"
      confirmLabel="Take it back"
      intent="take-back-note"
      values={{ noteId }}
    >
      <p>Nobody reads it any more. That you wrote and took back a note stays in the log.</p>
    </ConfirmDialog>
  );
}

function NoteForm({ written, everything, lastResult }: Omit<WritingProps, "timeZone">) {
  const [form, fields] = useServerForm<{ body: string; providerId: string }>({ id: "add-note", lastResult });
  return (
    <Unfold title="Add a note" open={Boolean(lastResult?.error)}>
      <FormFrame form={form} className="grid gap-5">
        <Hidden name="intent" value="add-note" />
        <Hidden name="nonce" value={`${written.nonce}-note`} />
        <ForWhom
          field={fields.providerId}
          label="Who reads it"
          written={written}
          alone={everything ? "Administrators only" : null}
        />
        <TextArea field={fields.body} label="Note" rows={3} maxLength={2000} required />
        <div>
          <SubmitButton variant="secondary">Add the note</SubmitButton>
        </div>
      </FormFrame>
    </Unfold>
  );
}
