import { formatDateTime } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import type { AwardChangeKind } from "./award-standing";
import { Link } from "~/ui/Link";

/** Something that became of an award, or a badge that was made of it. */
export interface AwardEvent {
  id: string;
  kind: AwardChangeKind | "badge";
  reason: string | null;
  at: number;
  /** Of a badge. */
  code: string | null;
}

const WORDS: Record<AwardEvent["kind"], string> = {
  revoked: "Revoked",
  suspended: "Suspended",
  resumed: "Valid again",
  replaced: "Replaced",
  badge: "Badge made",
};

/** What became of an award and its badges (M3). */
export function AwardHistory({ history, timeZone }: { history: AwardEvent[]; timeZone: string }) {
  return (
    <Section title="History">
      <DataTable
        caption="History of this award"
        rows={history}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">Nothing yet.</p>}
        columns={[
          { key: "at", header: "When", cell: (row) => formatDateTime(row.at, timeZone) },
          { key: "what", header: "What", primary: true, cell: (row) => WORDS[row.kind] },
          { key: "why", header: "Why", cell: (row) => row.reason ?? (row.kind === "badge" ? "First badge" : "–") },
          {
            key: "code",
            header: "Code",
            cell: (row) =>
              row.code ? (
                <Link to={`/verify/${row.code}`} className="link font-mono text-[0.9375rem] pointer-coarse:py-2">
                  {row.code}
                </Link>
              ) : (
                "–"
              ),
          },
        ]}
      />
    </Section>
  );
}
