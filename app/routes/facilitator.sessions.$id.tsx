import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useDeferredValue, useState } from "react";
import { rosterForm } from "~/attendance/attendance-form";
import { describePresence } from "~/attendance/presence-words";
import { recordRosterForm } from "~/attendance/roster-action.server";
import { ATTENDANCE_REFUSALS } from "~/attendance/refusal";
import { getRoster } from "~/attendance/roster.server";
import { RosterEntry } from "~/attendance/RosterEntry";
import { PresentAllForm, WalkInForm } from "~/attendance/RosterTools";
import { requireActor } from "~/people/permission.server";
import { readForm } from "~/platform/form.server";
import { formatSessionLine, plural } from "~/platform/format";
import { newId } from "~/platform/ids";
import { pageTitle } from "~/platform/page-title";
import { redirectWithToast } from "~/platform/toast.server";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page, Section, Stat, StatRow, StickyActions } from "~/ui/Page";

export const meta = () => pageTitle("Roster");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const { session, offering, title, rows, walkIns } = getRoster(ctx, params.id!);
  return data({
    title,
    session: { startsAt: session.startsAt, endsAt: session.endsAt, timeZone: session.timeZone },
    sessionId: session.id,
    offeringId: offering.id,
    over: offering.endsAt !== null && offering.endsAt <= ctx.now,
    place: session.place ?? offering.place,
    rows: rows.map((row) => ({ ...row, nonce: newId() })),
    walkIns,
    nonce: newId(),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const form = await readForm(request, rosterForm);
  if (!form.ok) return form.reply;
  const outcome = recordRosterForm(ctx, params.id!, form.value);
  if (!outcome.ok) return form.refuse(ATTENDANCE_REFUSALS[outcome.reason]);
  if (outcome.value === null) return data({ result: undefined });
  throw await redirectWithToast(`/facilitator/sessions/${params.id}`, outcome.value);
}

export default function RosterPage() {
  const { title, session, rows, walkIns, nonce, place, ...rest } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const [typed, setTyped] = useState("");
  const wanted = useDeferredValue(typed).trim().toLowerCase();
  const shown = rows.filter(
    (row) => row.sortName.toLowerCase().includes(wanted) || row.name.toLowerCase().includes(wanted),
  );
  const states = rows.map((row) => describePresence(row.presence, session.timeZone).state);
  const count = (state: string) => states.filter((each) => each === state).length;
  return (
    <Page
      title={title}
      lead={
        <>
          {formatSessionLine(session.startsAt, session.endsAt, session.timeZone)}
          <br />
          {place}
        </>
      }
      breadcrumbs={[{ label: "Sessions", to: "/facilitator" }]}
      actions={
        <LinkButton to={`/facilitator/sessions/${rest.sessionId}/sheet`} variant="secondary">
          Sign-in sheet
        </LinkButton>
      }
    >
      <div aria-live="polite">
        <StatRow>
          <Stat label="Here now" value={count("in")} />
          <Stat label="Present" value={count("out")} />
          <Stat label="Absent" value={count("absent")} />
          <Stat label="Not marked" value={count("unmarked")} />
        </StatRow>
      </div>
      <Section title="Roster" description={plural(rows.length, "person", "people")}>
        {rows.length === 0 ? (
          <EmptyState title="Nobody has registered yet">Take people in as walk-ins below.</EmptyState>
        ) : (
          <>
            <label className="no-print grid max-w-md gap-1 font-semibold">
              Find a person
              <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} className="input" />
            </label>
            <ul>
              {shown.map((row) => (
                <RosterEntry key={row.personId} entry={row} timeZone={session.timeZone} />
              ))}
            </ul>
            {shown.length === 0 ? (
              <p className="text-soft">Nobody by that name. Take them in as a walk-in below.</p>
            ) : null}
          </>
        )}
      </Section>
      <Section
        title="Walk-ins"
        description="A known email address puts the person on the roster. Anyone else is noted and matched later."
      >
        <WalkInForm
          nonce={`${nonce}-walk-in`}
          lastResult={result?.initialValue?.intent === "walk-in" ? result : null}
        />
        {walkIns.length > 0 ? (
          <ul className="list-disc pl-6">
            {walkIns.map((walkIn) => (
              <li key={walkIn.id}>
                {walkIn.name} {walkIn.email ? `(${walkIn.email})` : ""} – to be matched
              </li>
            ))}
          </ul>
        ) : null}
      </Section>
      <StickyActions>
        <PresentAllForm unmarked={count("unmarked")} nonce={nonce} />
        {rest.over ? (
          <LinkButton to={`/facilitator/offerings/${rest.offeringId}`} variant="secondary">
            Confirm attendance
          </LinkButton>
        ) : null}
      </StickyActions>
    </Page>
  );
}
