import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { matchForm } from "~/attendance/roster/attendance-form";
import { ATTENDANCE_REFUSALS } from "~/attendance/refusal";
import { findMyWalkIn, matchWalkIn } from "~/attendance/walk-ins/walk-in.server";
import { unmatchWalkIn } from "~/attendance/walk-ins/unmatch.server";
import { getWalkInMatch } from "~/attendance/walk-ins/walk-in-match.server";
import { Candidate, MatchedWalkIn, NewPerson } from "~/attendance/walk-ins/WalkInMatch";
import { requireActor } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { plural } from "~/platform/format";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Button } from "~/ui/Button";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Who was this walk-in?");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  return data(getWalkInMatch(ctx, param(params, "id"), new URL(request.url).searchParams.get("find")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const walkInId = param(params, "id");
  const mine = findMyWalkIn(ctx.db, ctx, walkInId);
  if (!mine) throw notFound();
  const form = await readForm(request, matchForm);
  if (!form.ok) return form.reply;
  const { value } = form;
  if (value.intent === "unmatch") {
    const undone = unmatchWalkIn(ctx, { walkInId });
    if (!undone.ok) throw notFound();
    const said = `The match is taken back. Say who ${undone.value.name} was.`;
    throw await redirectWithToast(`/facilitator/walk-ins/${walkInId}`, said);
  }
  const outcome = once(ctx, "walk-in", form.once, () => matchWalkIn(ctx, { walkInId, ...value }));
  if (!outcome.ok) {
    return form.refuse(ATTENDANCE_REFUSALS[outcome.reason], outcome.reason === "address-taken" ? "email" : undefined);
  }
  const said = `${mine.walkIn.name} is on the roster now, with the times that were noted.`;
  throw await redirectWithToast(`/facilitator/offerings/${mine.offering.id}`, said);
}

export default function MatchWalkIn() {
  const { walkIn, offeringId, title, find, people, total } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const fromNew = result?.initialValue?.intent === "create";
  return (
    <Page
      title="Who was this walk-in?"
      lead={
        <>
          <strong>{walkIn.name}</strong> {walkIn.email ? `(${walkIn.email})` : ""}
          <br />
          {title}
        </>
      }
      width="narrow"
      breadcrumbs={[
        { label: "Sessions", to: "/facilitator" },
        { label: "Confirm attendance", to: `/facilitator/offerings/${offeringId}` },
      ]}
    >
      {walkIn.matchedTo ? <MatchedWalkIn name={walkIn.name} to={walkIn.matchedTo} /> : null}
      {fromNew ? null : <Refused result={result} />}
      <Section title="Somebody in Hourbook" description="By name or email address.">
        <Form method="get" role="search" className="flex items-end gap-2">
          <label className="grid flex-1 gap-1 font-semibold">
            Name or email
            <input key={find} type="search" name="find" defaultValue={find} autoComplete="off" className="input" />
          </label>
          <Button type="submit" variant="secondary">
            Search
          </Button>
        </Form>
        <p role="status" className="text-soft">
          {total > people.length
            ? `The first ${people.length} of ${plural(total, "person", "people")}. Add a word to find fewer.`
            : `${plural(total, "person", "people")} found.`}
        </p>
        <ul className="grid">
          {people.map((person) => (
            <Candidate key={person.id} person={person} />
          ))}
        </ul>
      </Section>
      <Section
        title="Somebody new"
        description="The legal name stands on their transcript. Without an address they cannot sign in to claim hours."
      >
        <NewPerson lastResult={fromNew ? result : null} walkIn={walkIn} />
      </Section>
    </Page>
  );
}
