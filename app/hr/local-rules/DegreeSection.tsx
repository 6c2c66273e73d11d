import { ChangeHistory } from "~/people/history/ChangeHistory";
import type { ChangeEvent } from "~/people/history/change-words";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import { Section } from "~/ui/frame/Page";

interface DegreeSectionProps {
  degree: { organisationId: string; organisation: string; degreeOn: string; history: ChangeEvent[] };
  /** Whether it says which district knows it so. */
  named: boolean;
  timeZone: string;
  answer:
    | (NonNullable<Parameters<typeof staleIn>[0]> & { result?: Parameters<typeof useServerForm>[0]["lastResult"] })
    | undefined;
}

/** Since when somebody has the degree on which their pay rests: local rules can leave out what was completed before (S2). */
export function DegreeSection({ degree, named, timeZone, answer }: DegreeSectionProps) {
  const { organisationId, organisation, degreeOn, history } = degree;
  const result = answer?.result;
  const isMine = result?.initialValue?.organisationId === organisationId;
  const stale = isMine ? staleIn(answer) : null;
  const [form, fields] = useServerForm<{ degreeOn: string }>({
    id: `degree-${organisationId}`,
    lastResult: isMine ? result : null,
    defaultValue: { degreeOn },
  });
  return (
    <Section title={named ? `Degree, ${organisation}` : "Degree"}>
      <FormFrame form={form} className="flex flex-wrap items-end gap-3">
        <VersionFields
          base={writeBase({ degreeOn })}
          stale={stale}
          changedBy={stale?.change?.by ?? null}
          labels={{ degreeOn: "Day of the degree" }}
        />
        <Hidden name="organisationId" value={organisationId} />
        <TextField
          field={fields.degreeOn}
          type="date"
          label="Day of the degree"
          hint="Only you see it. Where your local rule says so, hours from before do not count."
        />
        <SubmitButton intent="degree" variant="secondary">
          Save the day
        </SubmitButton>
      </FormFrame>
      <ChangeHistory events={history} timeZone={timeZone} />
    </Section>
  );
}
