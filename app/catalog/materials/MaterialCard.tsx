import { Form } from "@remix-run/react";
import { KEPT_TYPES_ACCEPT } from "~/platform/files/kept-type";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { RadioGroup } from "~/ui/fields/choice-fields";
import { FileField } from "~/ui/fields/FileField";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { Card } from "~/ui/frame/Page";
import { Unfold } from "~/ui/Unfold";
import { AUDIENCE_OPTIONS } from "./AddMaterial";
import { MATERIAL_AUDIENCE_LABELS } from "./material-audience";
import type { Material } from "./material.server";
import { MaterialLink } from "./MaterialList";

type Result = Parameters<typeof useServerForm>[0]["lastResult"];

interface MaterialCardProps {
  material: Material;
  isFirst: boolean;
  /** What the action answered about this material; null when it was about another. */
  lastResult: Result;
}

/** A material as those who keep them see it: for whom it is, and what can be done with it. */
export function MaterialCard({ material, isFirst, lastResult }: MaterialCardProps) {
  const { id, title, audience, link } = material;
  const of = <span className="sr-only"> {title}</span>;
  return (
    <Card className="grid gap-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <MaterialLink material={material} />
          <p className="text-[0.9375rem] text-soft">For: {MATERIAL_AUDIENCE_LABELS[audience].toLowerCase()}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {isFirst ? null : (
            <Form method="post">
              <Hidden name="materialId" value={id} />
              <SubmitButton intent="move-up" variant="quiet" size="sm">
                Move up{of}
              </SubmitButton>
            </Form>
          )}
          <ConfirmDialog
            trigger={<>Take away{of}</>}
            variant="quiet"
            size="sm"
            title={`Take ${title} away?`}
            confirmLabel="Take it away"
            intent="take-away"
            values={{ materialId: id }}
          >
            <p>Nobody finds it here any more. You can add it again.</p>
          </ConfirmDialog>
        </div>
      </div>
      <Unfold title={`Change ${title}`} open={Boolean(lastResult?.error)}>
        <ChangeForm material={material} lastResult={resultOf(lastResult, "change")} />
        {link === null ? <ReplaceForm id={id} lastResult={resultOf(lastResult, "replace")} /> : null}
      </Unfold>
    </Card>
  );
}

const resultOf = (result: Result, intent: string): Result => (result?.initialValue?.intent === intent ? result : null);

function ChangeForm({ material, lastResult }: { material: Material; lastResult: Result }) {
  const [form, fields] = useServerForm<{ title: string; audience: string; link: string }>({
    id: `change-${material.id}`,
    lastResult,
    defaultValue: material,
  });
  return (
    <FormFrame form={form}>
      <Hidden name="materialId" value={material.id} />
      <TextField field={fields.title} label="Title" maxLength={120} required />
      {material.link === null ? null : (
        <TextField field={fields.link} label="Web address" type="url" maxLength={500} required />
      )}
      <RadioGroup field={fields.audience} legend="For" options={AUDIENCE_OPTIONS} required />
      <div>
        <SubmitButton intent="change" variant="secondary">
          Save
        </SubmitButton>
      </div>
    </FormFrame>
  );
}

function ReplaceForm({ id, lastResult }: { id: string; lastResult: Result }) {
  const [form, fields] = useServerForm<{ file: unknown }>({ id: `replace-${id}`, lastResult });
  return (
    <FormFrame form={form} encType="multipart/form-data" className="grid gap-4 border-t border-line pt-5">
      <Hidden name="materialId" value={id} />
      <FileField
        field={fields.file}
        label="Another file in its place"
        hint="Title, order and links to it stay."
        accept={KEPT_TYPES_ACCEPT}
        required
      />
      <div>
        <SubmitButton intent="replace" variant="secondary">
          Replace the file
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
