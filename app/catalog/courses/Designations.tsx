import { formatHours } from "~/platform/format";
import { type Designation, DESIGNATIONS } from "./designation";

/** The designations that a course's hours count for, as small labels; with hours where they are known. */
export function Designations({ items }: { items: { designation: Designation; minutes?: number }[] }) {
  if (items.length === 0) return null;
  return (
    <ul aria-label="Designations" className="flex flex-wrap gap-1.5">
      {items.map(({ designation, minutes }) => (
        <li
          key={designation}
          className="rounded-md border border-line bg-sunken px-2 py-0.5 text-sm leading-5 font-semibold text-soft"
        >
          {DESIGNATIONS[designation]}
          {minutes ? ` ${formatHours(minutes)} h` : ""}
        </li>
      ))}
    </ul>
  );
}
