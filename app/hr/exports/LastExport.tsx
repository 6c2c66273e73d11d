import { formatDateTime, plural } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { Section } from "~/ui/frame/Page";
import type { ExportListRow } from "./export-list.server";

/** S4: the newest export of an organization, and the way to all of them. */
export function LastExport({
  organisationId,
  total,
  last,
}: {
  organisationId: string;
  total: number;
  last: ExportListRow | null;
}) {
  return (
    <Section title="Earlier exports">
      {last ? (
        <>
          <p>
            The last one: {plural(last.rows, "row")}, made {formatDateTime(last.madeAt, last.timeZone)} by {last.madeBy}
            .
          </p>
          <div>
            <LinkButton to={`/hr/exports?organization=${organisationId}`} variant="secondary">
              See {total === 1 ? "it in the list" : `all ${total.toLocaleString("en-US")}`}
            </LinkButton>
          </div>
        </>
      ) : (
        <p className="text-soft">Nothing has been exported yet.</p>
      )}
    </Section>
  );
}
