import { formatPlainDate } from "~/platform/format";
import { Facts, Section } from "~/ui/frame/Page";
import type { ShownPlan } from "./plan-shown";

interface PlanViewProps {
  plan: ShownPlan;
  /** Where a file of it is downloaded; null where nobody but the author gets it now. */
  fileAt: ((fileId: string) => string) | null;
}

/** A growth plan to read. */
export function PlanView({ plan, fileAt }: PlanViewProps) {
  return (
    <>
      <Facts
        items={[
          { label: "Year", value: `${plan.year}, July to June` },
          { label: "Completed", value: plan.endedOn && formatPlainDate(plan.endedOn) },
          { label: "Goal in the topics", value: plan.topics.join(", ") || "None" },
          {
            label: "Signed",
            value: plan.signed && `By ${plan.signed.by} on ${formatPlainDate(plan.signed.on)}`,
          },
        ]}
      />
      {plan.texts.map(({ heading, text }) => (
        <Section key={heading} title={heading}>
          <p className="max-w-[70ch] wrap-anywhere whitespace-pre-line">{text}</p>
        </Section>
      ))}
      {plan.files.length > 0 ? (
        <Section title="Files">
          <ul className="grid gap-1">
            {plan.files.map(({ id, name }) => (
              <li key={id} className="wrap-anywhere">
                {fileAt ? (
                  <a href={fileAt(id)} download className="link inline-block pointer-coarse:py-3">
                    {name}
                  </a>
                ) : (
                  name
                )}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
