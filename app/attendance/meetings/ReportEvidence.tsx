import { formatDate, plural } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import { linesInWords } from "./report-words";

interface Evidence {
  id: string;
  fileName: string;
  fileHash: string;
  uploadedBy: string;
  takenBackBecause: string | null;
  startsAt: number;
  timeZone: string;
  people: { personId: string | null; name: string; lines: number[] }[];
}

/** The reports of online meetings by which people of an offering were marked, with the lines of each. */
export function ReportEvidence({ reports }: { reports: Evidence[] }) {
  if (reports.length === 0) return null;
  return (
    <Section
      title="Marked by reports of online meetings"
      description="What stays of a report: its name and digest, who uploaded it, and the lines by which people were marked."
    >
      <DataTable
        caption="Reports of online meetings"
        rows={reports}
        rowKey={(row) => row.id}
        empty={null}
        columns={[
          { key: "session", header: "Session", primary: true, cell: (row) => formatDate(row.startsAt, row.timeZone) },
          {
            key: "file",
            header: "Report",
            cell: ({ fileName, fileHash, takenBackBecause }) => (
              <>
                {fileName}
                <span className="block text-[0.9375rem] break-all text-soft">SHA-256 {fileHash}</span>
                {takenBackBecause ? <span className="block">Taken back: {takenBackBecause}</span> : null}
              </>
            ),
          },
          { key: "by", header: "Uploaded by", cell: (row) => row.uploadedBy },
          {
            key: "people",
            header: "Marked",
            cell: ({ people }) => (
              <details>
                <summary className="link">{plural(people.length, "person", "people")}</summary>
                {people.map(({ personId, name, lines }) => (
                  <span key={personId} className="block">
                    {name}: {linesInWords(lines)}
                  </span>
                ))}
              </details>
            ),
          },
        ]}
      />
    </Section>
  );
}
