import type { Newest } from "~/platform/database/newest.server";
import { formatDateTime } from "~/platform/format";
import { EmptyState, Section } from "~/ui/frame/Page";
import { HowMany } from "~/ui/lists/HowMany";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { type FateCounts, STAFF_LIST_TONES, STAFF_LIST_WORDS, type StaffListState } from "./staff-list-state";
import { countsInWords } from "./staff-words";
import { Link } from "~/ui/Link";

interface ListedStaffList {
  id: string;
  state: StaffListState;
  fileName: string;
  readAt: number;
  readBy: string;
  counts: FateCounts | null;
  answer: string | null;
}

interface StaffListHistoryProps {
  lists: Newest<ListedStaffList>;
  timeZone: string;
}

/** With the value "all", the page shows more of the lists than the newest. */
export const LISTS_PARAMETER = "lists";

/** The newest lists of a district, and what became of each. */
export function StaffListHistory({ lists: { rows, total }, timeZone }: StaffListHistoryProps) {
  return (
    <Section title="Lists until now">
      <DataTable
        caption="Lists until now"
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title="No list was read yet" />}
        columns={[
          {
            key: "file",
            header: "File",
            primary: true,
            cell: ({ id, fileName }) => (
              <Link to={`/hr/staff-list/${id}`} className="link break-words">
                {fileName}
              </Link>
            ),
          },
          {
            key: "read",
            header: "Read",
            cell: ({ readAt, readBy }) => `${formatDateTime(readAt, timeZone)} by ${readBy}`,
          },
          {
            key: "state",
            header: "What became of it",
            cell: ({ state, answer }) => (
              <>
                <Status tone={STAFF_LIST_TONES[state]}>{STAFF_LIST_WORDS[state]}</Status>
                {state === "failed" && answer ? <p className="mt-1 text-[0.9375rem] text-soft">{answer}</p> : null}
              </>
            ),
          },
          { key: "counts", header: "Lines", cell: ({ counts }) => (counts ? countsInWords(counts) : "–") },
        ]}
      />
      <HowMany shown={rows.length} total={total} noun="lists" parameter={LISTS_PARAMETER} />
    </Section>
  );
}
