import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ATTENDANCE_WORDS, MY_OFFERINGS_LIST } from "~/desks/facilitator/my-offerings-list";
import { myOfferingsSource } from "~/desks/facilitator/my-offerings-list.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatDate } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { EmptyState, Page } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";
import { Status } from "~/ui/Status";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle(MY_OFFERINGS_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "facilitator");
  return data(showList(ctx, request, myOfferingsSource(ctx)));
}

export default function MyOfferings() {
  const list = useLoaderData<typeof loader>();
  const day = (at: number | null, timeZone: string) => (at === null ? "–" : formatDate(at, timeZone));
  return (
    <Page
      title={MY_OFFERINGS_LIST.title}
      lead="Every offering that you teach or help with: rosters, messages, evaluation, and who helps."
      width="wide"
    >
      <WorkList
        shape={MY_OFFERINGS_LIST}
        list={list}
        empty={<EmptyState title="Nothing yet">Offerings that name you as an instructor stand here.</EmptyState>}
        cells={{
          title: (row) => (
            <Link
              to={`/facilitator/offerings/${row.id}`}
              className="link pointer-coarse:inline-block pointer-coarse:py-2"
            >
              {row.title}
            </Link>
          ),
          starts: (row) => day(row.startsAt, row.timeZone),
          ends: (row) => day(row.endsAt, row.timeZone),
          place: (row) => row.place,
          people: (row) => row.people,
          state: (row) => <Status tone={ATTENDANCE_WORDS[row.state].tone}>{ATTENDANCE_WORDS[row.state].text}</Status>,
          number: (row) => row.inServiceNumber ?? "–",
        }}
      />
    </Page>
  );
}
