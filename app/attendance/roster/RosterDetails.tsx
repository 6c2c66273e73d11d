import type { FormEvent } from "react";
import { formatTime } from "~/platform/format";
import { Button, LinkButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Hidden } from "~/ui/fields/form";
import type { FormAnswer } from "~/ui/frame/lost-answer";
import { useFormFetcher } from "~/ui/frame/use-form-fetcher";
import { PersonLink } from "~/people/persons/PersonLink";
import { DeviceStamp, ReasonField } from "~/attendance/marks/DeviceStamp";
import { stampForm } from "~/attendance/marks/device-clock";
import { shortCodeOf } from "~/registration/passes/short-code";
import type { RosterMark } from "./roster.server";

interface RosterDetailsProps {
  personId: string;
  sortName: string;
  registrationId: string | null;
  walkIn: boolean;
  marks: RosterMark[];
  nonce: string;
  timeZone: string;
  /** Attendance is confirmed, so a correction says why. */
  confirmed: boolean;
}

const stamp = (event: FormEvent<HTMLFormElement>) => stampForm(event.currentTarget);

/** A person's marks, and what can be told afterwards: times, an absence, a mark that is wrong. */
export function RosterDetails(props: RosterDetailsProps) {
  const { personId, sortName, registrationId, walkIn, marks, nonce, timeZone, confirmed } = props;
  const { Form, answer } = useFormFetcher();
  return (
    <div className="no-print grid gap-3 pb-2">
      <Form method="post" onSubmit={stamp} className="grid gap-3">
        <Hidden name="intent" value="mark" />
        <Hidden name="personId" value={personId} />
        <DeviceStamp nonce={nonce} />
        {confirmed ? <ReasonField /> : null}
        <div className="flex flex-wrap items-end gap-2">
          <label className="grid gap-1 text-[0.9375rem] font-semibold">
            At
            <input type="time" name="time" className="input w-36" />
          </label>
          <Button type="submit" name="kind" value="in" variant="secondary">
            Arrived then
          </Button>
          <Button type="submit" name="kind" value="out" variant="secondary">
            Left then
          </Button>
          <Button type="submit" name="kind" value="absent" variant="quiet">
            Absent
          </Button>
        </div>
        <Refusal answer={answer} />
      </Form>
      <ul className="grid gap-2">
        {marks.map((mark) => (
          <MarkLine key={mark.id} mark={mark} nonce={nonce} timeZone={timeZone} />
        ))}
      </ul>
      {walkIn ? <WalkInTools walkInId={personId} name={sortName} /> : null}
      {registrationId ? (
        <p className="text-[0.9375rem]">
          The page of <PersonLink personId={personId} name={sortName} /> · check-in pass{" "}
          <span className="font-mono whitespace-nowrap">{shortCodeOf(registrationId)}</span>
        </p>
      ) : null}
    </div>
  );
}

/** Who a walk-in was, or that they were noted twice. */
function WalkInTools({ walkInId, name }: { walkInId: string; name: string }) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <LinkButton to={`/facilitator/walk-ins/${walkInId}`} variant="secondary">
        Match to a person<span className="sr-only">: {name}</span>
      </LinkButton>
      <ConfirmDialog
        trigger="Take off the list"
        variant="quiet"
        title={`Take ${name} off the list?`}
        confirmLabel="Take off"
        intent="remove-walk-in"
        values={{ walkInId }}
      >
        For somebody who was noted twice, or by mistake. What was noted is kept, and counts nothing.
      </ConfirmDialog>
    </div>
  );
}

function Refusal({ answer }: { answer: FormAnswer | undefined }) {
  const error = Object.values(answer?.result?.error ?? {}).flat()[0];
  if (!error) return null;
  return (
    <p role="alert" className="font-semibold text-danger">
      {error}
    </p>
  );
}

const KIND_WORDS: Record<string, string> = { in: "Arrived", out: "Left", "present-all": "Present", absent: "Absent" };

function MarkLine({ mark, nonce, timeZone }: { mark: RosterMark; nonce: string; timeZone: string }) {
  const { Form, answer } = useFormFetcher();
  const { id, kind, at, voided, reason, source } = mark;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.9375rem]">
      <span className={voided ? "text-soft line-through" : ""}>
        {KIND_WORDS[kind]} {kind === "absent" ? "" : formatTime(at, timeZone)} · {source}
        {reason ? ` · ${reason}` : ""}
      </span>
      {voided ? (
        <span className="text-soft">void</span>
      ) : (
        <Form method="post" onSubmit={stamp} className="flex flex-wrap items-center gap-2">
          <Hidden name="intent" value="void" />
          <Hidden name="markId" value={id} />
          <DeviceStamp nonce={`${nonce}${id}`.slice(-64)} />
          <input
            name="reason"
            aria-label="Why this mark is wrong"
            placeholder="Why it is wrong"
            required
            minLength={3}
            maxLength={300}
            className="input w-44"
          />
          <Button type="submit" variant="quiet" size="sm">
            Void
          </Button>
          <Refusal answer={answer} />
        </Form>
      )}
    </li>
  );
}
