import { formatDateTime } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import type { PersonStep } from "./person-step.server";

interface StepHistoryProps {
  history: PersonStep["history"];
  timeZone: string;
}

/** Each time that the step was marked as done, and what became of it. */
export function StepHistory({ history, timeZone }: StepHistoryProps) {
  if (history.length === 0) return null;
  return (
    <Section title="History">
      <ol className="grid gap-3">
        {history.map((mark) => (
          <li key={mark.id} className="grid gap-1">
            <span>
              Done {formatDateTime(mark.at, timeZone)}, recorded by {mark.recordedBy ?? "themselves"}
              {mark.recordedAt === mark.at ? "" : ` on ${formatDateTime(mark.recordedAt, timeZone)}`}
              {mark.reason ? `: ${mark.reason}` : ""}
            </span>
            {mark.voidedAt === null ? null : (
              <span className="text-soft">
                Taken back {formatDateTime(mark.voidedAt, timeZone)} by {mark.voidedBy ?? "themselves"}
                {mark.voidedBecause ? `: ${mark.voidedBecause}` : ""}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
