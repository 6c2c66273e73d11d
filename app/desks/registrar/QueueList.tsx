import { WorkplaceStatus } from "~/people/affiliations/WorkplaceStatus";
import { PersonLink } from "~/people/persons/PersonLink";
import { formatAge, formatDate, formatHours, formatPlainDate } from "~/platform/format";
import type { ListOptions } from "~/ui/lists/ListFilters";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { EmptyState } from "~/ui/frame/Page";
import { RowLink } from "~/ui/lists/RowLink";
import { type ShownRows, WorkList } from "~/ui/lists/WorkList";
import { Status } from "~/ui/Status";
import { DIFFERING_LIST, QUEUE_LIST, type QueueView } from "./queue-list";
import type { QueueRow } from "./queue-list.server";

const EMPTY = {
  ready: "Claims come here once the hours agree with attendance, and evaluation and fee are there.",
  differs: "Claims for fewer hours than were earned come here, to be looked at before they are posted.",
  waiting: "Claims wait here for the person’s evaluation or for their fee.",
  returned: "Claims that you return stand here until they are made anew.",
} satisfies Record<QueueView, string>;

interface QueueListProps {
  list: ShownRows<QueueRow>;
  view: QueueView;
  options: ListOptions;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** The registrar's claims; those that can be posted can be chosen. */
export function QueueList({ list, view, options, lastResult }: QueueListProps) {
  const [form] = useServerForm({ id: "post", lastResult });
  return (
    <WorkList
      shape={view === "differs" ? DIFFERING_LIST : QUEUE_LIST}
      list={list}
      options={options}
      empty={<EmptyState title="Nothing here">{EMPTY[view]}</EmptyState>}
      {...(view === "ready" || view === "differs"
        ? {
            selection: {
              form: "post",
              name: "claim",
              label: (row: QueueRow) => `Choose the claim of ${row.name}`,
              matching: true,
              actions: (
                <FormFrame form={form} className="contents">
                  <SubmitButton intent="post" pendingLabel="Posting …">
                    Verify and post
                  </SubmitButton>
                </FormFrame>
              ),
            },
          }
        : {})}
      cells={{
        name: (row) => <PersonLink personId={row.personId} name={row.name} />,
        title: (row) => (
          <RowLink to={`/registrar/claims/${row.id}`}>
            {row.title}
            <span className="sr-only">, {row.name}</span>
          </RowLink>
        ),
        number: (row) => row.inServiceNumber,
        approved: (row) => formatHours(row.approvedMinutes),
        earned: (row) => formatHours(row.earnedMinutes),
        claimed: (row) =>
          row.requestedMinutes === row.earnedMinutes ? (
            formatHours(row.requestedMinutes)
          ) : (
            <strong>{formatHours(row.requestedMinutes)}</strong>
          ),
        district: (row) => <WorkplaceStatus workplace={row.workplace} />,
        age: (row) => formatAge(row.age),
        missing: (row) =>
          row.missing.length > 0 ? (
            <Status tone="waiting">{row.missing.join(", ")}</Status>
          ) : (
            <Status tone="good">Nothing</Status>
          ),
        completed: (row) => formatPlainDate(row.completedOn),
        made: (row) => formatDate(row.claimedAt, row.timeZone),
        certificate: (row) => row.certificateNumber ?? "–",
        email: (row) => <span className="break-all">{row.email ?? "–"}</span>,
      }}
    />
  );
}
