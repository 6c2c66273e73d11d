import { Hidden } from "~/ui/fields/form";
import { Form } from "@remix-run/react";
import { RosterLink } from "~/attendance/presence/AttendanceTable";
import { METHOD_WORDS } from "~/attendance/marks/mark-kind";
import { formatDate, formatDateTime, formatSessionLine, formatTime } from "~/platform/format";
import { Button, LinkButton, SubmitButton } from "~/ui/Button";
import { CheckboxGroup, SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { EmptyState, Section } from "~/ui/frame/Page";
import { HowMany } from "~/ui/lists/HowMany";
import { HELD_WORDS } from "./held-reason";
import type { getInbox } from "./inbox.server";

/** With the value "all", the page shows more of the settled marks than the newest. */
export const SETTLED_PARAMETER = "settled";

type Inbox = ReturnType<typeof getInbox>;
type Waiting = Inbox["waiting"][number];

const KIND_WORDS: Record<string, string> = {
  in: "came",
  out: "left",
  absent: "was absent",
  "present-all": "was present",
};

function lineOf({ name, kind, at, isWalkIn }: Waiting, timeZone: string): string {
  const isOfDay = kind === "absent" || kind === "present-all";
  const when = ` on ${formatDate(at, timeZone)}${isOfDay ? "" : ` at ${formatTime(at, timeZone)}`}`;
  return `${name}${isWalkIn ? " (walk-in)" : ""} ${KIND_WORDS[kind]}${when}`;
}

function hintOf({ reason, recordedBy, method, receivedAt, clockDoubt }: Waiting, timeZone: string): string {
  const made = [`Recorded by ${recordedBy}`, METHOD_WORDS[method], `arrived ${formatDateTime(receivedAt, timeZone)}`];
  const doubt = clockDoubt ? " The device’s clock was changed meanwhile, so the time is not sure." : "";
  return `${HELD_WORDS[reason]} ${made.filter(Boolean).join(", ")}.${doubt}`;
}

interface WaitingMarksProps extends Pick<Inbox, "waiting" | "sessions" | "timeZone"> {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** Marks that wait, and what somebody says of them: they count, or are left out, and why. */
export function WaitingMarks({ waiting, sessions, timeZone, lastResult }: WaitingMarksProps) {
  const [form, fields] = useServerForm<{ ids: string[]; why: string; sessionId: string }>({
    id: "waiting",
    lastResult,
    defaultValue: { ids: waiting.map(({ id }) => id) },
  });
  if (waiting.length === 0) {
    return (
      <EmptyState title="No mark waits">
        <p>
          Marks that were made without a network count once their device has sent them. The doubtful ones stand here.
        </p>
      </EmptyState>
    );
  }
  return (
    <FormFrame form={form}>
      <CheckboxGroup
        field={fields.ids}
        legend="Marks that wait for your word"
        required
        options={waiting.map((mark) => ({
          value: mark.id,
          label: lineOf(mark, timeZone),
          hint: hintOf(mark, timeZone),
        }))}
      />
      {waiting.some(({ sessionId }) => sessionId === null) ? (
        <SelectField
          field={fields.sessionId}
          label="The session that they are about, where theirs is gone"
          placeholder="Choose a session"
          options={sessions.map(({ id, startsAt, endsAt, timeZone: zone }) => ({
            value: id,
            label: formatSessionLine(startsAt, endsAt, zone),
          }))}
        />
      ) : null}
      <TextField field={fields.why} label="Why" hint="It stands with each mark." required maxLength={300} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton intent="count">Let them count</SubmitButton>
        <SubmitButton intent="leave-out" variant="secondary">
          Leave them out
        </SubmitButton>
      </div>
    </FormFrame>
  );
}

/** What else devices brought that somebody should look at: people of whom two say different things, and names that came twice. */
export function Doubts({ disagreeing, doubles, sessions }: Pick<Inbox, "disagreeing" | "doubles" | "sessions">) {
  if (disagreeing.length + doubles.length === 0) return null;
  const lineOfSession = (sessionId: string) => {
    const session = sessions.find(({ id }) => id === sessionId);
    return session ? formatSessionLine(session.startsAt, session.endsAt, session.timeZone) : "";
  };
  return (
    <Section title="To look at" description="These count as they stand until you void or match something.">
      <ul className="grid gap-2">
        {disagreeing.map(({ sessionId, personId, name }) => (
          <li key={`${sessionId} ${personId}`}>
            Two devices disagree about {name}: <RosterLink id={sessionId}>{lineOfSession(sessionId)}</RosterLink>
          </li>
        ))}
        {doubles.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            The walk-in {name} bears a name that is on the roster already.
            <LinkButton to={`/facilitator/walk-ins/${id}`} variant="secondary" size="sm">
              Match, or take off<span className="sr-only">: {name}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What was said of marks that waited; what was left out can be taken up again. */
export function SettledMarks({ settled: { rows, total }, timeZone }: Pick<Inbox, "settled" | "timeZone">) {
  if (total === 0) return null;
  return (
    <Section title="Settled">
      <ul className="grid gap-3">
        {rows.map((mark) => (
          <li key={mark.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <div className="min-w-0 flex-1">
              <p>
                {lineOf(mark, timeZone)}: {mark.settledAs === "counted" ? "counts" : "left out"}
              </p>
              <p className="text-[0.9375rem] text-soft">
                {mark.settledWhy} · {mark.settledBy}
                {mark.settledAt ? `, ${formatDateTime(mark.settledAt, timeZone)}` : ""}
              </p>
            </div>
            {mark.settledAs === "left-out" ? (
              <Form method="post">
                <Hidden name="intent" value="take-up" />
                <Hidden name="heldId" value={mark.id} />
                <Button type="submit" variant="quiet" size="sm">
                  Take up again<span className="sr-only">: {lineOf(mark, timeZone)}</span>
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      <HowMany shown={rows.length} total={total} noun="settled marks" parameter={SETTLED_PARAMETER} />
    </Section>
  );
}
