import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { capitalized } from "~/platform/format";
import { MOST_COUNTED, MOST_LEAFED, totalInWords } from "~/platform/lists/list-limit";
import { lastPage } from "~/platform/lists/list-shape";
import { Link } from "~/ui/Link";

/** How many rows are in sight of how many; spoken when a filter changes it. */
export function RowCount({
  shown,
  total,
  noun,
  nouns,
}: {
  shown: number;
  total: number;
  noun: string;
  nouns?: string;
}) {
  const all = totalInWords(total, { noun, ...(nouns && { nouns }) });
  return (
    <p role="status" className="text-[0.9375rem] text-soft tabular-nums">
      {shown >= total ? capitalized(all) : `${shown.toLocaleString("en-US")} of ${all}`}
    </p>
  );
}

interface PaginationProps {
  /** Counted from 1. */
  page: number;
  pageSize?: number;
  total: number;
  hrefFor: (page: number) => string;
}

/** Earlier and later pages of a long list; nothing for a list of one page. */
export function Pagination({ page, pageSize = 50, total, hrefFor }: PaginationProps) {
  const isCounted = total <= MOST_COUNTED;
  const last = lastPage(isCounted ? total : MOST_LEAFED, pageSize);
  if (last === 1) return null;
  const from = (page - 1) * pageSize + 1;
  const to = isCounted ? Math.min(page * pageSize, total) : page * pageSize;
  return (
    <nav aria-label="Pages" className="no-print flex flex-wrap items-center justify-between gap-3">
      <PageLink to={page > 1 ? hrefFor(page - 1) : null} rel="prev">
        <ChevronLeft aria-hidden size={18} /> Previous
      </PageLink>
      <p className="order-first w-full text-center text-[0.9375rem] text-soft tabular-nums sm:order-none sm:w-auto">
        {from.toLocaleString("en-US")}–{to.toLocaleString("en-US")} of{" "}
        {isCounted ? total.toLocaleString("en-US") : `more than ${MOST_COUNTED.toLocaleString("en-US")}`} · page {page}
        {isCounted ? ` of ${last}` : ""}
      </p>
      <PageLink to={page < last ? hrefFor(page + 1) : null} rel="next">
        Next <ChevronRight aria-hidden size={18} />
      </PageLink>
    </nav>
  );
}

function PageLink({ to, rel, children }: { to: string | null; rel: string; children: ReactNode }) {
  const look = { className: "button", "data-variant": "secondary" };
  if (to === null) {
    return (
      <span {...look} aria-disabled="true">
        {children}
      </span>
    );
  }
  return (
    <Link to={to} rel={rel} {...look}>
      {children}
    </Link>
  );
}
