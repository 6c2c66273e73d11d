import { PersonLink } from "~/people/persons/PersonLink";
import { formatDateTime } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import type { StepEvidenceRow } from "./step-evidence.server";

/** Who completed what online on their own time, and when; nothing where there is none. */
export function StepEvidence({ people }: { people: StepEvidenceRow[] }) {
  if (people.length === 0) return null;
  return (
    <Section
      title="Completed online, on people’s own time"
      description="What each person did, and when. Reflections and answers stand with the steps."
    >
      <ul className="grid gap-4">
        {people.map(({ personId, name, steps }) => (
          <li key={personId}>
            <p className="font-semibold">
              <PersonLink personId={personId} name={name} />
            </p>
            <ul className="grid gap-0.5">
              {steps.map(({ markId, title, minutes, at, timeZone, reason }) => (
                <li key={markId}>
                  {title} · {minutes} minutes · <span className="text-soft">{formatDateTime(at, timeZone)}</span>
                  {reason ? <span className="text-soft"> · recorded by staff: {reason}</span> : null}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}
