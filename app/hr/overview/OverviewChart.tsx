import { LinkButton } from "~/ui/Button";
import { Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import { ALL_OTHERS, amountInWords, CHARTS, NOT_TOLD, type ToldChart } from "./overview";
import { SMALLEST_CELL } from "./suppression";

interface OverviewChartProps {
  chart: ToldChart & { picture: string | null };
  /** Where it is as CSV. */
  csv: string;
}

const UNIT_WORDS = { people: "People", hours: "Hours", dollars: "Dollars" } as const;
const STEP_WORDS = { people: "10 people", hours: "10 hours", dollars: "$100" } as const;

/** A chart with the table behind it, and as CSV: all three tell the same. */
export function OverviewChart({ chart: { name, cells, total, picture }, csv }: OverviewChartProps) {
  const { title, part, unit } = CHARTS[name];
  const rows = [
    ...cells,
    { label: ALL_OTHERS, amount: null },
    ...(total === null ? [] : [{ label: "In all", amount: total }]),
  ];
  return (
    <Section
      title={title}
      actions={
        <LinkButton to={csv} reloadDocument variant="secondary" size="sm">
          CSV<span className="sr-only">: {title}</span>
        </LinkButton>
      }
    >
      {picture === null ? (
        <p className="text-soft">Nothing can be told: no part of it is of {SMALLEST_CELL} people or more.</p>
      ) : (
        <figure className="grid gap-3">
          {/* Drawn by the server from the very figures below. */}
          <div className="overflow-x-auto" dangerouslySetInnerHTML={{ __html: picture }} />
          <DataTable
            caption={title}
            rows={rows}
            rowKey={(row) => row.label}
            empty={null}
            columns={[
              { key: "part", header: part, primary: true, cell: (row) => row.label },
              {
                key: "amount",
                header: UNIT_WORDS[unit],
                align: "end",
                cell: ({ amount }) =>
                  amount === null ? <span className="text-soft">{NOT_TOLD}</span> : amountInWords(amount, unit),
              },
            ]}
          />
          <figcaption className="text-[0.9375rem] text-soft">Rounded down to {STEP_WORDS[unit]}.</figcaption>
        </figure>
      )}
    </Section>
  );
}
