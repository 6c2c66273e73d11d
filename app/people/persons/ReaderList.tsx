import { formatDateTime } from "~/platform/format";
import type { Newest } from "~/platform/database/newest.server";
import { Section } from "~/ui/frame/Page";
import { HowMany } from "~/ui/lists/HowMany";
import { type Column, DataTable } from "~/ui/tables/Table";
import { READERS_PARAMETER } from "./reading-words";
import type { SeenBy } from "./reader-list.server";

/** Who looked at a person's records, newest first (P5). */
export function ReaderList({ readers, timeZone }: { readers: Newest<SeenBy>; timeZone: string }) {
  const columns: Column<SeenBy>[] = [
    { key: "what", header: "What", primary: true, cell: (row) => row.what },
    { key: "who", header: "Who looked", cell: (row) => row.readerName },
    { key: "when", header: "When", cell: (row) => formatDateTime(row.at, timeZone) },
  ];
  return (
    <Section
      title="Who looked at this record"
      description="Every page of the staff that showed this person. Nobody can change this list."
    >
      <DataTable
        caption="Who looked at this record"
        columns={columns}
        rows={readers.rows}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">Nobody of the staff has looked at it yet.</p>}
      />
      <HowMany shown={readers.rows.length} total={readers.total} noun="entries" parameter={READERS_PARAMETER} />
    </Section>
  );
}
