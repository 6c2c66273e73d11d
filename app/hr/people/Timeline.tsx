import { formatPlainDate } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import { Pagination, RowCount } from "~/ui/tables/Pagination";
import { TIMELINE_KINDS, TIMELINE_PAGE, type TimelineLine, type TimelinePage } from "./timeline";
import { Link } from "~/ui/Link";

/** What happened to somebody while they belonged to the district, newest first, by school year (S1). */
export function Timeline({ timeline }: { timeline: TimelinePage }) {
  const { years, page, total } = timeline;
  const shown = years.reduce((sum, { lines }) => sum + lines.length, 0);
  return (
    <Section
      id="timeline"
      title="Timeline"
      description="What happened while this person belonged to you, newest first. What fell outside your dates is not here."
    >
      <RowCount shown={shown} total={total} noun="entry" nouns="entries" />
      {years.map(({ year, lines }) => (
        <div key={year} className="grid gap-2">
          <h3 className="font-bold">School year {year}</h3>
          <ol className="grid divide-y divide-line border-y border-line">
            {lines.map((line) => (
              <Line key={line.key} line={line} />
            ))}
          </ol>
        </div>
      ))}
      <Pagination page={page} pageSize={TIMELINE_PAGE} total={total} hrefFor={(wanted) => `?page=${wanted}#timeline`} />
    </Section>
  );
}

function Line({ line: { kind, day, what, to } }: { line: TimelineLine }) {
  return (
    <li className="grid gap-x-4 py-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <p className="text-[0.9375rem] text-soft">
        <time dateTime={day}>{formatPlainDate(day)}</time>
        <span className="block">{TIMELINE_KINDS[kind]}</span>
      </p>
      <p className="wrap-anywhere">
        <To to={to} what={what} />
      </p>
    </li>
  );
}

const LOOK = "link pointer-coarse:inline-block pointer-coarse:py-2";

/** A file is fetched by the browser itself, and a part of this page is no other. */
function To({ to, what }: Pick<TimelineLine, "to" | "what">) {
  if (to === null) return what;
  const isFile = to.startsWith("/hr/exports/");
  if (isFile || /^#|^\/documents\//.test(to))
    return (
      <a href={to} download={isFile || undefined} className={LOOK}>
        {what}
      </a>
    );
  return (
    <Link to={to} className={LOOK}>
      {what}
    </Link>
  );
}
