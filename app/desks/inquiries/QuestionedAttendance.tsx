import type { PresenceWords } from "~/attendance/presence/presence-words";
import { RosterLink } from "~/attendance/presence/AttendanceTable";
import { formatSessionLine } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { LONGEST_INQUIRY } from "./inquiry";
import { Link } from "~/ui/Link";

interface QuestionedAttendanceProps {
  open: boolean;
  sessions: ({
    id: string;
    startsAt: number;
    endsAt: number;
    timeZone: string;
    ownMinutes: number | null;
  } & PresenceWords)[];
  /** Who asks, and about which offering: where their steps are corrected. */
  about: { offeringId: string; personId: string };
  nonce: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** What is marked of somebody who questions it, and the form that corrects it and answers in one. */
export function QuestionedAttendance({ open, sessions, about, nonce, lastResult }: QuestionedAttendanceProps) {
  if (sessions.length === 0) return null;
  const attended = sessions.filter(({ ownMinutes }) => ownMinutes === null);
  return (
    <>
      <Section title="What is marked now">
        <ul className="grid gap-2">
          {sessions.map(({ id, startsAt, endsAt, timeZone, ownMinutes, tone, text, lateness }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3">
              <SessionWay session={{ id, ownMinutes }} about={about}>
                {formatSessionLine(startsAt, endsAt, timeZone, ownMinutes)}
              </SessionWay>
              <Status tone={tone}>{text}</Status>
              {lateness ? <span className="text-soft">{lateness}</span> : null}
            </li>
          ))}
        </ul>
      </Section>
      {open && attended.length > 0 ? <CorrectForm {...{ sessions: attended, nonce, lastResult }} /> : null}
    </>
  );
}

interface SessionWayProps {
  session: { id: string; ownMinutes: number | null };
  about: QuestionedAttendanceProps["about"];
  children: string;
}

/** Leads to where a session's marks are: its roster, or what the person did of its steps. */
function SessionWay({ session, about, children }: SessionWayProps) {
  if (session.ownMinutes === null) return <RosterLink id={session.id}>{children}</RosterLink>;
  return (
    <Link
      to={`/facilitator/offerings/${about.offeringId}/steps/people?person=${about.personId}`}
      className="link mr-3 inline-block py-1 pointer-coarse:py-3"
    >
      {children}
    </Link>
  );
}

function CorrectForm({ sessions, nonce, lastResult }: Omit<QuestionedAttendanceProps, "open" | "about">) {
  const [form, fields] = useServerForm<Record<"sessionId" | "from" | "until" | "body", string>>({
    id: "correct",
    lastResult,
    defaultValue: { sessionId: sessions.length === 1 ? sessions[0]!.id : "" },
  });
  const options = sessions.map(({ id, startsAt, endsAt, timeZone }) => ({
    value: id,
    label: formatSessionLine(startsAt, endsAt, timeZone),
  }));
  return (
    <Section
      title="Correct it"
      description="Their marks of the session are replaced, attendance is confirmed anew if it was confirmed, and they can sign for the hours that come of it."
    >
      <FormFrame form={form} className="grid gap-5">
        <Hidden name="nonce" value={nonce} />
        <SelectField
          field={fields.sessionId}
          label="Session"
          options={options}
          placeholder="Choose the session"
          required
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField field={fields.from} label="Arrived at" type="time" required />
          <TextField field={fields.until} label="Left at" type="time" required />
        </div>
        <TextArea
          field={fields.body}
          label="What you tell them"
          hint="It goes to the person by mail."
          rows={3}
          maxLength={LONGEST_INQUIRY}
          required
        />
        <div>
          <SubmitButton intent="correct-attendance">Correct and answer</SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
