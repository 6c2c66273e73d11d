import { formatDate, formatDateTime, formatHours, formatTimeRange } from "~/platform/format";
import type { CountStep } from "./clock-hours";

const REASONS: Record<CountStep["reason"], string> = {
  presence: "You were there",
  outside: "Before the start or after the end: does not count",
  meal: "Meal: never counts",
  break: "Break: does not count here",
  "break-counts": "Break: counts here",
  "below-minimum": "The offering is too short for clock hours",
  rounding: "Rounded down, once for all sessions",
  "approved-cap": "No more than was approved",
  "own-time": "Completed online, on your own time",
  "own-time-late": "Completed online, on your own time, after its date",
  "no-participants": "You taught, and nobody else took part",
};

interface ReceiptProps {
  steps: CountStep[];
  sessions: { startsAt: number; timeZone: string }[];
  /** What came out, whole minutes. */
  total: number;
}

/** How hours were counted: every addition and subtraction in order, with its reason. */
export function Receipt({ steps, sessions, total }: ReceiptProps) {
  return (
    <table className="w-full max-w-2xl text-[0.9375rem] tabular-nums">
      <caption className="sr-only">How the hours were counted</caption>
      <thead>
        <tr className="border-b border-strong text-left text-soft">
          <th scope="col" className="py-2 font-semibold">
            Why
          </th>
          <th scope="col" className="py-2 text-right font-semibold">
            Minutes
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={index} className="border-b border-line align-top">
            <td className="py-2 pr-4">
              {REASONS[step.reason]}
              {step.title ? `: ${step.title}` : ""}
              <StepTime step={step} zone={sessions[step.session ?? 0]?.timeZone} />
            </td>
            <td className="py-2 text-right whitespace-nowrap">{signed(step.minutes)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <th scope="row" className="py-2 text-left font-semibold">
            Clock hours: {formatHours(total)}
          </th>
          <td className="py-2 text-right">{total}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function StepTime({ step, zone }: { step: CountStep; zone: string | undefined }) {
  if (step.to === null || !zone) return null;
  if (step.from === null) return <span className="block text-soft">{formatDateTime(step.to, zone)}</span>;
  return (
    <span className="block text-soft">
      {formatDate(step.from, zone)} · {formatTimeRange(step.from, step.to, zone)}
    </span>
  );
}

function signed(minutes: number): string {
  if (minutes === 0) return "0";
  return minutes > 0 ? `+${minutes}` : `−${-minutes}`;
}
