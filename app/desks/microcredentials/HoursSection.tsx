import { AWARD_AFFIDAVIT, AWARD_HOURS_LABELS, type AwardHoursStatus } from "~/microcredentials/hours/award-hours";
import { formatClockHours, formatDateTime } from "~/platform/format";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { CheckboxField } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Notice, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";

export interface HoursView {
  minutes: number;
  status: AwardHoursStatus | null;
  claimedAt: number | null;
  returnedReason: string | null;
  /** Of what is posted. */
  creditId: string | null;
}

interface HoursSectionProps {
  hours: HoursView;
  timeZone: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** The clock hours that an award brings, for its holder: to claim, claimed, returned, posted. */
export function HoursSection({ hours, timeZone, lastResult }: HoursSectionProps) {
  const { minutes, status, claimedAt, returnedReason, creditId } = hours;
  const words = formatClockHours(minutes);
  return (
    <Section title="Clock hours" description={`The committee had approved ${words} for it when you were awarded.`}>
      {status === "returned" ? (
        <Notice tone="attention" title="The registrar returned your claim">
          <p>Reason: {returnedReason}</p>
        </Notice>
      ) : null}
      {status === null || status === "returned" ? (
        <ClaimForm words={words} lastResult={lastResult} />
      ) : (
        <div className="flex flex-wrap items-center gap-4">
          <Status tone={status === "posted" ? "good" : "waiting"}>{AWARD_HOURS_LABELS[status]}</Status>
          <span className="text-soft">{claimedAt === null ? "" : formatDateTime(claimedAt, timeZone)}</span>
          {creditId ? (
            <LinkButton to={`/credits/${creditId}/documents`} variant="secondary">
              Certificate of clock hours
            </LinkButton>
          ) : (
            <ConfirmDialog
              trigger="Take the claim back"
              variant="quiet"
              title="Take your claim back?"
              confirmLabel="Take it back"
              confirmVariant="danger"
              intent="take-hours-back"
            >
              <p>The registrar no longer sees it. You can claim the hours again.</p>
            </ConfirmDialog>
          )}
        </div>
      )}
    </Section>
  );
}

function ClaimForm({ words, lastResult }: { words: string; lastResult: HoursSectionProps["lastResult"] }) {
  const [form, fields] = useServerForm<Record<"affidavit", string>>({ id: "hours", lastResult });
  return (
    <FormFrame form={form} className="grid max-w-3xl gap-4">
      <CheckboxField field={fields.affidavit} label={AWARD_AFFIDAVIT.text} required />
      <div>
        <SubmitButton intent="claim-hours">Claim {words}</SubmitButton>
      </div>
    </FormFrame>
  );
}
