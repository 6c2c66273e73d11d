import { Link } from "@remix-run/react";

interface HowManyProps {
  shown: number;
  total: number;
  noun: string;
  /** Where all of them stand; absent where there is no such page. The same page with other parameters keeps its place. */
  all?: { to: string; label: string } | undefined;
}

/** Says that a short list is the newest part of a long one, and where the rest is. */
export function HowMany({ shown, total, noun, all }: HowManyProps) {
  if (total <= shown) return null;
  return (
    <p className="text-[0.9375rem] text-soft">
      The newest {shown.toLocaleString("en-US")} of {total.toLocaleString("en-US")} {noun}.{" "}
      {all ? (
        <Link to={all.to} preventScrollReset={all.to.startsWith("?")} className="link">
          {all.label}
        </Link>
      ) : null}
    </p>
  );
}
