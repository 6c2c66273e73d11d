import { Form, Link } from "@remix-run/react";
import { Users } from "lucide-react";
import { ROLE_KIND_LABELS } from "~/people/roles/role";
import { formatHours, formatPlainDate } from "~/platform/format";
import { buttonLook } from "~/ui/Button";
import { EmptyState } from "~/ui/frame/Page";
import { SelectedCount } from "~/ui/tables/Selection";
import { type Column, DataTable } from "~/ui/tables/Table";
import type { DistrictPerson, PeopleOrder } from "./district-person";

const columns: Column<DistrictPerson>[] = [
  {
    key: "name",
    header: "Name",
    primary: true,
    sort: "name",
    cell: (person) => (
      <>
        <Link to={`/hr/people/${person.id}`} className="link pointer-coarse:inline-block pointer-coarse:py-2">
          {person.name}
        </Link>
        {person.toDate ? (
          <span className="block text-[0.9375rem] font-normal text-soft">Until {formatPlainDate(person.toDate)}</span>
        ) : null}
      </>
    ),
  },
  { key: "employee", header: "Employee ID", cell: (person) => person.employeeId ?? <Unknown /> },
  { key: "role", header: "Role", cell: (person) => person.title || ROLE_KIND_LABELS[person.roleKind] },
  {
    key: "hours",
    header: "Clock hours",
    align: "end",
    sort: "hours",
    cell: (person) => formatHours(person.minutes),
  },
  { key: "courses", header: "Courses", align: "end", hideOnPhone: true, cell: (person) => person.courses },
  {
    key: "last",
    header: "Last completion",
    sort: "last",
    cell: (person) => (person.lastCompletedOn ? formatPlainDate(person.lastCompletedOn) : <None />),
  },
];

const Unknown = () => <span className="text-soft">Not on file</span>;
const None = () => <span className="text-soft">None in this period</span>;

interface PeopleTableProps {
  people: DistrictPerson[];
  sort: PeopleOrder;
  sortHref: (key: string) => string;
}

/** The people of a district with what they completed in the period. */
export function PeopleTable({ people, sort, sortHref }: PeopleTableProps) {
  return (
    <DataTable
      caption="People of the district"
      columns={columns}
      rows={people}
      rowKey={(person) => person.id}
      sort={{ key: sort, direction: sort === "name" ? "asc" : "desc" }}
      sortHref={sortHref}
      selection={{ form: CHOICE, name: "person", label: (person) => `Transcript of ${person.name}` }}
      empty={
        <EmptyState icon={<Users aria-hidden />} title="Nobody matches">
          <p>Only people who belonged to the district in this period are listed. Try another period, or fewer words.</p>
        </EmptyState>
      }
    />
  );
}

const CHOICE = "transcripts";
const KEPT = ["organization", "period", "from", "to", "q", "role"];

/** Leads to the transcripts of the ticked people; of everybody in the list when none is ticked. */
export function TranscriptChoice({ search }: { search: URLSearchParams }) {
  return (
    <Form id={CHOICE} method="get" action="/hr/transcripts" className="no-print flex flex-wrap items-center gap-3">
      {KEPT.map((name) => {
        const value = search.get(name);
        return value ? <input key={name} type="hidden" name={name} value={value} /> : null;
      })}
      <button type="submit" {...buttonLook({ variant: "secondary" })}>
        Get their transcripts
      </button>
      <SelectedCount form={CHOICE} name="person" noun="person" nouns="people" />
      <p className="text-[0.9375rem] text-soft">Tick people, or leave all unticked for everybody in the list.</p>
    </Form>
  );
}
