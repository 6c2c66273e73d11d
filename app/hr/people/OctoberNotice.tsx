import { longDayOf } from "~/platform/format";
import { Notice } from "~/ui/frame/Page";
import { Link } from "~/ui/Link";

const COLUMNS = ["name", "employee", "kind", "title", "school", "since", "until"];

/** Says what the list shows where it is of one day: who was on the staff, as their entries say of that day. */
export function OctoberNotice({ on, search }: { on: string; search: URLSearchParams }) {
  const wanted = new URLSearchParams(search);
  wanted.delete("cols");
  wanted.delete("page");
  for (const column of COLUMNS) wanted.append("cols", column);
  return (
    <Notice
      tone="info"
      title={`Staff on ${longDayOf(on)}`}
      action={
        <Link to={`?${wanted.toString()}`} className="link pointer-coarse:inline-block pointer-coarse:py-2.5">
          Show the columns of a staff report
        </Link>
      }
    >
      Everybody whose affiliation with you held that day, with the role, position, school and employee ID of the entry
      for that day; what you corrected since is shown as corrected, and what a later staff list changed as it was. Clock
      hours are those of the period, which you choose apart.
    </Notice>
  );
}
