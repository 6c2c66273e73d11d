import { totalInShort } from "~/platform/lists/list-limit";
import type { WorkCounter } from "./work-counter";
import { Link } from "~/ui/Link";

/** What waits, as numbers that lead to it. */
export function CounterCards({ counters }: { counters: readonly WorkCounter[] }) {
  if (counters.length === 0) return null;
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-3">
      {counters.map(({ label, count, to, urgent }) => (
        <li key={label}>
          <Link
            to={to}
            className="flex h-full min-h-16 items-baseline gap-3 rounded-[0.625rem] border border-line bg-surface px-4 py-3 hover:border-line-strong hover:bg-accent-tint"
          >
            <span className={`text-2xl font-bold tabular-nums ${urgent ? "text-attention" : "text-ink"}`}>
              {totalInShort(count)}
            </span>
            <span>{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
