import { Link } from "@remix-run/react";
import { DOCUMENT_KIND_LABELS } from "~/documents/issuing/document-kind";
import { PROBLEM_WORDS } from "~/documents/checking/file-check";
import { type CheckedFile, summarizeCheck } from "~/documents/checking/uploaded-file";
import { dayOf } from "~/platform/format";
import { Status } from "~/ui/Status";
import { type Column, DataTable } from "~/ui/tables/Table";

/** Two files may bear one name. */
type KeyedFile = CheckedFile & { key: string };

const columns: Column<KeyedFile>[] = [
  { key: "file", header: "File", primary: true, cell: (row) => <span className="break-all">{row.name}</span> },
  { key: "verdict", header: "Verdict", cell: (row) => <Verdict row={row} /> },
  { key: "educator", header: "Educator", cell: (row) => onRecord(row)?.educator.legalName ?? "–" },
  {
    key: "document",
    header: "Document",
    cell: (row) => {
      const parameters = onRecord(row);
      return parameters ? `${DOCUMENT_KIND_LABELS[parameters.kind]}, ${dayOf(parameters.issuedOn)}` : "–";
    },
  },
  {
    key: "code",
    header: "On record",
    cell: ({ verification }) =>
      verification ? (
        <Link
          to={`/verify/${verification.parameters.code}`}
          className="link font-mono text-[0.9375rem] pointer-coarse:py-2"
        >
          {verification.parameters.code}
        </Link>
      ) : (
        "–"
      ),
  },
  { key: "why", header: "Why", cell: (row) => <Why row={row} /> },
];

/** What the record says of a genuine file; of an altered one nothing is to be read off the table. */
const onRecord = (row: CheckedFile) => (row.verdict === "genuine" ? row.verification?.parameters : undefined);

function Verdict({ row }: { row: CheckedFile }) {
  const { words, tone } = summarizeCheck(row);
  return <Status tone={tone}>{words}</Status>;
}

function Why({ row: { verdict, problems, verification } }: { row: CheckedFile }) {
  const standing = verification?.standing;
  if (verdict !== "genuine") return problems.map((problem) => PROBLEM_WORDS[problem]).join(" ");
  if (standing?.state === "revoked") return `Revoked on ${dayOf(standing.on)}: ${standing.reason}`;
  if (standing?.state === "superseded") return `A newer one was issued on ${dayOf(standing.successorIssuedOn)}.`;
  if (standing && standing.correctedLines > 0) return "Hours on it were corrected since. Ask for a new one.";
  return "Exactly the file that was issued.";
}

/** What became of many files, as they are checked. */
export function CheckedFiles({ checked }: { checked: CheckedFile[] }) {
  const rows = checked.map((file, index) => ({ ...file, key: `${index} ${file.name}` }));
  return <DataTable caption="Checked files" columns={columns} rows={rows} rowKey={(row) => row.key} empty={null} />;
}
