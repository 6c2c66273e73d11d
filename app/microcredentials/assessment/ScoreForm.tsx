import type { FieldMetadata } from "@conform-to/react";
import type { Criterion } from "~/microcredentials/definitions/definition";
import { CriterionCard } from "~/microcredentials/definitions/DefinitionView";
import { SubmitButton } from "~/ui/Button";
import { CheckboxField, RadioGroup } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { Card, StickyActions } from "~/ui/frame/Page";
import { LEVEL_LABELS, LEVELS } from "./assessment";

interface Row extends Record<string, unknown> {
  criterion: string;
  level: string;
  comment: string;
}
interface Scores extends Record<string, unknown> {
  scores: Row[];
  second: string;
  secondReason: string;
}

interface ScoreFormProps {
  criteria: readonly Criterion[];
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  /** Whether whoever scores can ask for a second assessor. */
  canAskSecond?: boolean;
  /** In practice nobody reads comments, and nothing is decided. */
  isPractice?: boolean;
}

/** Each criterion with its rubric, a score and a comment. */
export function ScoreForm({ criteria, lastResult, canAskSecond = false, isPractice = false }: ScoreFormProps) {
  const [form, fields] = useServerForm<Scores>({
    id: "scores",
    lastResult,
    defaultValue: { scores: criteria.map(({ key }) => ({ criterion: key, level: "", comment: "" })) },
  });
  const rows = fields.scores.getFieldList() as FieldMetadata<Row, Scores>[];
  return (
    <FormFrame form={form}>
      {criteria.map((criterion, index) => {
        const row = rows[index]?.getFieldset();
        return row ? (
          <CriterionCard key={criterion.key} criterion={criterion}>
            <Hidden name={row.criterion.name} value={criterion.key} />
            <RadioGroup
              field={row.level}
              legend="Score"
              options={LEVELS.map((value) => ({ value, label: LEVEL_LABELS[value] }))}
              required
            />
            {isPractice ? null : (
              <TextArea
                field={row.comment}
                label="Comment"
                hint="The candidate reads it, without your name. Needed for “not yet”."
                rows={3}
              />
            )}
          </CriterionCard>
        ) : null;
      })}
      {canAskSecond ? (
        <Card className="grid gap-3">
          <CheckboxField
            field={fields.second}
            label="Ask for a second assessor"
            hint="They score it without your scores. Some submissions get one by chance, too."
          />
          <TextField field={fields.secondReason} label="Why" hint="For the coordinator." maxLength={300} />
        </Card>
      ) : null}
      <StickyActions>
        <SubmitButton {...(isPractice ? {} : { intent: "score" })}>Hand in the scores</SubmitButton>
      </StickyActions>
    </FormFrame>
  );
}
