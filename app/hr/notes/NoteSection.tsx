import { Form } from "@remix-run/react";
import { formatDateTime } from "~/platform/format";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";
import { TextArea } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import { Card, Section } from "~/ui/frame/Page";
import { Unfold } from "~/ui/Unfold";
import type { HrNote } from "./hr-note.server";

type Answer =
  | (NonNullable<Parameters<typeof staleIn>[0]> & { result?: Parameters<typeof useServerForm>[0]["lastResult"] })
  | undefined;

interface NoteSectionProps {
  notes: HrNote[];
  /** The districts of whoever reads, to which the person belongs or belonged. */
  districts: { value: string; label: string }[];
  timeZone: string;
  answer: Answer;
}

/** What HR of a district noted about somebody: for its own HR alone. */
export function NoteSection({ notes, districts, timeZone, answer }: NoteSectionProps) {
  const standing = notes.filter(({ deletedAt }) => deletedAt === null);
  const deleted = notes.filter(({ deletedAt }) => deletedAt !== null);
  const whose = districts.length === 1 ? districts[0]!.label : "the district that a note names";
  return (
    <Section
      id="notes"
      title="Notes"
      description={`Only HR of ${whose} sees them: not the person, not another district, and no export. They are records of the district, and may have to be shown to whoever asks for public records.`}
    >
      {standing.length === 0 ? <p className="text-soft">No notes.</p> : null}
      <ul className="grid gap-3 empty:hidden">
        {standing.map((note) => (
          // Another wording begins a form of its own, folded.
          <li key={`${note.id} ${note.versions.length}`}>
            <Note note={note} named={districts.length > 1} timeZone={timeZone} answer={answer} />
          </li>
        ))}
      </ul>
      <AddNote key={notes[0]?.id} districts={districts} answer={answer} />
      {deleted.length > 0 ? (
        <Unfold title={deleted.length === 1 ? "One deleted note" : `${deleted.length} deleted notes`}>
          <ul className="grid gap-5">
            {deleted.map((note) => (
              <li key={note.id} className="grid gap-2">
                <Wording note={note} named={districts.length > 1} timeZone={timeZone} />
                <Form method="post">
                  <OnceField />
                  <Hidden name="noteId" value={note.id} />
                  <SubmitButton intent="restore-note" variant="secondary" size="sm">
                    Bring it back<span className="sr-only">: {beginOf(note)}</span>
                  </SubmitButton>
                </Form>
              </li>
            ))}
          </ul>
        </Unfold>
      ) : null}
    </Section>
  );
}

interface NoteProps {
  note: HrNote;
  /** Whether it says whose it is. */
  named: boolean;
  timeZone: string;
}

const newestOf = ({ versions }: HrNote) => versions.at(-1)!;

const beginOf = (note: HrNote): string => newestOf(note).body.slice(0, 40);

function Wording({ note, named, timeZone }: NoteProps) {
  const { body } = newestOf(note);
  const signed = ({ writtenBy, writtenAt }: HrNote["versions"][number]) =>
    `${writtenBy}, ${formatDateTime(writtenAt, timeZone)}`;
  return (
    <>
      <p className="wrap-anywhere whitespace-pre-line">{body}</p>
      <p className="text-[0.9375rem] text-soft">
        {signed(note.versions[0]!)}
        {note.versions.length > 1 ? `; changed by ${signed(newestOf(note))}` : ""}
        {named ? `, for ${note.organisation}` : ""}
      </p>
      {note.versions.length > 1 ? (
        <details className="text-[0.9375rem]">
          <summary className="link w-fit cursor-pointer py-1 pointer-coarse:py-2.5">What it said before</summary>
          <ol className="mt-2 grid gap-2">
            {note.versions.slice(0, -1).map((version) => (
              <li key={version.version} className="wrap-anywhere whitespace-pre-line">
                {version.body}
                <span className="block text-soft">{signed(version)}</span>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </>
  );
}

function Note({ note, named, timeZone, answer }: NoteProps & { answer: Answer }) {
  const { body } = newestOf(note);
  const posted = answer?.result?.initialValue;
  const isMine = posted?.intent === "change-note" && posted.noteId === note.id;
  const stale = isMine ? staleIn(answer) : null;
  const [form, fields] = useServerForm<{ body: string }>({
    id: `note-${note.id}`,
    lastResult: isMine ? answer?.result : null,
    defaultValue: { body },
  });
  return (
    <Card className="grid gap-2">
      <Wording note={note} named={named} timeZone={timeZone} />
      <Unfold title="Change or delete it" open={isMine}>
        <FormFrame form={form} className="grid gap-4">
          <Hidden name="noteId" value={note.id} />
          <VersionFields
            base={writeBase({ body })}
            stale={stale}
            changedBy={stale?.change?.by ?? null}
            labels={{ body: "Note" }}
          />
          <TextArea field={fields.body} label="Note" rows={3} maxLength={4_000} required />
          <div>
            <SubmitButton intent="change-note" variant="secondary">
              Save the note
            </SubmitButton>
          </div>
        </FormFrame>
        <div>
          <ConfirmDialog
            trigger="Delete the note"
            variant="quiet"
            size="sm"
            title="Delete this note?"
            confirmLabel="Delete the note"
            intent="delete-note"
            values={{ noteId: note.id }}
          >
            <p>It leaves the page, and can be brought back from below. As a record of the district it is kept.</p>
          </ConfirmDialog>
        </div>
      </Unfold>
    </Card>
  );
}

function AddNote({ districts, answer }: Pick<NoteSectionProps, "districts" | "answer">) {
  const isMine = answer?.result?.initialValue?.intent === "add-note";
  const [form, fields] = useServerForm<{ body: string; organisationId: string }>({
    id: "add-note",
    lastResult: isMine ? answer?.result : null,
  });
  return (
    <Unfold title="Add a note" open={isMine}>
      <FormFrame form={form} className="grid gap-5">
        {districts.length === 1 ? (
          <Hidden name="organisationId" value={districts[0]!.value} />
        ) : (
          <SelectField
            field={fields.organisationId}
            label="For HR of"
            options={districts}
            placeholder="Choose one"
            required
          />
        )}
        <TextArea field={fields.body} label="Note" rows={3} maxLength={4_000} required />
        <div>
          <SubmitButton intent="add-note" variant="secondary">
            Add the note
          </SubmitButton>
        </div>
      </FormFrame>
    </Unfold>
  );
}
