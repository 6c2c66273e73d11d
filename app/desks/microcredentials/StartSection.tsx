import { Form } from "@remix-run/react";
import type { MicrocredentialState } from "~/microcredentials/definitions/definition";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { OnceField } from "~/ui/fields/OnceField";
import { Notice } from "~/ui/frame/Page";

interface StartSectionProps {
  id: string;
  state: MicrocredentialState;
  isStack: boolean;
  /** What whoever asks has of it; null for a visitor. */
  mine: { portfolio: { id: string } | null; award: "held" | "renewable" | null; missing: string[] } | null;
}

/** What can be done now: begin, go on, or what is in the way. */
export function StartSection({ id, state, isStack, mine }: StartSectionProps) {
  if (mine?.portfolio)
    return (
      <div>
        <LinkButton to={`/portfolios/${mine.portfolio.id}`}>Go on with your portfolio</LinkButton>
      </div>
    );
  if (mine?.award === "held")
    return (
      <Notice tone="good" title="You hold this">
        <p>It stands on your transcript.</p>
      </Notice>
    );
  if (state !== "published")
    return (
      <Notice tone="info" title="Retired">
        <p>Nobody begins with it any more. Awards of it stay.</p>
      </Notice>
    );
  if (isStack)
    return (
      <Notice tone="info" title="A stack">
        <p>It is awarded by itself once you hold all of its parts.</p>
      </Notice>
    );
  if (mine === null)
    return (
      <div>
        <LinkButton to={`/sign-in?next=/microcredentials/${id}`}>Sign in to begin</LinkButton>
      </div>
    );
  if (mine.missing.length > 0)
    return (
      <Notice tone="attention" title="Something comes first">
        <p>You need: {mine.missing.join(", ")}.</p>
      </Notice>
    );
  return (
    <Form method="post">
      <OnceField />
      {mine.award === "renewable" ? (
        <p className="mb-3">You hold this, and it expires soon. A new portfolio renews it.</p>
      ) : null}
      <SubmitButton intent="start">{mine.award === "renewable" ? "Renew it" : "Begin a portfolio"}</SubmitButton>
    </Form>
  );
}
