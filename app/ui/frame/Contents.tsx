/** One part of a long page. */
export interface Part {
  /** The id of its section. */
  id: string;
  label: string;
  count?: number;
}

/** What a long page holds, each a link to its section; works without scripts. */
export function Contents({ parts }: { parts: Part[] }) {
  return (
    <nav aria-label="On this page" className="no-print">
      <ul className="flex flex-wrap gap-x-2 gap-y-1">
        {parts.map(({ id, label, count }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="inline-flex min-h-11 items-center gap-2 rounded-lg border border-line px-3 text-[0.9375rem] hover:border-accent hover:bg-accent-tint"
            >
              {label}
              {count === undefined ? null : (
                <span className="rounded bg-sunken px-1.5 text-sm tabular-nums">{count.toLocaleString("en-US")}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
