import { formatPlainDate } from "~/platform/format";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import type { ShownOutside } from "./outside-shown";
import { OUTSIDE_STATE_WORDS } from "./outside-hours";
import { Link } from "~/ui/Link";

/** Hours from elsewhere with how far each was checked; `link` says where an entry's page is, if the reader has one. */
export function OutsideTable({ rows, link }: { rows: ShownOutside[]; link?: (row: ShownOutside) => string }) {
  return (
    <DataTable
      caption="Hours from elsewhere"
      rows={rows}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: "title",
          header: "What",
          primary: true,
          cell: (row) =>
            link ? (
              <Link to={link(row)} className="link">
                {row.title}
              </Link>
            ) : (
              row.title
            ),
        },
        { key: "given", header: "Given by", cell: ({ providerName }) => providerName },
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
        { key: "state", header: "Vouched for", cell: (row) => <OutsideStatus {...row} /> },
      ]}
    />
  );
}

/** How far an entry was checked, and by whom. */
export function OutsideStatus({ state, mark, reason }: Pick<ShownOutside, "state" | "mark" | "reason">) {
  const { tone, words } = OUTSIDE_STATE_WORDS[state];
  const isTrusted = state !== "signed" || mark !== OUTSIDE_STATE_WORDS["self-reported"].words;
  return (
    <div className="grid min-w-0 justify-items-start gap-1">
      <Status tone={isTrusted ? tone : "neutral"}>{isTrusted ? words : "Issuer not trusted any more"}</Status>
      {["sent", "accepted", "signed"].includes(state) ? (
        <span className="text-[0.9375rem] text-soft">{mark}</span>
      ) : null}
      {reason ? <span className="text-[0.9375rem] text-soft">{reason}</span> : null}
    </div>
  );
}
