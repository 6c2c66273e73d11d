import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Link } from "~/ui/Link";

/** One room of a desk. */
export interface DeskItem {
  label: string;
  to: string;
  count?: number;
}

interface DeskNavProps {
  label: string;
  items: DeskItem[];
  /** The room in which the page stands, by its address. */
  current: string | null;
}

/** The short navigation of one desk, under the bar: on every page of it, with the room in which the page stands. */
export function DeskNav({ label, items, current }: DeskNavProps) {
  const { pathname } = useLocation();
  const row = useCurrentInSight();
  return (
    <nav aria-label={label} className="no-print border-b border-line bg-surface">
      <div ref={row} className="mx-auto flex max-w-7xl items-center gap-x-4 overflow-x-auto px-4 sm:px-6">
        <span
          aria-hidden
          className="hidden shrink-0 border-b-3 border-transparent text-[0.9375rem] font-semibold text-soft md:block"
        >
          {label}
        </span>
        <ul className="flex min-w-max gap-x-1 max-md:-ml-3">
          {items.map((item) => (
            <li key={item.to}>
              <Link
                to={item.to}
                aria-current={item.to !== current ? undefined : pathname === item.to ? "page" : "true"}
                className="flex min-h-11 items-center gap-2 border-b-3 border-transparent px-3 text-soft -outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {item.label}
                {item.count ? (
                  <span className="rounded bg-accent-tint px-1.5 text-sm font-semibold text-accent-strong tabular-nums">
                    {item.count.toLocaleString("en-US")}
                  </span>
                ) : null}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

/** On a phone the row is longer than the window: the room that is open is moved into sight, and nothing else moves. */
function useCurrentInSight() {
  const row = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const current = row.current?.querySelector("[aria-current]")?.getBoundingClientRect();
    if (!row.current || !current) return;
    const { left, right } = row.current.getBoundingClientRect();
    if (current.right > right) row.current.scrollLeft += current.right - right;
    if (current.left < left) row.current.scrollLeft -= left - current.left;
  }, [pathname]);
  return row;
}
