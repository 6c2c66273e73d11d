import type { GrowthPlanParameters } from "~/documents/issuing/growth-plan-parameters";
import { Section } from "~/ui/frame/Page";

/** What a growth plan says, as the paper has it. */
export function GrowthPlanTexts({ parameters: { texts, evidence } }: { parameters: GrowthPlanParameters }) {
  return (
    <>
      {texts.map(({ heading, text }) => (
        <Section key={heading} title={heading}>
          <p className="max-w-[70ch] wrap-anywhere whitespace-pre-line">{text}</p>
        </Section>
      ))}
      {evidence.length > 0 ? (
        <Section title="Files of evidence">
          <ul className="grid gap-2">
            {evidence.map(({ name, sha256 }) => (
              <li key={sha256} className="wrap-anywhere">
                {name}
                <code className="block text-[0.9375rem] break-all text-soft">SHA-256 {sha256}</code>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
