import { formatClockHours } from "~/platform/format";
import { CardLink } from "~/ui/frame/Page";
import type { PublicRow } from "./public-list.server";

/** Micro-credentials as cards, two beside each other where there is room. */
export function PublicCards({ rows }: { rows: PublicRow[] }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {rows.map((row) => (
        <li key={row.id}>
          <CardLink to={`/microcredentials/${row.id}`} title={row.title} className="h-full">
            <p>{row.competency}</p>
            <p className="text-soft">
              {[
                row.area,
                row.provider,
                ...(row.isStack ? ["Stack"] : []),
                ...(row.minutes > 0 ? [formatClockHours(row.minutes)] : []),
              ].join(" · ")}
            </p>
          </CardLink>
        </li>
      ))}
    </ul>
  );
}
