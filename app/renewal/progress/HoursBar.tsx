interface HoursBarProps {
  have: number;
  need: number;
  /** Minutes that are planned on top, hatched. */
  planned?: number;
}

/** How much of what is needed is there. Decoration: the figures stand beside it. */
export function HoursBar({ have, need, planned = 0 }: HoursBarProps) {
  const share = (minutes: number) => (need > 0 ? Math.min(100, (minutes / need) * 100) : 100);
  const [full, all] = [share(have), share(have + planned)];
  return (
    <div aria-hidden className="flex h-3 overflow-hidden rounded-full border border-strong bg-sunken">
      <div className={full >= 100 ? "h-full bg-good" : "h-full bg-accent"} style={{ width: `${full}%` }} />
      {all > full ? <div className="hatched h-full" style={{ width: `${all - full}%` }} /> : null}
    </div>
  );
}
