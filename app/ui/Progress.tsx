/** Work in hand with its counts: "Posting credits: 120 of 400". */
export function Progress({ label, value, max }: { label: string; value: number; max: number }) {
  const share = max > 0 ? Math.min(100, Math.floor((value / max) * 100)) : 0;
  return (
    <div className="grid gap-1.5">
      <div className="flex justify-between gap-4">
        <span className="font-semibold">{label}</span>
        <span role="status" className="text-soft tabular-nums">
          {value.toLocaleString("en-US")} of {max.toLocaleString("en-US")}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        className="h-3 overflow-hidden rounded-full border border-strong bg-sunken"
      >
        <div className="h-full bg-accent" style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
