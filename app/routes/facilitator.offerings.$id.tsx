import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { confirmAttendanceForm } from "~/attendance/attendance-form";
import { ANOMALY_LABELS } from "~/attendance/presence";
import { ATTENDANCE_REFUSALS } from "~/attendance/refusal";
import { previewAttendance } from "~/credits/attendance-preview.server";
import { confirmAttendance } from "~/credits/confirm-attendance.server";
import { requireActor } from "~/people/permission.server";
import { readForm } from "~/platform/form.server";
import { formatDateTime, formatHours, formatSessionLine, plural } from "~/platform/format";
import { pageTitle } from "~/platform/page-title";
import { redirectWithToast } from "~/platform/toast.server";
import { SubmitButton } from "~/ui/Button";
import { RadioGroup } from "~/ui/choice-fields";
import { FormFrame, useServerForm } from "~/ui/form";
import { EmptyState, Notice, Page, Section } from "~/ui/Page";
import { RowCount } from "~/ui/Pagination";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/Table";

export const meta = () => pageTitle("Confirm attendance");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const { offering, ...rest } = previewAttendance(ctx, params.id!);
  return data({
    ...rest,
    timeZone: offering.timeZone,
    approvedMinutes: offering.approvedMinutes ?? 0,
    over: offering.state !== "cancelled" && offering.endsAt !== null && offering.endsAt <= ctx.now,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const form = await readForm(request, confirmAttendanceForm);
  if (!form.ok) return form.reply;
  const outcome = confirmAttendance(ctx, { offeringId: params.id!, ...form.value });
  if (!outcome.ok)
    return form.refuse(ATTENDANCE_REFUSALS[outcome.reason], outcome.reason === "open-ends" ? "openEnds" : undefined);
  throw await redirectWithToast(
    `/facilitator/offerings/${params.id}`,
    `Attendance is confirmed. ${plural(outcome.value.claimable, "person", "people")} can claim hours.`,
  );
}

export default function ConfirmAttendance() {
  const { title, meetings, rows, confirmation, timeZone, approvedMinutes, over } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ openEnds: string }>({ lastResult: useActionData<typeof action>()?.result });
  const openEnds = rows.filter((row) => row.anomalies.includes("open-end")).length;
  return (
    <Page title="Confirm attendance" lead={title} breadcrumbs={[{ label: "Sessions", to: "/facilitator" }]}>
      {confirmation ? (
        <Notice tone="good" title={`Confirmed on ${formatDateTime(confirmation.confirmedAt, timeZone)}`}>
          Claiming is open. After a correction on a roster, confirm again.
        </Notice>
      ) : null}
      <Section title="Sessions">
        <ul className="grid gap-1">
          {meetings.map((session) => (
            <li key={session.id}>
              <Link to={`/facilitator/sessions/${session.id}`} className="link inline-block py-1 pointer-coarse:py-3">
                {formatSessionLine(session.startsAt, session.endsAt, session.timeZone)}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title="People"
        description={<RowCount shown={rows.length} total={rows.length} noun="person" nouns="people" />}
      >
        <DataTable
          caption="Attendance and hours of each person"
          rows={rows}
          rowKey={(row) => row.personId}
          empty={<EmptyState title="Nobody is on the roster">There is nothing to confirm.</EmptyState>}
          columns={[
            { key: "name", header: "Name", primary: true, cell: (row) => row.sortName },
            { key: "present", header: "Sessions", align: "end", cell: (row) => `${row.present} of ${meetings.length}` },
            {
              key: "hours",
              header: "Hours",
              align: "end",
              cell: (row) => `${formatHours(row.minutes)} of ${formatHours(approvedMinutes)}`,
            },
            {
              key: "look",
              header: "To look at",
              cell: (row) =>
                row.anomalies.length > 0 ? (
                  <Status tone="attention">{row.anomalies.map((anomaly) => ANOMALY_LABELS[anomaly]).join(", ")}</Status>
                ) : (
                  "–"
                ),
            },
          ]}
        />
      </Section>
      {over && rows.length > 0 ? (
        <FormFrame form={form}>
          {openEnds > 0 ? (
            <RadioGroup
              field={fields.openEnds}
              legend={`${plural(openEnds, "person was", "people were")} marked in and never out`}
              options={[
                {
                  value: "stayed",
                  label: "They stayed until the end",
                  hint: "The session counts from their arrival to its end.",
                },
                { value: "left", label: "I cannot say", hint: "That session counts nothing for them." },
              ]}
              required
            />
          ) : null}
          <div>
            <SubmitButton pendingLabel="Confirming …">
              {confirmation ? "Confirm again" : "Confirm attendance"}
            </SubmitButton>
          </div>
        </FormFrame>
      ) : null}
      {over ? null : <Notice tone="info" title={ATTENDANCE_REFUSALS["not-over"]} />}
    </Page>
  );
}
