import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { ROLE_KIND_LABELS } from "~/people/roles/role";
import { formatHours, formatPlainDate } from "~/platform/format";
import { buttonLook } from "~/ui/Button";
import { Kept } from "~/ui/lists/ListFilters";
import { RowLink } from "~/ui/lists/RowLink";
import { type DistrictPerson, MAIL_WORDS } from "./district-person";
import { PEOPLE_LIST } from "./people-list";

const Soft = ({ children }: { children: ReactNode }) => <span className="text-soft">{children}</span>;

/** What HR's list shows of each person. */
export const PEOPLE_CELLS: Record<string, (person: DistrictPerson) => ReactNode> = {
  name: (person) => (
    <>
      <RowLink to={`/hr/people/${person.id}`}>{person.name}</RowLink>
      {person.toDate ? (
        <span className="block text-[0.9375rem] font-normal text-soft">Until {formatPlainDate(person.toDate)}</span>
      ) : null}
    </>
  ),
  employee: (person) => person.employeeId ?? <Soft>Not on file</Soft>,
  role: (person) => person.title || ROLE_KIND_LABELS[person.roleKind],
  hours: (person) => formatHours(person.minutes),
  courses: (person) => person.courses,
  last: (person) =>
    person.lastCompletedOn ? formatPlainDate(person.lastCompletedOn) : <Soft>None in this period</Soft>,
  school: (person) => person.building ?? <Soft>Not on file</Soft>,
  since: (person) => formatPlainDate(person.fromDate),
  kind: (person) => ROLE_KIND_LABELS[person.roleKind],
  title: (person) => person.title ?? <Soft>Not on file</Soft>,
  mail: (person) => (person.mail ? MAIL_WORDS[person.mail] : <Soft>Arrives</Soft>),
  claim: (person) => person.toClaim,
  post: (person) => person.toPost,
  below: (person) => person.below,
  until: (person) => (person.toDate ? formatPlainDate(person.toDate) : <Soft>today</Soft>),
};

/** The form that takes the ticked people. */
export const TRANSCRIPT_CHOICE = "transcripts";

const KEPT = [...(PEOPLE_LIST.kept ?? []), ...PEOPLE_LIST.filters.map(({ name }) => name)];

/** Leads to the transcripts of the ticked people, or to the export of their hours; of everybody in the list when none is ticked. */
export function TranscriptChoice({ search }: { search: URLSearchParams }) {
  return (
    <Form
      id={TRANSCRIPT_CHOICE}
      method="get"
      action="/hr/transcripts"
      className="flex flex-wrap items-center gap-x-3 gap-y-1"
    >
      <Kept names={KEPT} search={search} />
      <button type="submit" {...buttonLook({ variant: "secondary" })}>
        Get their transcripts
      </button>
      <button type="submit" formAction="/hr/export" {...buttonLook({ variant: "secondary" })}>
        Export their hours
      </button>
      <p className="text-[0.9375rem] text-soft">None ticked: everybody in the list.</p>
    </Form>
  );
}
