import type { Newest } from "~/platform/database/newest.server";
import { formatDateTime } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import { HowMany } from "~/ui/lists/HowMany";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

/** With the value "all", the page shows more of the refused files than the newest. */
export const REFUSED_PARAMETER = "refused";

interface RefusedFilesProps {
  files: Newest<{ id: string; personId: string; name: string; file: string; reason: string; at: number }>;
  timeZone: string;
}

/** Files that a scan refused, for coordinators; nothing where there are none. */
export function RefusedFiles({ files: { rows, total }, timeZone }: RefusedFilesProps) {
  if (total === 0) return null;
  return (
    <Section
      title="Refused files"
      description="The check of files refused these. Nobody can open them, and no assessor is given them; who added them reads why."
    >
      <DataTable
        caption="Refused files"
        rows={rows}
        rowKey={(row) => row.id}
        empty={null}
        columns={[
          { key: "file", header: "File", primary: true, cell: (row) => row.file },
          {
            key: "name",
            header: "Name",
            cell: (row) => (
              <Link to={`/people/${row.personId}`} className="link pointer-coarse:inline-block pointer-coarse:py-2">
                {row.name}
              </Link>
            ),
          },
          { key: "reason", header: "Reason", cell: (row) => row.reason },
          { key: "at", header: "Refused", cell: (row) => formatDateTime(row.at, timeZone) },
        ]}
      />
      <HowMany shown={rows.length} total={total} noun="refused files" parameter={REFUSED_PARAMETER} />
    </Section>
  );
}
