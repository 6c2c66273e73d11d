import { Status } from "~/ui/Status";
import { type Column, DataTable } from "~/ui/tables/Table";
import type { CheckedRow } from "./checked-row";
import { Link } from "~/ui/Link";

/** Two files may bear one name. */
type KeyedRow = CheckedRow & { key: string };

const columns: Column<KeyedRow>[] = [
  { key: "file", header: "File", primary: true, cell: (row) => <span className="break-all">{row.name}</span> },
  { key: "verdict", header: "Verdict", cell: (row) => <Status tone={row.tone}>{row.words}</Status> },
  { key: "educator", header: "Educator", cell: (row) => row.educator ?? "–" },
  { key: "document", header: "Document", cell: (row) => row.what ?? "–" },
  {
    key: "code",
    header: "On record",
    cell: ({ code }) =>
      code ? (
        <Link to={`/verify/${code}`} className="link font-mono text-[0.9375rem] pointer-coarse:py-2">
          {code}
        </Link>
      ) : (
        "–"
      ),
  },
  { key: "why", header: "Why", cell: (row) => row.why },
];

/** What became of many files, as they are checked. */
export function CheckedFiles({ checked }: { checked: CheckedRow[] }) {
  const rows = checked.map((row, index) => ({ ...row, key: `${index} ${row.name}` }));
  return <DataTable caption="Checked files" columns={columns} rows={rows} rowKey={(row) => row.key} empty={null} />;
}
