import { formatDate } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import type { listAcceptedSubmissions } from "./submitted-rows.server";
import { SubmittedTable } from "./SubmittedTable";
import { Link } from "~/ui/Link";

interface AcceptedSubmissionsProps {
  submissions: ReturnType<typeof listAcceptedSubmissions>;
  timeZone: string;
}

/** What HR accepted of hours that the person submitted, apart from what the district sees by itself (S1). */
export function AcceptedSubmissions({ submissions, timeZone }: AcceptedSubmissionsProps) {
  if (submissions.length === 0) return null;
  return (
    <Section
      title="Submitted by the person"
      description="From outside your dates, or from elsewhere, and accepted by you. Posted hours among them stand with the clock hours above and in exports; hours from elsewhere stand in a column of their own there."
    >
      <div className="grid gap-6">
        {submissions.map(({ id, organisation, decidedAt, rows }) => (
          <div key={id} className="grid gap-2">
            <p>
              Accepted by {organisation} on {formatDate(decidedAt, timeZone)} ·{" "}
              <Link to={`/hr/submitted/${id}`} className="link">
                See the submission<span className="sr-only"> accepted on {formatDate(decidedAt, timeZone)}</span>
              </Link>
            </p>
            <SubmittedTable caption={`Submitted to ${organisation}`} rows={rows} />
          </div>
        ))}
      </div>
    </Section>
  );
}
