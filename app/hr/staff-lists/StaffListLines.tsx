import type { ReactNode } from "react";
import { useSearchParams } from "@remix-run/react";
import { formatPlainDate } from "~/platform/format";
import { Tabs } from "~/ui/frame/Tabs";
import { EmptyState } from "~/ui/frame/Page";
import { Pagination } from "~/ui/tables/Pagination";
import { type Column, DataTable } from "~/ui/tables/Table";
import { type Candidate, DuplicateChoice, type ShownLine } from "./DuplicateChoice";
import { type FateCounts, STAFF_FATE_WORDS, STAFF_FATES, type StaffFate } from "./staff-list-state";
import { happeningInWords } from "./staff-words";

interface StaffListLinesProps {
  counts: FateCounts;
  fate: StaffFate;
  page: number;
  total: number;
  lines: ShownLine[];
  candidates: Candidate[];
  version: number;
  /** Whether something can still be decided. */
  open: boolean;
  /** The form that takes ticks of who is missing. */
  form: string;
  /** What stands above the lines. */
  children?: ReactNode;
}

const LINE: Column<ShownLine> = { key: "line", header: "Line", align: "end", cell: ({ line }) => line ?? "–" };

/** The lines of a list, one kind of them at a time. */
export function StaffListLines({
  counts,
  fate,
  page,
  total,
  lines,
  candidates,
  children,
  ...rest
}: StaffListLinesProps) {
  const [search] = useSearchParams();
  const hrefFor = (number: number) =>
    `?${new URLSearchParams({ ...Object.fromEntries(search), page: String(number) }).toString()}`;
  const tabs = STAFF_FATES.map((each) => ({
    label: STAFF_FATE_WORDS[each],
    to: `?show=${each}`,
    current: each === fate,
    count: counts[each],
  }));
  const ticks = fate === "missing" && rest.open;
  return (
    <>
      <Tabs label="What becomes of the lines" tabs={tabs} />
      {children}
      {fate === "duplicate" && rest.open ? (
        <ul className="grid gap-4">
          {lines.map((line) => (
            <li key={line.id}>
              <DuplicateChoice line={line} candidates={candidates} version={rest.version} />
            </li>
          ))}
        </ul>
      ) : (
        <DataTable
          caption={STAFF_FATE_WORDS[fate]}
          rows={lines}
          rowKey={(line) => (ticks ? (line.affiliationId ?? line.id) : line.id)}
          empty={<EmptyState title="No such line" />}
          {...(ticks && {
            selection: { form: rest.form, name: "affiliation", label: (line: ShownLine) => `Choose ${line.name}` },
          })}
          columns={[
            ...(fate === "missing" ? [] : [LINE]),
            { key: "name", header: "Who", primary: true, cell: ({ name }) => name || "–" },
            { key: "id", header: "Employee ID", cell: ({ employeeId }) => employeeId ?? "–" },
            fate === "missing"
              ? { key: "since", header: "Since", cell: ({ since }) => (since ? formatPlainDate(since) : "–") }
              : {
                  key: "email",
                  header: "Email",
                  cell: ({ email }) => <span className="break-all">{email ?? "–"}</span>,
                },
            { key: "what", header: "What happens", cell: (line) => happeningInWords(line).join(" ") || "Nothing." },
          ]}
        />
      )}
      {fate === "duplicate" && lines.length === 0 ? <EmptyState title="No such line" /> : null}
      <Pagination page={page} total={total} hrefFor={hrefFor} />
    </>
  );
}
