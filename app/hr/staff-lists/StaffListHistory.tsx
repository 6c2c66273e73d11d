import { Link } from "@remix-run/react";
import { formatDateTime } from "~/platform/format";
import { EmptyState, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { type FateCounts, STAFF_LIST_TONES, STAFF_LIST_WORDS, type StaffListState } from "./staff-list-state";
import { countsInWords } from "./staff-words";

interface ListedStaffList {
  id: string;
  state: StaffListState;
  fileName: string;
  readAt: number;
  readBy: string;
  counts: FateCounts | null;
  answer: string | null;
}

/** The newest lists of a district, and what became of each. */
export function StaffListHistory({ lists, timeZone }: { lists: ListedStaffList[]; timeZone: string }) {
  return (
    <Section title="Lists until now">
      <DataTable
        caption="Lists until now"
        rows={lists}
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
    </Section>
  );
}
