import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";
import { TextField } from "~/ui/fields/text-fields";
import { Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";

interface Former {
  id: string;
  name: string;
  withdrawnAt: number | null;
  isTyped: boolean;
}

interface FormerNameSectionProps {
  names: Former[];
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** The former names on one's profile: who sees each, and a new one. */
export function FormerNameSection({ names, lastResult }: FormerNameSectionProps) {
  const [form, fields] = useServerForm<{ name: string }>({ id: "former-name", lastResult });
  return (
    <Section
      title="Former names"
      description="So that records under an earlier name are found as yours. A change of your legal name adds one by itself, if the name stood for a day. They stand on your documents and on the pages that verify these, unless you withdraw them from public view."
    >
      {names.length > 0 ? (
        <ul className="grid gap-3">
          {names.map((former) => (
            <FormerName key={former.id} former={former} />
          ))}
        </ul>
      ) : null}
      <FormFrame form={form} className="flex flex-wrap items-end gap-3">
        <TextField field={fields.name} label="Former name" required />
        <SubmitButton intent="former-name" variant="secondary">
          Add former name
        </SubmitButton>
      </FormFrame>
    </Section>
  );
}

function FormerName({ former: { id, name, withdrawnAt, isTyped } }: { former: Former }) {
  const isShown = withdrawnAt === null;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-3">
      <span className="min-w-0 grow break-words">
        {name}{" "}
        <Status tone={isShown ? "info" : "neutral"}>{isShown ? "On documents" : "Withdrawn from public view"}</Status>
      </span>
      <Form method="post">
        <OnceField />
        <Hidden name="formerNameId" value={id} />
        <SubmitButton
          intent={isShown ? "withdraw-former-name" : "show-former-name"}
          variant="secondary"
          size="sm"
          aria-label={isShown ? `Withdraw from public view: ${name}` : `Show again: ${name}`}
        >
          {isShown ? "Withdraw from public view" : "Show again"}
        </SubmitButton>
      </Form>
      {isTyped ? (
        <ConfirmDialog
          trigger={
            <>
              Remove<span className="sr-only"> {name}</span>
            </>
          }
          size="sm"
          title={`Remove ${name}?`}
          intent="remove-former-name"
          confirmLabel="Remove"
          values={{ formerNameId: id }}
        >
          <p>Records under this name are no longer found as yours.</p>
        </ConfirmDialog>
      ) : null}
    </li>
  );
}
