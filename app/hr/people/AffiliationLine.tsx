import { ROLE_KIND_LABELS, type RoleKind } from "~/people/roles/role";
import { formatPlainDate } from "~/platform/format";
import { Link } from "~/ui/Link";

interface Workplace {
  id: string;
  organisation: string;
  roleKind: RoleKind;
  title: string | null;
  employeeId: string | null;
  building: string | null;
  fromDate: string;
  toDate: string | null;
}

/** What somebody works as at an organization, and since when, with the way to correct it. */
export function AffiliationLine({ affiliation }: { affiliation: Workplace }) {
  const { id, organisation, roleKind, title, employeeId, building, fromDate, toDate } = affiliation;
  return (
    <>
      {title || ROLE_KIND_LABELS[roleKind]}
      {building ? `, ${building}` : ""}
      {employeeId ? `, employee ID ${employeeId}` : ""}
      <span className="block text-[0.9375rem] text-soft">
        {formatPlainDate(fromDate)} – {toDate ? formatPlainDate(toDate) : "today"} ·{" "}
        <Link to={`/hr/workplaces/${id}`} className="link">
          Correct<span className="sr-only"> {organisation}</span>
        </Link>
      </span>
    </>
  );
}
