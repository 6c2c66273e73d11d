import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { STEP_PEOPLE_LIST } from "~/attendance/reading/step-people-list";
import { listStepChoices, openStepPeople } from "~/attendance/reading/step-people-list.server";
import { STEP_STANDING_WORDS } from "~/attendance/steps/step-standing";
import { getCourse } from "~/catalog/courses/course.server";
import { requireActor } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatDateTime } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { EmptyState, Page } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";
import { Status } from "~/ui/Status";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle(STEP_PEOPLE_LIST.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const { offering, source } = openStepPeople(ctx, param(params, "id"));
  return data({
    offeringId: offering.id,
    timeZone: offering.timeZone,
    title: getCourse(ctx.db, offering.courseId).title,
    choices: listStepChoices(ctx, offering.id),
    list: showList(ctx, request, source),
  });
}

export default function StepPeople() {
  const { offeringId, timeZone, title, choices, list } = useLoaderData<typeof loader>();
  return (
    <Page
      title={STEP_PEOPLE_LIST.title}
      lead={title}
      breadcrumbs={[{ label: "Steps", to: `/facilitator/offerings/${offeringId}/steps` }]}
      width="wide"
    >
      <WorkList
        shape={STEP_PEOPLE_LIST}
        of={offeringId}
        list={list}
        options={choices}
        empty={<EmptyState title="Nobody yet">People stand here once they hold a seat and there are steps.</EmptyState>}
        cells={{
          person: (row) => (
            <Link
              to={`/facilitator/steps/${row.stepId}/people/${row.personId}`}
              className="link pointer-coarse:inline-block pointer-coarse:py-2"
            >
              {row.sortName}
              <span className="sr-only">: {row.step}</span>
            </Link>
          ),
          step: (row) => row.step,
          state: (row) => (
            <Status tone={STEP_STANDING_WORDS[row.standing].tone}>{STEP_STANDING_WORDS[row.standing].text}</Status>
          ),
          done: (row) =>
            row.doneAt === null ? "–" : `${formatDateTime(row.doneAt, timeZone)}${row.late ? ", late" : ""}`,
          minutes: (row) => (row.standing === "done" ? row.minutes : 0),
          result: (row) => row.result || "–",
          by: (row) => row.recordedBy ?? "–",
        }}
      />
    </Page>
  );
}
