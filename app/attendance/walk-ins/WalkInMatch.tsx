import { Form } from "@remix-run/react";
import { LegalNameFields } from "~/people/names/LegalNameFields";
import { partsOfName } from "~/people/persons/name";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";
import { TextField } from "~/ui/fields/text-fields";
import { Notice } from "~/ui/frame/Page";

/** Who it was, and the way back. */
export function MatchedWalkIn({ name, to }: { name: string; to: string }) {
  return (
    <Notice
      tone="good"
      title={`This walk-in is matched to ${to}`}
      action={
        <ConfirmDialog
          trigger="It was somebody else"
          title={`Take the match of ${name} back?`}
          confirmLabel="Take it back"
          intent="unmatch"
        >
          <p>
            What was noted of {name} counts for {to} no more, and a seat that the match gave is free again. You can then
            say who it was.
          </p>
        </ConfirmDialog>
      }
    />
  );
}

/** Somebody who may be the one. */
export function Candidate({ person: { id, name, about } }: { person: { id: string; name: string; about: string } }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3 last:border-b-0">
      <div className="min-w-0">
        <p className="font-semibold">{name}</p>
        <p className="text-[0.9375rem] text-soft">{about}</p>
      </div>
      <Form method="post">
        <OnceField />
        <Hidden name="personId" value={id} />
        <SubmitButton intent="match" variant="secondary">
          This is the one<span className="sr-only">: {name}</span>
        </SubmitButton>
      </Form>
    </li>
  );
}

interface NewPersonProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  walkIn: { name: string; email: string | null };
}

/** Somebody who is new to Hourbook. */
export function NewPerson({ lastResult, walkIn }: NewPersonProps) {
  const { first: legalFirst, last: legalLast } = partsOfName(walkIn.name);
  const [form, fields] = useServerForm<Record<"legalFirst" | "legalLast" | "email", string>>({
    id: "new-person",
    lastResult,
    defaultValue: { legalFirst, legalLast, email: walkIn.email ?? "" },
  });
  return (
    <FormFrame form={form}>
      <div className="grid gap-4 sm:grid-cols-2">
        <LegalNameFields fields={fields} legal />
        <TextField
          field={fields.email}
          label="Email address"
          type="email"
          autoComplete="off"
          className="sm:col-span-2"
        />
      </div>
      <div>
        <SubmitButton intent="create" variant="secondary">
          Add this person
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
