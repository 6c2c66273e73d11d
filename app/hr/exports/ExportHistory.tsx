import { formatDateTime, formatPlainDate, plural } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { type Column, DataTable } from "~/ui/tables/Table";
import type { PastExport } from "./export.server";

interface ExportHistoryProps {
  exports: PastExport[];
  timeZone: string;
}

/** S4: what was exported when, by whom. */
export function ExportHistory({ exports, timeZone }: ExportHistoryProps) {
  const columns: Column<PastExport>[] = [
    { key: "made", header: "Made", primary: true, cell: (row) => formatDateTime(row.madeAt, timeZone) },
    { key: "by", header: "By", cell: (row) => row.madeBy },
    { key: "what", header: "Completed in", cell: (row) => describeDates(row) },
    { key: "rows", header: "Rows", align: "end", cell: (row) => row.rows.toLocaleString("en-US") },
    { key: "hash", header: "SHA-256 of the file", cell: (row) => <Digest hex={row.fileHash} /> },
    {
      key: "again",
      header: "File",
      bare: true,
      cell: (row) => (
        <LinkButton to={`/hr/exports/${row.id}`} reloadDocument variant="secondary" size="sm">
          Download again<span className="sr-only"> ({plural(row.rows, "row")})</span>
        </LinkButton>
      ),
    },
  ];
  return (
    <DataTable
      caption="Earlier exports"
      columns={columns}
      rows={exports}
      rowKey={(row) => row.id}
      empty={<p className="text-soft">Nothing has been exported yet.</p>}
    />
  );
}

function Digest({ hex }: { hex: string }) {
  return (
    <details>
      <summary className="link inline-block font-mono text-[0.9375rem] pointer-coarse:py-2.5">
        {hex.slice(0, 12)}…
      </summary>
      <code className="block max-w-72 text-sm break-all">{hex}</code>
    </details>
  );
}

function describeDates({ from, to, onlyNew }: PastExport): string {
  const dates =
    from && to
      ? `${formatPlainDate(from)} – ${formatPlainDate(to)}`
      : from
        ? `from ${formatPlainDate(from)}`
        : to
          ? `up to ${formatPlainDate(to)}`
          : "All dates";
  return onlyNew ? `${dates}, new only` : dates;
}
