import { formatPlainDate } from "~/platform/format";
import { Status } from "~/ui/Status";
import { type Column, DataTable } from "~/ui/tables/Table";
import type { SubmittedFacts, SubmittedKind, SubmittedState } from "./submitted-hours";
import { SUBMITTED_STATE_WORDS } from "./submitted-words";

interface Row extends SubmittedFacts {
  key: string;
  kind: SubmittedKind;
  /** What became of it since it was submitted, in words. */
  since: string | null;
}

interface SubmittedTableProps {
  caption: string;
  rows: Row[];
}

/** Hours that were submitted: what each is, who vouches for it, and what became of it since. */
export function SubmittedTable({ caption, rows }: SubmittedTableProps) {
  return <DataTable caption={caption} rows={rows} rowKey={({ key }) => key} empty={null} columns={COLUMNS} />;
}

const KIND_WORDS: Record<SubmittedKind, string> = {
  credit: "Posted clock hours",
  elsewhere: "From elsewhere: not verified clock hours",
};

const COLUMNS: Column<Row>[] = [
  {
    key: "title",
    header: "What",
    primary: true,
    cell: ({ title, since }) => (
      <>
        {title}
        {since ? (
          <span className="mt-1 block font-normal">
            <Status tone="attention">{since}</Status>
          </span>
        ) : null}
      </>
    ),
  },
  { key: "given", header: "Given by", cell: ({ givenBy }) => givenBy },
  {
    key: "completed",
    header: "Completed",
    cell: ({ completedOn }) => <span className="whitespace-nowrap">{formatPlainDate(completedOn)}</span>,
  },
  {
    key: "amount",
    header: "How much",
    cell: ({ amount, topics }) => (
      <>
        {amount}
        {topics ? <span className="block text-[0.9375rem] text-soft">{topics}</span> : null}
      </>
    ),
  },
  {
    key: "mark",
    header: "Vouched for",
    cell: ({ kind, mark }) => (
      <>
        {KIND_WORDS[kind]}
        <span className="block text-[0.9375rem] text-soft">{mark}</span>
      </>
    ),
  },
];

/** How a submission stands, and why. */
export function SubmittedStatus({ state, reason }: { state: SubmittedState; reason: string | null }) {
  const { tone, words } = SUBMITTED_STATE_WORDS[state];
  return (
    <div className="grid min-w-0 justify-items-start gap-1">
      <Status tone={tone}>{words}</Status>
      {reason ? <span className="wrap-anywhere text-[0.9375rem] text-soft">{reason}</span> : null}
    </div>
  );
}
