import { dayOf, formatHours, plural } from "~/platform/format";
import type { CycleYear } from "./cycle-years";
import type { ShownSource } from "./progress";

interface CycleTimelineProps {
  years: CycleYear[];
  sources: ShownSource[];
}

/** The years of the cycle side by side, on a phone one under another: how much fell into each, and what. */
export function CycleTimeline({ years, sources }: CycleTimelineProps) {
  const most = Math.max(60, ...years.map(({ minutes }) => minutes));
  const byId = new Map(sources.map((source) => [source.id, source]));
  return (
    <ol className="grid gap-x-4 gap-y-6 sm:grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))]">
      {years.map(({ from, to, isNow, minutes, ids }, index) => (
        <li key={from} className="grid min-w-0 content-start gap-2">
          <div aria-hidden className="flex items-end max-sm:hidden sm:h-24">
            <Column minutes={minutes} most={most} />
          </div>
          <div className={`border-t-3 pt-2 ${isNow ? "border-accent" : "border-line"}`}>
            <h3 className="font-semibold">
              Year {index + 1}
              {isNow ? " · now" : ""}
            </h3>
            <p className="text-[0.9375rem] text-soft">
              {dayOf(from)} to {dayOf(to)}
            </p>
            <p className="mt-1 text-lg font-semibold tabular-nums">{formatHours(minutes)} hours</p>
            <div
              aria-hidden
              className="my-2 h-2.5 rounded bg-accent sm:hidden"
              style={{ width: `${(minutes / most) * 100}%` }}
            />
            {ids.length > 0 ? <Fell ids={ids} byId={byId} year={index + 1} /> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Column({ minutes, most }: { minutes: number; most: number }) {
  if (minutes === 0) return null;
  return <div className="w-full rounded-t bg-accent" style={{ height: `${Math.max(4, (minutes / most) * 100)}%` }} />;
}

function Fell({ ids, byId, year }: { ids: string[]; byId: ReadonlyMap<string, ShownSource>; year: number }) {
  return (
    <details>
      <summary className="link inline-flex min-h-11 cursor-pointer items-center">
        {plural(ids.length, "entry", "entries")}
        <span className="sr-only"> of year {year}</span>
      </summary>
      <ul className="grid gap-1 text-[0.9375rem]">
        {ids.map((id) => (
          <li key={id} className="wrap-anywhere">
            {byId.get(id)?.title} <span className="text-soft">· {formatHours(byId.get(id)?.minutes ?? 0)} h</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
