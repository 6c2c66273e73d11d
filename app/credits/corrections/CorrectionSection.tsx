import { formatClockHours, formatDateTime, formatHours } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Card, Notice, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { CORRECTION_STATE_TONES, CORRECTION_STATE_WORDS, type CorrectionState } from "./correction-state";

export interface RequestLine {
  id: string;
  origin: "educator" | "attendance";
  state: CorrectionState;
  minutes: number | null;
  reason: string;
  createdAt: number;
  answer: string | null;
}

interface CorrectionSectionProps {
  requests: RequestLine[];
  timeZone: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** The person's own requests for a correction of posted hours, and a form for a new one (T7). */
export function CorrectionSection({ requests, timeZone, lastResult }: CorrectionSectionProps) {
  const open = requests.find((request) => request.state === "open" && request.origin === "educator");
  const [form, fields] = useServerForm<{ hours: string; reason: string }>({ id: "correction", lastResult });
  const [withdrawal] = useServerForm({ id: "withdrawal" });
  return (
    <Section
      title="Is something wrong?"
      description="Posted hours are never edited. A correction is a new entry that says why."
    >
      <RequestLines requests={requests} timeZone={timeZone} />
      {open ? (
        <FormFrame form={withdrawal}>
          <div>
            <SubmitButton intent="withdraw-correction" variant="secondary">
              Withdraw my request
            </SubmitButton>
          </div>
        </FormFrame>
      ) : (
        <details className="rounded-lg border border-line p-4" open={Boolean(lastResult?.error)}>
          <summary className="cursor-pointer py-2 font-semibold">Ask for a correction</summary>
          <FormFrame form={form} className="mt-4 grid gap-5">
            <TextField
              field={fields.hours}
              label="Hours that are right"
              hint="Leave empty if it is about something else, for example your name."
              inputMode="decimal"
              autoComplete="off"
              className="max-w-80"
            />
            <TextArea field={fields.reason} label="What is wrong" rows={3} required />
            <div>
              <SubmitButton intent="request-correction">Ask for a correction</SubmitButton>
            </div>
          </FormFrame>
        </details>
      )}
    </Section>
  );
}

/** Requests for a correction, oldest first, with what became of them. */
export function RequestLines({ requests, timeZone }: { requests: RequestLine[]; timeZone: string }) {
  if (requests.length === 0) return null;
  return (
    <ul className="grid gap-3">
      {requests.map((request) => (
        <li key={request.id}>
          <Card>
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <Status tone={CORRECTION_STATE_TONES[request.state]}>{CORRECTION_STATE_WORDS[request.state]}</Status>
              <span className="text-soft">{formatDateTime(request.createdAt, timeZone)}</span>
              {request.minutes === null ? null : <span>to {formatClockHours(request.minutes)}</span>}
            </p>
            <p className="mt-2">{request.reason}</p>
            {request.answer ? <p className="mt-1 text-soft">Registrar: {request.answer}</p> : null}
          </Card>
        </li>
      ))}
    </ul>
  );
}

interface RegistrarCorrectionProps {
  postedMinutes: number;
  earnedMinutes: number;
  requests: RequestLine[];
  timeZone: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** The registrar corrects a posted credit, or declines what was asked. */
export function RegistrarCorrection(props: RegistrarCorrectionProps) {
  const { postedMinutes, earnedMinutes, requests, timeZone, lastResult } = props;
  const asked = requests.find((request) => request.state === "open");
  const resultOf = (intent: string) => (lastResult?.initialValue?.intent === intent ? lastResult : null);
  const [form, fields] = useServerForm<{ hours: string; reason: string }>({
    id: "correct",
    lastResult: resultOf("correct"),
    defaultValue: { hours: formatHours(asked?.minutes ?? postedMinutes) },
  });
  return (
    <Section
      title="Correct the credit"
      description="A new version supersedes this one. The educator is told, and so is a district that has exported it."
    >
      <RequestLines requests={requests} timeZone={timeZone} />
      {asked ? <DeclineForm requestId={asked.id} lastResult={resultOf("decline-correction")} /> : null}
      <FormFrame form={form}>
        <Notice tone="info">
          Posted: {formatClockHours(postedMinutes)}. Earned by attendance: {formatClockHours(earnedMinutes)}, the most
          that can stand. The legal name and certificate number are taken as they are now.
        </Notice>
        <TextField
          field={fields.hours}
          label="Hours that should stand"
          inputMode="decimal"
          autoComplete="off"
          className="max-w-80"
          required
        />
        <TextArea field={fields.reason} label="Reason" rows={2} required />
        <div>
          <SubmitButton intent="correct" variant="secondary">
            Post the correction
          </SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}

function DeclineForm({
  requestId,
  lastResult,
}: {
  requestId: string;
  lastResult: RegistrarCorrectionProps["lastResult"];
}) {
  const [form, fields] = useServerForm<{ answer: string }>({ id: "decline", lastResult });
  return (
    <FormFrame form={form} className="grid gap-4">
      <input type="hidden" name="requestId" value={requestId} />
      <TextField field={fields.answer} label="Or decline it, with an answer" required />
      <div>
        <SubmitButton intent="decline-correction" variant="quiet">
          Decline the request
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
