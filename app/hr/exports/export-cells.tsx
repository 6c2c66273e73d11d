import type { ReactNode } from "react";
import { formatDateTime, plural } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import type { ExportListRow } from "./export-list.server";
import { askedInWords, fileInWords } from "./export-words";

/** What the list of exports shows of each. */
export const EXPORT_CELLS: Record<string, (row: ExportListRow) => ReactNode> = {
  made: (row) => formatDateTime(row.madeAt, row.timeZone),
  organisation: (row) => row.organisation,
  by: (row) => row.madeBy,
  what: askedInWords,
  file: (row) => fileInWords(row.format, row.size),
  rows: (row) => row.rows.toLocaleString("en-US"),
  hash: (row) => <Digest hex={row.fileHash} />,
  again: (row) => (
    <LinkButton to={`/hr/exports/${row.id}`} reloadDocument variant="secondary" size="sm">
      Download again<span className="sr-only"> ({plural(row.rows, "row")})</span>
    </LinkButton>
  ),
};

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
