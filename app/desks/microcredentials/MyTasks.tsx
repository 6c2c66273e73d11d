import type { listMyTasks } from "~/microcredentials/portfolios/my-tasks.server";
import { PortfolioStatus } from "~/microcredentials/portfolios/PortfolioStatus";
import { formatPlainDate } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { Card, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { Link } from "~/ui/Link";

/** What waits for somebody of their micro-credentials. */
export function MyTasks({ working, expiring, awarded }: ReturnType<typeof listMyTasks>) {
  if (working.length + expiring.length + awarded.length === 0) return null;
  return (
    <Section title="Micro-credentials" description="What waits for you, and what you were awarded in the last weeks.">
      <ul className="grid gap-3">
        {working.map(({ id, title, status }) => (
          <li key={id}>
            <Card className="flex flex-wrap items-center justify-between gap-4">
              <div className="min-w-0">
                <Link to={`/portfolios/${id}`} className="link text-lg font-semibold">
                  {title}
                </Link>
                <p className="mt-1">
                  <PortfolioStatus status={status} />
                </p>
              </div>
              <LinkButton to={`/portfolios/${id}`} variant="secondary">
                {status === "not-yet" ? "Read the comments" : "Go on"}
                <span className="sr-only">: {title}</span>
              </LinkButton>
            </Card>
          </li>
        ))}
        {expiring.map(({ id, microcredentialId, title, expiresOn, isOpen }) => (
          <li key={id}>
            <Card className="flex flex-wrap items-center justify-between gap-4">
              <div className="min-w-0">
                <Link to={`/portfolios/awards/${id}`} className="link text-lg font-semibold">
                  {title}
                </Link>
                <p className="mt-1">
                  <Status tone="attention">Expires soon</Status>{" "}
                  <span className="text-soft">valid until {formatPlainDate(expiresOn)}</span>
                </p>
              </div>
              {isOpen ? (
                <LinkButton to={`/microcredentials/${microcredentialId}`} variant="secondary">
                  Renew it<span className="sr-only">: {title}</span>
                </LinkButton>
              ) : null}
            </Card>
          </li>
        ))}
        {awarded.map(({ id, title, awardedOn }) => (
          <li key={id}>
            <Card>
              <Link to={`/portfolios/awards/${id}`} className="link text-lg font-semibold">
                {title}
              </Link>
              <p className="mt-1">
                <Status tone="good">Awarded</Status>{" "}
                <span className="text-soft">{formatPlainDate(awardedOn)}, and on your transcript</span>
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
