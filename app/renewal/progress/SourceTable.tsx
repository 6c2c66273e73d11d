import { formatHours, formatPlainDate } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { EmptyState } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import type { ShownSource } from "./progress";
import { REQUIREMENT_NAMES } from "./requirement-words";
import { Link } from "~/ui/Link";

/** Every source with what it counts to and, where it does not, why; what was not posted here says who vouches for it. */
export function SourceTable({ sources }: { sources: ShownSource[] }) {
  return (
    <DataTable
      caption="Hours and what they count to"
      rows={sources}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title="No posted hours yet" action={<LinkButton to="/catalog">Browse the catalog</LinkButton>}>
          Hours count here once a registrar has posted them.
        </EmptyState>
      }
      columns={[
        {
          key: "title",
          header: "What",
          primary: true,
          cell: ({ href, title, mark }) => (
            <>
              <Link to={href} className="link">
                {title}
              </Link>
              {mark ? <span className="block text-[0.9375rem] font-normal text-soft">{mark}</span> : null}
            </>
          ),
        },
        {
          key: "completed",
          header: "Completed",
          cell: ({ completedOn }) => <span className="whitespace-nowrap">{formatPlainDate(completedOn)}</span>,
        },
        { key: "provider", header: "Provider", hideOnPhone: true, cell: ({ provider }) => provider },
        { key: "hours", header: "Hours", align: "end", cell: ({ minutes }) => formatHours(minutes) },
        { key: "counts", header: "Counts to", cell: (source) => <CountsTo {...source} /> },
      ]}
    />
  );
}

function CountsTo({ countsTo, why }: ShownSource) {
  const parts = countsTo.map(({ code, minutes }) => {
    const name = REQUIREMENT_NAMES[code as keyof typeof REQUIREMENT_NAMES];
    // A growth plan has no minutes of a topic, and meets it by its goal.
    return minutes > 0 ? `${name} ${formatHours(minutes)}` : `${name} by its goal`;
  });
  return (
    <div className="min-w-0">
      <p>{parts.length > 0 ? parts.join(", ") : "Does not count"}</p>
      {why ? <p className="text-[0.9375rem] text-soft">{why}</p> : null}
    </div>
  );
}
