import { DESIGNATIONS } from "~/catalog/courses/designation";
import { KEPT_TYPES_ACCEPT, KEPT_TYPES_WORDS } from "~/platform/files/kept-type";
import type { Stale } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { CheckboxField, RadioGroup } from "~/ui/fields/choice-fields";
import { FileField } from "~/ui/fields/FileField";
import { type FieldsOf, type FormField, FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import type { OutsideDraft } from "./outside-form";
import { OUTSIDE_KIND_WORDS, OUTSIDE_KINDS, TOPIC_GROUPS } from "./outside-hours";

interface OutsideFieldsProps {
  draft: Partial<OutsideDraft>;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  /** The version that it was opened with; null for a new one. */
  base: string | null;
  stale?: Stale | null;
  /** What proves it already, by its name. */
  fileName?: string | null;
  /** How large a file may be, in words. */
  most: string;
}

const LABELS = {
  kind: "What it is",
  amount: "How much",
  title: "What it was called",
  providerName: "Who gave it",
  startedOn: "First day",
  completedOn: "Completed",
  inPerson: "In person",
  topics: "Topics",
};

const KIND_OPTIONS = OUTSIDE_KINDS.map((value) => ({ value, label: OUTSIDE_KIND_WORDS[value].label }));

type Fields = Record<Exclude<keyof typeof LABELS, "topics"> | "file", string> & { topics: Record<string, string> };

/** Enters or corrects hours from elsewhere. */
export function OutsideFields({ draft, lastResult, base, stale = null, fileName = null, most }: OutsideFieldsProps) {
  const [form, fields] = useServerForm<Fields>({ id: "outside", lastResult, defaultValue: draft });
  return (
    <FormFrame form={form} encType="multipart/form-data">
      <VersionFields base={base} stale={stale} changedBy={stale?.change?.by ?? null} labels={LABELS} />
      <RadioGroup field={fields.kind} legend="What it is" options={KIND_OPTIONS} required />
      <TextField
        field={fields.amount}
        label="How much"
        hint="Hours or credits with up to two decimals, such as 6.5; of the National Board, how many components."
        inputMode="decimal"
        maxLength={12}
        className="max-w-sm"
        required
      />
      <TextField field={fields.title} label="What it was called" maxLength={200} required />
      <TextField
        field={fields.providerName}
        label="Who gave it"
        hint="The provider of the clock hours, the college, or the National Board."
        maxLength={200}
        required
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField field={fields.startedOn} label="First day" type="date" required />
        <TextField
          field={fields.completedOn}
          label="Completed"
          hint="By this day it is decided for which renewal it counts."
          type="date"
          required
        />
      </div>
      <Topics fields={fields} />
      <FileField
        field={fields.file}
        label={fileName ? "Another file in its place" : "Evidence"}
        hint={`${fileName ? `Now: ${fileName}. ` : ""}A certificate or transcript: ${KEPT_TYPES_WORDS}, at most ${most}.`}
        accept={KEPT_TYPES_ACCEPT}
      />
      <div>
        <SubmitButton intent="save-hours">Save</SubmitButton>
      </div>
    </FormFrame>
  );
}

/** Hours for topics: those of everybody in sight, those of paraeducators unfolded where there are any. */
function Topics({ fields }: { fields: FieldsOf<Fields> }) {
  const topics = fields.topics.getFieldset() as unknown as Record<string, FormField>;
  const [everybody, paraeducators] = TOPIC_GROUPS;
  const isUsed = (code: string) => Boolean(topics[code]?.initialValue) || (topics[code]?.errors?.length ?? 0) > 0;
  return (
    <>
      <fieldset className="min-w-0">
        <legend className="font-semibold">{everybody?.legend}</legend>
        <p className="text-[0.9375rem] text-soft">
          How many of the hours, as its certificate says. Leave the rest empty.
        </p>
        <TopicGrid codes={everybody?.codes ?? []} topics={topics} />
      </fieldset>
      <details open={paraeducators?.codes.some(isUsed)}>
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">{paraeducators?.legend}</summary>
        <div className="grid gap-4">
          <CheckboxField
            field={fields.inPerson}
            label="People met in person"
            hint="Seven hours of the Fundamental Course of Study have to be."
          />
          <TopicGrid codes={paraeducators?.codes ?? []} topics={topics} />
        </div>
      </details>
    </>
  );
}

type TopicCode = keyof typeof DESIGNATIONS;

function TopicGrid({ codes, topics }: { codes: readonly TopicCode[]; topics: Record<string, FormField> }) {
  return (
    <div className="mt-3 grid items-end gap-4 min-[26rem]:grid-cols-2 lg:grid-cols-3">
      {codes.map((code) => {
        const field = topics[code];
        return field ? (
          <TextField
            key={code}
            field={field}
            label={DESIGNATIONS[code]}
            inputMode="decimal"
            maxLength={12}
            suffix="h"
          />
        ) : null;
      })}
    </div>
  );
}
