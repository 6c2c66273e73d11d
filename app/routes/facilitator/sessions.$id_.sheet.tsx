import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getRoster } from "~/attendance/roster/roster.server";
import { requireActor } from "~/people/roles/permission.server";
import { formatSessionLine } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { Button } from "~/ui/Button";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Sign-in sheet");

const BLANK_ROWS = 5;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const { session, offering, title, rows } = getRoster(ctx, param(params, "id"));
  return data({
    title,
    sessionId: session.id,
    inServiceNumber: offering.inServiceNumber,
    place: session.place ?? offering.place,
    when: formatSessionLine(session.startsAt, session.endsAt, session.timeZone),
    names: rows.map((row) => ({ id: row.personId, name: row.sortName })),
  });
}

export default function SignInSheet() {
  const { title, names, ...sheet } = useLoaderData<typeof loader>();
  const blanks = Array.from({ length: BLANK_ROWS }, (_, index) => ({ id: `blank-${index}`, name: "" }));
  return (
    <Page
      title="Sign-in sheet"
      lead={
        <>
          <strong>{title}</strong> · {sheet.inServiceNumber}
          <br />
          {sheet.when}
          <br />
          {sheet.place}
        </>
      }
      breadcrumbs={[
        { label: "Sessions", to: "/facilitator" },
        { label: "Roster", to: `/facilitator/sessions/${sheet.sessionId}` },
      ]}
      actions={
        <Button type="button" onClick={() => window.print()} className="hidden scripted:inline-flex">
          Print
        </Button>
      }
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">People expected, with room for times and signature</caption>
        <thead>
          {/* Again on every sheet of paper. */}
          <tr className="print-only">
            <th colSpan={4} className="px-2 pb-2 text-left">
              {title} · {sheet.when}
            </th>
          </tr>
          <tr className="border-b-2 border-strong text-left">
            {["Name", "In", "Out", "Signature"].map((header) => (
              <th key={header} scope="col" className="px-2 py-2">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...names, ...blanks].map((row) => (
            <tr key={row.id} className="keep h-11 border-b border-strong">
              <th scope="row" className="w-2/5 px-2 text-left font-normal">
                {row.name || <span className="sr-only">Walk-in</span>}
              </th>
              <td className="w-14 border-l border-line sm:w-20" />
              <td className="w-14 border-l border-line sm:w-20" />
              <td className="border-l border-line" />
            </tr>
          ))}
        </tbody>
      </table>
    </Page>
  );
}
