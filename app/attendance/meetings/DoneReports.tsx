import { formatDateTime, plural } from "~/platform/format";
import { ConfirmDialog } from "~/ui/Dialog";
import { Card, Section } from "~/ui/frame/Page";
import { Unfold } from "~/ui/Unfold";
import type { ReportPage } from "./report-page.server";
import { linesInWords } from "./report-words";

/** What was marked by reports, kept as evidence: file, digest, uploader, and the lines of each person. */
export function DoneReports({ done, timeZone }: { done: ReportPage["done"]; timeZone: string }) {
  if (done.length === 0) return null;
  return (
    <Section
      title="Carried out"
      description="What stays of a report: its name and digest, who uploaded it, and the lines by which people were marked."
    >
      <ul className="grid gap-4">
        {done.map((report) => (
          <li key={report.id}>
            <Card className="grid gap-3">
              <div>
                <p className="font-semibold break-words">{report.fileName}</p>
                <p className="text-[0.9375rem] text-soft">
                  {plural(report.people.length, "person", "people")} marked
                  {report.appliedAt ? `, ${formatDateTime(report.appliedAt, timeZone)}` : ""}; uploaded by{" "}
                  {report.uploadedBy}
                </p>
                {report.takenBackBecause ? <p>Taken back: {report.takenBackBecause}</p> : null}
              </div>
              <Unfold title="People and lines">
                <ul className="grid gap-1">
                  {report.people.map(({ personId, name, lines }) => (
                    <li key={personId}>
                      {name}: {linesInWords(lines)}
                    </li>
                  ))}
                </ul>
                <p className="text-[0.9375rem] break-all text-soft">SHA-256 {report.fileHash}</p>
              </Unfold>
              {report.takenBackBecause ? null : (
                <div>
                  <ConfirmDialog
                    trigger="Take it back"
                    title={`Take back what ${report.fileName} marked?`}
                    confirmLabel="Take it back"
                    intent="take-back"
                    values={{ report: report.id }}
                  >
                    <p>
                      Every mark of it that still stands is voided. The same file can be read anew.
                      {done.some(({ id, takenBackBecause }) => id !== report.id && !takenBackBecause)
                        ? " What other reports said of the same minutes was not marked twice: take those back, too, and read them anew."
                        : null}
                    </p>
                    <label className="grid gap-1 font-semibold">
                      Why
                      <input name="reason" className="input font-normal" minLength={3} maxLength={300} required />
                    </label>
                  </ConfirmDialog>
                </div>
              )}
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
