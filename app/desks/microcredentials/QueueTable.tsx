import { formatDate } from "~/platform/format";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import type { Waiting } from "~/microcredentials/assessment/waiting.server";
import { ConfirmDialog } from "~/ui/Dialog";
import { Hidden } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";
import { SubmitButton } from "~/ui/Button";
import { EmptyState, Notice } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { Form } from "@remix-run/react";

/** What waits for an assessor; on a phone a few lines each. */
export function QueueTable({ rows }: { rows: Waiting[] }) {
  return (
    <DataTable
      caption="In the queue"
      rows={rows}
      dense
      rowKey={(row) => row.id}
      empty={<EmptyState title="Nothing waits">What people hand in comes here.</EmptyState>}
      columns={[
        {
          key: "title",
          header: "Micro-credential",
          primary: true,
          cell: (row) => (
            <>
              {row.title}
              {row.isFirst ? null : <span className="font-normal text-soft sm:hidden"> · {row.place}</span>}
            </>
          ),
        },
        {
          key: "place",
          header: "Needed",
          hideOnPhone: true,
          cell: (row) =>
            `${row.place}${row.round > 1 ? `, handed in for the ${ORDINALS[row.round] ?? "last"} time` : ""}`,
        },
        {
          key: "sent",
          header: "Handed in",
          hideOnPhone: true,
          cell: (row) => formatDate(row.submittedAt, REGION_TIME_ZONE),
        },
        { key: "promised", header: "Promised by", cell: (row) => <Promised row={row} /> },
        { key: "take", header: "Actions", bare: true, cell: (row) => <Take row={row} /> },
      ]}
    />
  );
}

const ORDINALS: Record<number, string> = { 2: "second", 3: "third", 4: "fourth" };

/** Until when a decision was promised, and whether that day is over. */
export function Promised({ row }: { row: { promisedAt: number | null; isLate: boolean } }) {
  if (row.promisedAt === null) return "–";
  const day = formatDate(row.promisedAt, REGION_TIME_ZONE);
  return row.isLate ? (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      {day} <Status tone="attention">Late</Status>
    </span>
  ) : (
    day
  );
}

/** Taking it: after the question whether there is a conflict, or at once where nobody could know (M1). */
function Take({ row }: { row: Waiting }) {
  const label = (
    <>
      Read it<span className="sr-only">: {row.title}</span>
    </>
  );
  if (row.isBlind)
    return (
      <Form method="post">
        <OnceField />
        <Hidden name="submissionId" value={row.id} />
        <SubmitButton intent="take" variant="secondary" size="sm">
          {label}
        </SubmitButton>
      </Form>
    );
  return (
    <ConfirmDialog
      trigger={label}
      variant="secondary"
      size="sm"
      title="Is there a conflict of interest?"
      confirmLabel="Read it"
      confirmVariant="primary"
      cancelLabel="Leave it to somebody else"
      intent="take"
      values={{ submissionId: row.id }}
    >
      {row.flags.length > 0 ? (
        <Notice tone="attention" title="There may be one">
          <p>{row.flags.join(" ")} Leave it to somebody else unless you are sure that you do not know each other.</p>
        </Notice>
      ) : null}
      <p>
        Family, friends, people whom you supervise or who supervise you, and colleagues of your own building are read by
        somebody else.
      </p>
      <label className="flex items-start gap-2">
        <input type="checkbox" name="noConflict" value="on" required className="mt-1 size-5" />I know of none, and hand
        it back if I find one.
      </label>
    </ConfirmDialog>
  );
}
