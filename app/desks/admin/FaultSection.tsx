import { Form } from "@remix-run/react";
import type { DueFault } from "~/platform/jobs/due-fault";
import { describeKind, formatDateTime } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { type Column, DataTable } from "~/ui/tables/Table";

interface FaultSectionProps {
  faults: { rows: DueFault[]; total: number };
  timeZone: string;
}

/** What jobs could not do, and when they try again; what they gave up waits for a person. */
export function FaultSection({ faults, timeZone }: FaultSectionProps) {
  const { rows, total } = faults;
  const columns: Column<DueFault>[] = [
    { key: "job", header: "Job", primary: true, cell: (fault) => describeKind(fault.kind) },
    { key: "row", header: "Of", cell: (fault) => <code className="text-sm break-all">{fault.rowId}</code> },
    { key: "why", header: "What went wrong", cell: (fault) => <span className="break-words">{fault.lastError}</span> },
    { key: "tries", header: "Tries", cell: (fault) => fault.tries },
    {
      key: "next",
      header: "Tried again",
      cell: (fault) =>
        fault.nextTryAt === null ? (
          <Status tone="attention">Given up</Status>
        ) : (
          formatDateTime(fault.nextTryAt, timeZone)
        ),
    },
    {
      key: "act",
      header: "",
      cell: (fault) => (
        <Form method="post">
          <Hidden name="kind" value={fault.kind} />
          <Hidden name="rowId" value={fault.rowId} />
          <SubmitButton intent="try-again" variant="quiet" size="sm">
            Try again
          </SubmitButton>
        </Form>
      ),
    },
  ];
  return (
    <Section
      title="What could not be done"
      description="Everything behind it goes on. Mend what is wrong, then let it be tried again."
    >
      <DataTable
        caption="What could not be done"
        columns={columns}
        rows={rows}
        rowKey={(fault) => `${fault.kind} ${fault.rowId}`}
        empty={null}
      />
      {total > rows.length ? (
        <p className="text-[0.9375rem] text-soft">
          The first {rows.length.toLocaleString("en-US")} of {total.toLocaleString("en-US")}. The others follow here as
          soon as these are done; what was given up stands first.
        </p>
      ) : null}
    </Section>
  );
}
