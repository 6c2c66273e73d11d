import { Form } from "@remix-run/react";
import { formatPlainDate } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { Notice, Section } from "~/ui/frame/Page";
import { touchedInWords, type Touched } from "./policy-periods";

interface PolicyEffectProps {
  fromDate: string;
  untilDate: string | null;
  today: string;
  touched: Touched;
}

/** The first day of a policy, to be chosen before its values, and what a policy from that day on touches. */
export function PolicyEffect({ fromDate, untilDate, today, touched }: PolicyEffectProps) {
  return (
    <Section title="First day">
      <Form method="get" className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <label className="grid gap-1 font-semibold">
          Counts from
          <input
            key={fromDate}
            type="date"
            name="from"
            defaultValue={fromDate}
            min={today}
            required
            className="input font-normal"
          />
        </label>
        <SubmitButton variant="secondary">Show what it touches</SubmitButton>
      </Form>
      <div aria-live="polite">
        <Notice tone="info" title={periodInWords(fromDate, untilDate)}>
          <p>{touchedInWords(touched)}</p>
        </Notice>
      </div>
    </Section>
  );
}

/** For which offerings a policy counts: "Counts for offerings whose first session is on Fri, Jan 1, 2027 or later". */
export function periodInWords(fromDate: string, untilDate: string | null): string {
  const from = `Counts for offerings whose first session is on ${formatPlainDate(fromDate)}`;
  return untilDate === null ? `${from} or later` : `${from} or later, until ${formatPlainDate(untilDate)}`;
}
