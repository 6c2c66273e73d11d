import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { getScopedOffering } from "~/catalog/courses/course-desk.server";
import { OfferingFrame } from "~/desks/coordinator/OfferingFrame";
import { summarizeNeeds } from "~/desks/coordinator/people/needs-summary.server";
import { listDistrictsHere, offeringPeopleSource } from "~/desks/coordinator/people/offering-people-list.server";
import { NeedsSummary, OfferingPeople, PEOPLE_FORM } from "~/desks/coordinator/people/OfferingPeople";
import { runPeopleAction } from "~/desks/coordinator/people/people-action.server";
import { offeringPeopleForm } from "~/desks/coordinator/people/people-form";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { listOtherDates } from "~/registration/mine/other-dates.server";
import { countSeats } from "~/registration/seats/registration-row.server";
import { seatsInWords } from "~/registration/seats/Seats";
import { listUninvited } from "~/registration/staff/invite-again.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Notice, Section } from "~/ui/frame/Page";
import { PrintButton } from "~/ui/PrintButton";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(`People: ${loaded?.title ?? "Offering"}`);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { offering, course } = getScopedOffering(ctx, param(params, "id"));
  return data({
    offering,
    title: course.title,
    list: showList(ctx, request, offeringPeopleSource(ctx, offering)),
    districts: listDistrictsHere(ctx, offering),
    summary: summarizeNeeds(ctx.db, offering.id),
    others: listOtherDates(ctx, offering),
    seats: countSeats(ctx.db, offering),
    uninvited: listUninvited(ctx.db, offering.id).length,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { offering } = getScopedOffering(ctx, param(params, "id"));
  const form = await readForm(request, offeringPeopleForm);
  if (!form.ok) return form.reply;
  const { pathname, search, searchParams } = new URL(request.url);
  const wanted = form.value;
  const answer = once(ctx, "people", form.once, () => runPeopleAction(ctx, offering, wanted, searchParams));
  if (!answer.ok) return form.refuse(answer.words, answer.field);
  if ("to" in answer) throw redirect(answer.to);
  if ("started" in answer) throw await redirectStarted(answer.started, pathname + search);
  throw await redirectWithToast(pathname + search, answer.said);
}

export default function OfferingPeoplePage() {
  const { offering, title, list, districts, summary, others, seats, uninvited } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const [form] = useServerForm({ id: PEOPLE_FORM, lastResult: result });
  return (
    <OfferingFrame offering={offering} title={title} current="people">
      <Section
        title="People"
        description={offering.state === "published" ? seatsInWords(seats) : undefined}
        actions={
          <>
            {offering.state === "published" ? (
              <LinkButton to={`/coordinator/offerings/${offering.id}/register`} size="sm">
                Register people
              </LinkButton>
            ) : null}
            <LinkButton to={`/facilitator/offerings/${offering.id}/message`} variant="secondary" size="sm">
              Write to people
            </LinkButton>
            <LinkButton to={`/facilitator/offerings/${offering.id}/badges`} variant="secondary" size="sm">
              Name badges
            </LinkButton>
            <PrintButton />
          </>
        }
      >
        <Refused result={result} />
        {uninvited > 0 && offering.state === "published" ? (
          <Notice
            tone="info"
            title={`${plural(uninvited, "person has", "people have")} no account yet`}
            action={
              <Form method="post">
                <SubmitButton intent="invite-again" variant="secondary">
                  Invite them again
                </SubmitButton>
              </Form>
            }
          >
            <p>They are registered all the same. With an account they can claim their hours.</p>
          </Notice>
        ) : null}
        <NeedsSummary summary={summary} />
        <FormFrame form={form} keeps={false} className="contents">
          {null}
        </FormFrame>
        <OfferingPeople offering={offering} list={list} districts={districts} others={others} seats={seats} />
      </Section>
    </OfferingFrame>
  );
}
