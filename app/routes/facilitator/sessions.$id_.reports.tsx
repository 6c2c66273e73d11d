import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DoneReports } from "~/attendance/meetings/DoneReports";
import { OpenReport } from "~/attendance/meetings/OpenReport";
import { runReportForm } from "~/attendance/meetings/report-action.server";
import { reportForm } from "~/attendance/meetings/report-form";
import { getReportPage } from "~/attendance/meetings/report-page.server";
import { requireActor } from "~/people/roles/permission.server";
import { formatSessionLine } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { FileField } from "~/ui/fields/FileField";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { isReadAfterRefusal } from "~/ui/frame/lost-answer";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Attendance report");

/** Of several files some are read although others are refused: they stand there at once. */
export const shouldRevalidate = isReadAfterRefusal;

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(await getReportPage(await requireActor(request), param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const sessionId = param(params, "id");
  const form = await readForm(request, reportForm);
  if (!form.ok) return form.reply;
  const answer = await runReportForm(ctx, sessionId, form.value);
  if (!answer.ok) return form.refuse(answer.words, answer.field);
  throw await redirectWithToast(`/facilitator/sessions/${sessionId}/reports`, answer.said);
}

export default function Reports() {
  const { title, session, confirmed, roster, open, done } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const ofUpload = result?.initialValue?.intent === "upload";
  return (
    <Page
      title="Attendance report"
      lead={`${title}, ${formatSessionLine(session.startsAt, session.endsAt, session.timeZone)}`}
      breadcrumbs={[
        { label: "Sessions", to: "/facilitator" },
        { label: "Roster", to: `/facilitator/sessions/${session.id}` },
      ]}
      width="wide"
    >
      {ofUpload ? null : <Refused result={result} />}
      {open.map((report) => (
        <OpenReport key={report.id} {...{ report, roster, session, confirmed }} />
      ))}
      <Upload key={open.map(({ id }) => id).join()} isFirst={open.length === 0} lastResult={ofUpload ? result : null} />
      <DoneReports done={done} timeZone={session.timeZone} />
    </Page>
  );
}

interface UploadProps {
  isFirst: boolean;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

function Upload({ isFirst, lastResult }: UploadProps) {
  const [form, fields] = useServerForm<{ file: string }>({ id: "upload", lastResult });
  return (
    <Section
      title={isFirst ? "Read a report" : "Read another one"}
      description="First you see who would be marked, and for how long; nobody is marked before you say so."
    >
      <FormFrame form={form} encType="multipart/form-data" className="grid max-w-2xl gap-4">
        <FileField
          field={fields.file}
          label="Attendance report of Zoom, Microsoft Teams or Google Meet"
          hint="The CSV file as the video service gives it, at most 5 MB. Several for one session can be read at once."
          accept=".csv,.tsv,.txt,text/csv"
          multiple
          required
        />
        <div>
          <SubmitButton intent="upload" pendingLabel="Reading …" variant={isFirst ? "primary" : "secondary"}>
            Read the report
          </SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
