import { formatHours, formatMoney } from "~/platform/format";
import { Link } from "~/ui/Link";

/** What claiming all hours of an offering costs (T8), apart from its price. */
export function FeeNote({ cents, minutes }: { cents: number; minutes: number | null }) {
  if (!minutes) return null;
  return (
    <>
      {cents === 0 ? "None" : `${formatMoney(cents)} for ${formatHours(minutes)} hours`}, only if you claim hours
      afterward.{" "}
      <Link to="/about-hours" className="link">
        How clock hours work
      </Link>
    </>
  );
}
