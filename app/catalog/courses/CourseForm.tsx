import { plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { CheckboxGroup, SelectField, type Option } from "~/ui/fields/choice-fields";
import type { Stale } from "~/platform/http/stale-form";
import { VersionFields } from "~/ui/fields/VersionFields";
import { FormFrame, type FormField, Hidden, useServerForm } from "~/ui/fields/form";
import { StickyActions } from "~/ui/frame/Page";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { COURSE_FIELD_LABELS, type CourseDraft } from "./course-draft";
import { DESIGNATION_CODES, DESIGNATIONS } from "./designation";

interface CourseFormProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  draft: Partial<CourseDraft>;
  /** The version that a course was opened with; null for a new one. */
  base?: string | null;
  stale?: Stale | null;
  areas: { code: string; name: string }[];
  /** Audiences to choose from, and those that the course has. */
  audiences: Option[];
  /** Courses of the provider that people can be asked to take first; none before the first save. */
  courses?: Option[];
  /** The providers to choose from; with one there is nothing to choose. */
  providers: Option[];
  /** How many offerings that are not over were approved with what stands here. */
  approved?: number;
  submitLabel: string;
}

/** What is taught: the fields of a course. */
export function CourseForm(props: CourseFormProps) {
  const {
    lastResult,
    draft,
    base = null,
    stale = null,
    areas,
    audiences,
    courses = [],
    providers,
    approved = 0,
    submitLabel,
  } = props;
  const [form, fields] = useServerForm<CourseDraft & { reason: string }>({
    id: "course",
    lastResult,
    defaultValue: draft,
  });
  const [only] = providers;
  return (
    <FormFrame form={form}>
      <VersionFields base={base} stale={stale} changedBy={stale?.change?.by ?? null} labels={COURSE_FIELD_LABELS} />
      {providers.length === 1 && only ? (
        <Hidden name="providerId" value={only.value} />
      ) : (
        <SelectField field={fields.providerId} label="Provider" options={providers} placeholder="Choose …" required />
      )}
      <TextField field={fields.title} label="Title" maxLength={160} required />
      <TextField
        field={fields.summary}
        label="Summary"
        hint="One sentence. It stands under the title in the catalog."
        maxLength={200}
        required
      />
      <SelectField
        field={fields.programArea}
        label="Program area"
        options={areas.map(({ code, name }) => ({ value: code, label: name }))}
        placeholder="Choose …"
        required
      />
      <TextArea
        field={fields.description}
        label="Description"
        hint="A blank line starts a paragraph."
        rows={6}
        required
      />
      <TextArea
        field={fields.objectives}
        label="Learning objectives"
        hint="One on each line; each completes “You will be able to …”. They are public."
        rows={4}
        required
      />
      <TextField field={fields.standards} label="Standards" hint="Which state standards it serves." required />
      <div className="grid gap-6 sm:grid-cols-2">
        <CheckboxGroup field={fields.audiences} legend="Audience" options={audiences} required />
        <CheckboxGroup
          field={fields.designations}
          legend="Designations"
          options={DESIGNATION_CODES.map((value) => ({ value, label: DESIGNATIONS[value] }))}
        />
      </div>
      {courses.length > 0 ? <Prerequisites field={fields.prerequisites} courses={courses} /> : null}
      {approved > 0 ? (
        <TextField
          field={fields.reason}
          label="Reason for the change"
          hint={`Needed with another title, other objectives or standards: ${plural(approved, "approved offering rests", "approved offerings rest")} on them, and their records show it.`}
          maxLength={500}
        />
      ) : null}
      <StickyActions>
        <SubmitButton intent="save">{submitLabel}</SubmitButton>
      </StickyActions>
    </FormFrame>
  );
}

/** Folded away: most courses ask for none, and a provider has many. */
function Prerequisites({ field, courses }: { field: FormField; courses: Option[] }) {
  const chosen = Array.isArray(field.initialValue) ? field.initialValue.length : 0;
  return (
    <details open={chosen > 0 || (field.errors?.length ?? 0) > 0}>
      <summary className="cursor-pointer py-2.5 font-semibold">Courses to take first</summary>
      <div className="mt-2 max-h-96 overflow-y-auto rounded-[0.625rem] border border-line p-4">
        <CheckboxGroup
          field={field}
          legend="People need a posted credit for each of these"
          hint="Staff can register people without."
          options={courses}
        />
      </div>
    </details>
  );
}
