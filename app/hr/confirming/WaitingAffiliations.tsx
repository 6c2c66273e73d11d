import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import {
  AFFILIATION_STATE_TONES,
  type AffiliationAnswer,
  affiliationStateOf,
} from "~/people/affiliations/affiliation-state";
import type { Newest } from "~/platform/database/newest.server";
import { ROLE_KIND_LABELS } from "~/people/roles/role";
import { formatAge, formatDateTime, formatPlainDate, plural } from "~/platform/format";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Hidden } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import { HowMany } from "~/ui/lists/HowMany";
import { RowLink } from "~/ui/lists/RowLink";
import { Status } from "~/ui/Status";
import { RowCount } from "~/ui/tables/Pagination";
import { type Column, DataTable } from "~/ui/tables/Table";
import { ANSWERED_PARAMETER } from "./to-confirm-list";
import type { AnsweredAffiliation, WaitingAffiliation } from "./waiting-affiliation";

const Missing = () => <span className="text-soft">Not given</span>;

/** What the list of whom HR is asked about shows of each. */
export const TO_CONFIRM_CELLS: Record<string, (row: WaitingAffiliation) => ReactNode> = {
  name: (row) => (
    <RowLink to={`/hr/workplaces/${row.id}`}>
      {row.name}
      <span className="sr-only">, correct the entry</span>
    </RowLink>
  ),
  organisation: (row) => row.organisation,
  school: (row) => row.building ?? <Missing />,
  role: (row) => <Role row={row} />,
  employee: (row) => row.employeeId ?? <Missing />,
  from: (row) => formatPlainDate(row.fromDate),
  to: (row) => (row.toDate ? formatPlainDate(row.toDate) : "No end yet"),
  age: (row) => formatAge(row.age),
  title: (row) => row.title ?? <Missing />,
};

function Role({ row }: { row: WaitingAffiliation }) {
  return (
    <>
      {ROLE_KIND_LABELS[row.roleKind]}
      {row.title ? <span className="block text-[0.9375rem] text-soft">{row.title}</span> : null}
    </>
  );
}

function columnsFor<Row extends WaitingAffiliation>(rows: readonly Row[]): Column<Row>[] {
  const several = new Set(rows.map(({ organisation }) => organisation)).size > 1;
  return [
    { key: "name", header: "Name", primary: true, cell: (row) => row.name },
    ...(several ? [{ key: "organisation", header: "Organization", cell: (row: Row) => row.organisation }] : []),
    { key: "school", header: "School", cell: (row) => row.building ?? <Missing /> },
    { key: "role", header: "Role", cell: (row) => <Role row={row} /> },
    { key: "employee", header: "Employee ID", cell: (row) => row.employeeId ?? <Missing /> },
    { key: "from", header: "From", cell: (row) => formatPlainDate(row.fromDate) },
    { key: "to", header: "To", cell: (row) => (row.toDate ? formatPlainDate(row.toDate) : "No end yet") },
  ];
}

function Said({ answer }: { answer: AffiliationAnswer }) {
  const state = affiliationStateOf(answer);
  return <Status tone={AFFILIATION_STATE_TONES[state]}>{state === "confirmed" ? "Ours" : "Not ours"}</Status>;
}

interface Batch {
  /** The moment, epoch milliseconds. */
  at: number;
  people: number;
  /** Of how many it was said that they are ours. */
  ours: number;
}

/** What was said of several people at once, with a way back for all of them. */
function AnsweredAtOnce({ batches }: { batches: Batch[] }) {
  if (batches.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {batches.map((batch) => (
        <li key={batch.at} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <span>
            {inWords(batch)}, {formatDateTime(batch.at, REGION_TIME_ZONE)}
          </span>
          <ConfirmDialog
            trigger={
              <>
                Take back all {batch.people.toLocaleString("en-US")}
                <span className="sr-only"> of {formatDateTime(batch.at, REGION_TIME_ZONE)}</span>
              </>
            }
            size="sm"
            title={`Take back what you said of ${plural(batch.people, "person", "people")}?`}
            confirmLabel="Take it back"
            intent="take-back-all"
            values={{ at: batch.at }}
          >
            <p>
              They wait for an answer again. While they wait, you do not see their hours, and fees that were waived for
              them are due again unless the hours are posted. You can call it off for some seconds.
            </p>
          </ConfirmDialog>
        </li>
      ))}
    </ul>
  );
}

function inWords({ people, ours }: Batch): string {
  const all = plural(people, "person", "people");
  if (ours === people) return `${all} confirmed at once`;
  return ours === 0 ? `${all} marked as not yours at once` : `${all} answered at once`;
}

/** What the actor answered lately, each with a way back. */
function AnsweredAffiliations({ rows }: { rows: AnsweredAffiliation[] }) {
  const columns: Column<AnsweredAffiliation>[] = [
    ...columnsFor(rows),
    { key: "said", header: "You said", cell: (row) => <Said answer={row} /> },
    {
      key: "back",
      header: "Actions",
      bare: true,
      align: "end",
      cell: (row) => (
        <Form method="post">
          <Hidden name="affiliation" value={row.id} />
          <SubmitButton intent="take-back" variant="quiet" size="sm">
            Take back <span className="sr-only">what you said of {row.name}</span>
          </SubmitButton>
        </Form>
      ),
    },
  ];
  return <DataTable caption="Said recently" columns={columns} rows={rows} rowKey={(row) => row.id} empty={null} />;
}

interface SaidRecentlyProps {
  answered: AnsweredAffiliation[];
  total: number;
  batches: Newest<Batch>;
}

/** What HR said in the last thirty days, about one and about several, and how to take it back; nothing where it said nothing. */
export function SaidRecently({ answered, total, batches }: SaidRecentlyProps) {
  if (answered.length === 0) return null;
  return (
    <Section
      title="Said recently"
      description="What you said in the last 30 days, latest first. Taking it back puts it on the list above again."
    >
      {answered.length < total ? (
        <HowMany shown={answered.length} total={total} noun="people" parameter={ANSWERED_PARAMETER} />
      ) : (
        <RowCount shown={answered.length} total={total} noun="person" nouns="people" />
      )}
      <AnsweredAtOnce batches={batches.rows} />
      <HowMany
        shown={batches.rows.length}
        total={batches.total}
        noun="answers about several people"
        parameter={ANSWERED_PARAMETER}
      />
      <AnsweredAffiliations rows={answered} />
    </Section>
  );
}
