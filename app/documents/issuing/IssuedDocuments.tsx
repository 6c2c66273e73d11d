import { formatDate, formatHours, plural } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { DataTable, type Column } from "~/ui/tables/Table";
import { DOCUMENT_KIND_LABELS } from "./document-kind";
import type { DocumentSummary } from "./document-state";
import { DocumentStatus } from "./DocumentStatus";
import { Link } from "~/ui/Link";

interface IssuedDocumentsProps {
  caption: string;
  documents: DocumentSummary[];
  timeZone: string;
}

/** Documents that were issued, newest first, each with its file and its public page. */
export function IssuedDocuments({ caption, documents, timeZone }: IssuedDocumentsProps) {
  return (
    <DataTable
      caption={caption}
      columns={columnsFor(timeZone)}
      rows={documents}
      rowKey={(row) => row.id}
      empty={null}
    />
  );
}

function columnsFor(timeZone: string): Column<DocumentSummary>[] {
  return [
    { key: "document", header: "Document", primary: true, cell: (row) => <Contents row={row} /> },
    { key: "issued", header: "Issued", cell: (row) => formatDate(row.issuedAt, timeZone) },
    {
      key: "code",
      header: "Verification code",
      cell: (row) => (
        <Link to={`/verify/${row.code}`} className="link font-mono text-[0.9375rem] pointer-coarse:py-2">
          {row.code}
        </Link>
      ),
    },
    { key: "state", header: "State", cell: (row) => <DocumentStatus state={row.state} /> },
    {
      key: "file",
      header: "File",
      bare: true,
      cell: (row) => (
        <LinkButton
          to={`/documents/${row.id}`}
          reloadDocument
          variant="secondary"
          size="sm"
          className="whitespace-nowrap"
        >
          Open PDF<span className="sr-only"> issued {formatDate(row.issuedAt, timeZone)}</span>
        </LinkButton>
      ),
    },
  ];
}

function Contents({ row }: { row: DocumentSummary }) {
  return (
    <>
      {DOCUMENT_KIND_LABELS[row.kind]}
      <span className="block text-[0.9375rem] font-normal text-soft">
        {row.holds}
        {row.lines > 0 ? (
          <span className="block">
            {plural(row.lines, "course")}, {formatHours(row.minutes)} h
          </span>
        ) : null}
      </span>
    </>
  );
}
