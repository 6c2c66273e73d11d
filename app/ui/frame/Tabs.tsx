import { totalInShort } from "~/platform/lists/list-limit";
import { Link } from "~/ui/Link";

/** One view of a page. */
export interface Tab {
  label: string;
  to: string;
  current: boolean;
  count?: number;
}

/** Views of one page as links: which one is open stands in the URL. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="no-print -mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex min-w-max gap-1 border-b border-line">
        {tabs.map((tab) => (
          <li key={tab.to} className="-mb-px">
            <Link
              to={tab.to}
              preventScrollReset
              aria-current={tab.current ? "page" : undefined}
              className="flex min-h-11 items-center gap-2 border-b-3 border-transparent px-3 text-soft -outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <span className="rounded bg-sunken px-1.5 text-sm tabular-nums">{totalInShort(tab.count)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
