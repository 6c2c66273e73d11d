import { Link } from "@remix-run/react";
import { formatDate, formatHours, plural } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { DataTable, type Column } from "~/ui/Table";
import { dayOf } from "./day";
import type { DocumentSummary } from "./document-state";
import { DocumentStatus } from "./DocumentStatus";

interface IssuedTranscriptsProps {
  documents: DocumentSummary[];
  timeZone: string;
}

/** Transcripts that were issued, newest first, each with its file and its public page. */
export function IssuedTranscripts({ documents, timeZone }: IssuedTranscriptsProps) {
  const columns: Column<DocumentSummary>[] = [
    { key: "issued", header: "Issued", primary: true, cell: (row) => formatDate(row.issuedAt, timeZone) },
    { key: "period", header: "Holds", cell: (row) => <Contents row={row} /> },
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
        <LinkButton to={`/documents/${row.id}`} reloadDocument variant="secondary" size="sm">
          Open PDF<span className="sr-only"> issued {formatDate(row.issuedAt, timeZone)}</span>
        </LinkButton>
      ),
    },
  ];
  return (
    <DataTable caption="Issued transcripts" columns={columns} rows={documents} rowKey={(row) => row.id} empty={null} />
  );
}

function Contents({ row }: { row: DocumentSummary }) {
  return (
    <>
      {describeShortly(row.period)}
      <span className="block text-[0.9375rem] text-soft">
        {plural(row.lines, "course")}, {formatHours(row.minutes)} h
      </span>
    </>
  );
}

function describeShortly(period: DocumentSummary["period"]): string {
  if (period?.from && period.to) return `${dayOf(period.from)} to ${dayOf(period.to)}`;
  if (period?.from) return `From ${dayOf(period.from)}`;
  if (period?.to) return `Up to ${dayOf(period.to)}`;
  return "All clock hours";
}
