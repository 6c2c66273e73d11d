import { Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import type { VerificationStep } from "./award-page";

/** How the badge was just checked, step by step. */
export function VerificationSteps({ steps }: { steps: VerificationStep[] }) {
  return (
    <Section
      title="Checked just now"
      description="The same steps that any verifier of Open Badges 3.0 takes. To check it yourself, save the badge and use any of them, or ours."
    >
      <ol className="grid gap-3">
        {steps.map(({ label, detail, holds }) => (
          <li key={label} className="grid gap-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <div>
              <Status tone={holds ? "good" : "attention"}>{holds ? "Holds" : "Fails"}</Status>
            </div>
            <div>
              <p className="font-semibold">{label}</p>
              <p className="text-[0.9375rem] break-words text-soft">{detail}</p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
