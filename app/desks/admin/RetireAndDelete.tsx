import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Section } from "~/ui/frame/Page";

interface RetireAndDeleteProps {
  /** What kind of thing it is: "place", "area". */
  noun: string;
  name: string;
  isRetired: boolean;
  /** What being retired means for it. */
  meaning: string;
  restoreLabel: string;
  intents: { retire: string; restore: string; delete: string };
  /** Why it can be deleted; null where something uses it. */
  unused: string | null;
}

/** How an entry of a list leaves it: retired and back again, or deleted while nothing uses it. */
export function RetireAndDelete({
  noun,
  name,
  isRetired,
  meaning,
  restoreLabel,
  intents,
  unused,
}: RetireAndDeleteProps) {
  return (
    <>
      <Section title={isRetired ? "Retired" : "Retire"} description={meaning}>
        <Form method="post">
          <SubmitButton intent={isRetired ? intents.restore : intents.retire} variant="secondary">
            {isRetired ? restoreLabel : `Retire the ${noun}`}
          </SubmitButton>
        </Form>
      </Section>
      {unused === null ? null : (
        <Section title="Delete" description={unused}>
          <div>
            <ConfirmDialog
              trigger={`Delete the ${noun}`}
              title={`Delete ${name}?`}
              confirmLabel={`Delete the ${noun}`}
              intent={intents.delete}
            >
              <p>This cannot be undone.</p>
            </ConfirmDialog>
          </div>
        </Section>
      )}
    </>
  );
}
