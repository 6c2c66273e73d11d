import { Form } from "@remix-run/react";
import { plural, zoneLabel } from "~/platform/format";
import { TIME_ZONES } from "~/platform/time/time-zone";
import { Button, SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Hidden } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";
import { Notice, Section } from "~/ui/frame/Page";
import { Unfold } from "~/ui/Unfold";
import { KnownPeople } from "./KnownPeople";
import type { ReportPage } from "./report-page.server";
import { countDue, linesInWords, markLabel, readingInWords } from "./report-words";
import { UnknownPeople } from "./UnknownPeople";

interface OpenReportProps {
  report: ReportPage["open"][number];
  roster: ReportPage["roster"];
  session: ReportPage["session"];
  confirmed: boolean;
}

/** A report that waits: how it was read, who would be marked and with how much, and who is not known. */
export function OpenReport({ report, roster, session, confirmed }: OpenReportProps) {
  const { id, fileName, preview, from, readOrder, badLines, problem, timeZone } = report;
  const { sure, withWord } = countDue(preview?.known ?? []);
  const form = `apply-${id}`;
  return (
    <Section
      title={fileName}
      description={
        from
          ? `${readingInWords(from, readOrder)}, by the clock of ${zoneLabel(timeZone)}. Nobody is marked yet.`
          : undefined
      }
      actions={
        <ConfirmDialog
          trigger="Throw it away"
          variant="quiet"
          title={`Throw ${fileName} away?`}
          confirmLabel="Throw it away"
          intent="drop"
          values={{ report: id }}
        >
          <p>Nobody is marked by it.</p>
        </ConfirmDialog>
      }
    >
      {problem ? <Notice tone="attention" title={problem} /> : null}
      {badLines.length > 0 ? (
        <p className="text-soft">
          {plural(badLines.length, "row")} could not be read and {badLines.length === 1 ? "is" : "are"} left out:{" "}
          {linesInWords(badLines.map(({ line }) => line))}.
        </p>
      ) : null}
      <ReadAs report={report} />
      {preview ? (
        <>
          <KnownPeople known={preview.known} form={form} timeZone={session.timeZone} />
          <Form id={form} method="post" className="grid gap-4">
            <OnceField />
            <Hidden name="report" value={id} />
            {confirmed ? (
              <label className="grid max-w-xl gap-1 font-semibold">
                Why attendance is corrected
                <input name="reason" className="input font-normal" maxLength={300} required />
              </label>
            ) : null}
            {sure + withWord > 0 ? (
              <div>
                <SubmitButton intent="apply">{markLabel(sure, withWord)}</SubmitButton>
              </div>
            ) : (
              <p className="text-soft">Nobody is left to be marked by this report.</p>
            )}
          </Form>
          <UnknownPeople unknown={preview.unknown} roster={roster} />
        </>
      ) : null}
    </Section>
  );
}

function ReadAs({ report: { id, timeZone, dateOrder } }: Pick<OpenReportProps, "report">) {
  return (
    <Unfold title="Read it otherwise">
      <Form method="post" className="grid gap-4 sm:grid-cols-2">
        <Hidden name="report" value={id} />
        <label className="grid gap-1 font-semibold">
          Whose clock its times are
          <select name="timeZone" defaultValue={timeZone} className="input font-normal">
            {TIME_ZONES.map((zone) => (
              <option key={zone} value={zone}>
                {zoneLabel(zone)}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1 font-semibold">
          Order of its dates
          <select name="dateOrder" defaultValue={dateOrder ?? ""} className="input font-normal">
            <option value="">As the file says itself</option>
            <option value="month-first">Month first: 1/5/2026 is January 5</option>
            <option value="day-first">Day first: 1/5/2026 is May 1</option>
          </select>
        </label>
        <div>
          <Button type="submit" name="intent" value="read-as" variant="secondary">
            Read it so
          </Button>
        </div>
      </Form>
    </Unfold>
  );
}
