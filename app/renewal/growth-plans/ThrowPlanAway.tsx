import { ConfirmDialog } from "~/ui/Dialog";
import { Section } from "~/ui/frame/Page";

/** Throws a plan away that nobody has signed. */
export function ThrowPlanAway({ year }: { year: string }) {
  return (
    <Section title="Begun by mistake?">
      <div>
        <ConfirmDialog
          trigger="Throw this plan away"
          title={`Throw the growth plan of ${year} away?`}
          intent="remove-plan"
          confirmLabel="Throw it away"
        >
          <p>Everything that you wrote in it and its files are gone.</p>
        </ConfirmDialog>
      </div>
    </Section>
  );
}
