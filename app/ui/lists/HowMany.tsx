import { useSearchParams } from "@remix-run/react";
import { addressWithAll, asksForAll } from "./show-all";
import { Link } from "~/ui/Link";

interface HowManyProps {
  /** Which of them stand there; what comes soonest is "next". */
  which?: "newest" | "next";
  shown: number;
  total: number;
  noun: string;
  /** Where all of them stand, on another page; absent where there is none. */
  all?: { to: string; label: string } | undefined;
  /** The parameter by which this page itself shows more of them, as `asksForAll` reads it; where there is no other. */
  parameter?: string;
}

/** Says that a short list is a part of a long one, and where the rest is. */
export function HowMany({ which = "newest", shown, total, noun, all, parameter }: HowManyProps) {
  if (total <= shown) return null;
  return (
    <p className="text-[0.9375rem] text-soft">
      The {which} {shown.toLocaleString("en-US")} of {total.toLocaleString("en-US")} {noun}.{" "}
      {all ? (
        <Link to={all.to} className="link">
          {all.label}
        </Link>
      ) : parameter ? (
        <ShowMore parameter={parameter} />
      ) : null}
    </p>
  );
}

/** Shows more of a list on its own page, at the place that the page is scrolled to; nothing once more are shown. */
export function ShowMore({ parameter }: { parameter: string }) {
  const [search] = useSearchParams();
  if (asksForAll(search, parameter)) return null;
  return (
    <Link to={addressWithAll(search, parameter)} preventScrollReset className="link">
      Show more of them
    </Link>
  );
}
