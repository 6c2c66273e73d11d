import { formatHours, formatQuarterCredits } from "~/platform/format";
import { Card, Stat, StatRow } from "~/ui/frame/Page";
import type { TranscriptTotals } from "~/documents/issuing/transcript-parameters";

/** The sums of a transcript: all, by school year and by designation (D3). */
export function Totals({ totals }: { totals: TranscriptTotals }) {
  return (
    <div className="grid gap-4">
      <StatRow>
        <Stat label="Clock hours" value={formatHours(totals.minutes)} />
        <Stat label="Quarter credits" value={formatQuarterCredits(totals.minutes)} hint="10 clock hours make 1" />
      </StatRow>
      <div className="grid gap-4 sm:grid-cols-2 sm:items-start">
        <Sums
          title="By school year"
          note="September to August, by the day of completion."
          rows={totals.bySchoolYear.map(({ schoolYear, minutes }) => ({ name: schoolYear, minutes }))}
        />
        {totals.byDesignation.length > 0 ? (
          <Sums
            title="By designation"
            note="An hour may count for more than one designation."
            rows={totals.byDesignation.map(({ code, minutes }) => ({ name: code, minutes }))}
          />
        ) : null}
      </div>
    </div>
  );
}

function Sums({ title, note, rows }: { title: string; note: string; rows: { name: string; minutes: number }[] }) {
  return (
    <Card>
      <h3 className="font-semibold">{title}</h3>
      <dl className="mt-2 grid gap-1">
        {rows.map((row) => (
          <div key={row.name} className="flex justify-between gap-4 border-b border-line py-1.5 last:border-b-0">
            <dt>{row.name}</dt>
            <dd className="font-semibold whitespace-nowrap tabular-nums">{formatHours(row.minutes)} h</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-[0.9375rem] text-soft">{note}</p>
    </Card>
  );
}
