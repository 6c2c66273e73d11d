import type { ReactNode } from "react";
import { Link } from "~/ui/Link";

/** What a row of a list is opened by: the keys go from one to the next. */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} data-opens="" className="link pointer-coarse:inline-block pointer-coarse:py-2">
      {children}
    </Link>
  );
}
