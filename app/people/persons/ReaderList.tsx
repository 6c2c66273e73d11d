import { formatDateTime } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import { type Column, DataTable } from "~/ui/tables/Table";
import type { SeenBy } from "./reader-list.server";

/** Who looked at a person's records, newest first (P5). */
export function ReaderList({ readers, timeZone }: { readers: SeenBy[]; timeZone: string }) {
  const columns: Column<SeenBy>[] = [
    { key: "what", header: "What", primary: true, cell: (row) => row.what },
    { key: "who", header: "Who looked", cell: (row) => row.readerName },
    { key: "when", header: "When", cell: (row) => formatDateTime(row.at, timeZone) },
  ];
  return (
    <Section
      title="Who looked at this record"
      description="Every page of the staff that showed this person, the last hundred. Nobody can change this list."
    >
      <DataTable
        caption="Who looked at this record"
        columns={columns}
        rows={readers}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">Nobody of the staff has looked at it yet.</p>}
      />
    </Section>
  );
}
