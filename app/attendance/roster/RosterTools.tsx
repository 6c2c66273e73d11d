import { useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { DeviceStamp } from "~/attendance/marks/DeviceStamp";
import { stampForm } from "~/attendance/marks/device-clock";
import { plural } from "~/platform/format";
import { Button, SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { Section } from "~/ui/frame/Page";
import { useFormFetcher } from "~/ui/frame/use-form-fetcher";
import { Refused } from "~/ui/Refused";
import { AskedPeople } from "./AskedPeople";
import { TAPS } from "./door-order";
import type { RosterRow } from "./roster.server";

interface ForEveryoneProps {
  /** Who is not marked, and who checked in by themselves and waits to be confirmed. */
  unmarked: RosterRow[];
  waiting: RosterRow[];
  /** How many marks the last tap of whoever looks made, while it can be undone at once. */
  undoable: number;
  nonce: string;
  confirmed: boolean;
}

/** What can be said of many at once: at the end of the list, where no thumb meets it, and only after a question. */
export function ForEveryone({ unmarked, waiting, undoable, nonce, confirmed }: ForEveryoneProps) {
  const tapped = useNavigation().formData?.get("tap");
  if (unmarked.length + waiting.length + undoable === 0) return null;
  return (
    <Section title="Many at once" description="Each asks first, and can be undone for ten minutes.">
      <div className="flex flex-wrap gap-3">
        {waiting.length > 0 ? (
          <AskForMany
            {...{ nonce, confirmed }}
            tap="self-all"
            people={waiting}
            trigger={`Confirm ${plural(waiting.length, "self check-in")}`}
            title={`Were these ${plural(waiting.length, "person", "people")} there?`}
            confirmLabel={waiting.length === 1 ? "Yes, they were there" : `Yes, all ${waiting.length} were there`}
          >
            Each counts from their own check-in, or from the start if they came before it.
          </AskForMany>
        ) : null}
        {unmarked.length > 0 ? (
          <AskForMany
            {...{ nonce, confirmed }}
            tap="present-all"
            people={unmarked}
            trigger={`Mark the other ${unmarked.length} present`}
            title={`Mark ${plural(unmarked.length, "person", "people")} present from start to end?`}
            confirmLabel={`Mark ${unmarked.length} present`}
          >
            Nobody has marked them. Everyone who is marked already stays as they are.
          </AskForMany>
        ) : null}
        {undoable > 0 ? (
          <Button type="submit" form={TAPS} name="tap" value="undo" variant="secondary" pending={tapped === "undo"}>
            {undoable === 1 ? "Undo the last mark" : `Undo the last ${undoable} marks`}
          </Button>
        ) : null}
      </div>
    </Section>
  );
}

interface AskForManyProps {
  tap: string;
  people: RosterRow[];
  trigger: string;
  title: string;
  confirmLabel: string;
  nonce: string;
  confirmed: boolean;
  children: string;
}

function AskForMany({ tap, people, nonce, confirmed, children, ...words }: AskForManyProps) {
  return (
    <ConfirmDialog
      {...words}
      confirmVariant="primary"
      cancelLabel="Not now"
      intent="tap"
      values={{ tap, nonce: `${nonce}-${tap}`, who: people.map(({ personId }) => personId).join(" ") }}
    >
      <p>{children}</p>
      <AskedPeople names={people.map(({ sortName }) => sortName)} asksReason={confirmed} />
    </ConfirmDialog>
  );
}

interface TakeInProps {
  /** What is searched for. */
  name: string;
  /** Nobody is found by it. */
  loud: boolean;
  nonce: string;
  onTaken: () => void;
}

/** Takes somebody in who is not found, by the words that were searched for (T2). */
export function TakeIn({ name, loud, nonce, onTaken }: TakeInProps) {
  const { Form, answer, pending } = useFormFetcher();
  const sent = useRef(false);
  useEffect(() => {
    if (pending) sent.current = true;
    else if (sent.current) {
      sent.current = false;
      if (!answer?.result?.error) onTaken();
    }
  }, [pending, answer, onTaken]);
  if (name.trim().length < 2) return null;
  return (
    <Form
      method="post"
      className="no-print grid justify-items-start gap-3 py-2"
      onSubmit={(event) => stampForm(event.currentTarget)}
    >
      <Hidden name="intent" value="walk-in" />
      <Hidden name="name" value={name.trim()} />
      <DeviceStamp nonce={nonce} />
      <SubmitButton variant={loud ? "primary" : "secondary"} pending={pending}>
        Take in “{name.trim()}” as a walk-in
      </SubmitButton>
      {pending ? null : <Refused result={answer?.result} />}
    </Form>
  );
}

interface WalkInFormProps {
  nonce: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** Takes in somebody who is not on the roster, with their address (T2). */
export function WalkInForm({ nonce, lastResult }: WalkInFormProps) {
  const [form, fields] = useServerForm<{ name: string; email: string }>({ id: "walk-in", lastResult });
  return (
    <FormFrame
      form={form}
      onSubmit={(event) => stampForm(event.currentTarget)}
      className="grid gap-4 sm:grid-cols-[1fr_1fr_auto] sm:items-end"
    >
      <DeviceStamp nonce={nonce} />
      <TextField field={fields.name} label="Name" autoComplete="off" required />
      <TextField field={fields.email} label="Email address" type="email" autoComplete="off" />
      <SubmitButton intent="walk-in" variant="secondary">
        Take in
      </SubmitButton>
    </FormFrame>
  );
}
