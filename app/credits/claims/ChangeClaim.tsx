import type { ComponentProps } from "react";
import { ConfirmDialog } from "~/ui/Dialog";
import { Section } from "~/ui/frame/Page";
import { ClaimForm } from "./ClaimForms";

interface ChangeClaimProps extends Pick<ComponentProps<typeof ClaimForm>, "completedOn" | "affidavit" | "lastResult"> {
  claim: { earnedMinutes: number; requestedMinutes: number | null };
  /** The last day to claim; null without one. */
  claimBy: string | null;
  isPastDeadline: boolean;
}

/** A claim that is not posted yet is changed, or taken back, by whoever made it. */
export function ChangeClaim({ claim, completedOn, affidavit, lastResult, ...deadline }: ChangeClaimProps) {
  return (
    <Section
      title="Change or take back"
      description="Until the registrar posts your hours. A change is signed anew, and what you evaluated and paid counts on."
    >
      <ClaimForm
        earnedMinutes={claim.earnedMinutes}
        requestedMinutes={claim.requestedMinutes}
        organisations={null}
        completedOn={completedOn}
        affidavit={affidavit}
        lastResult={lastResult}
      />
      <ConfirmDialog
        trigger="Take the claim back"
        variant="quiet"
        title="Take this claim back?"
        confirmLabel="Take it back"
        intent="take-back"
      >
        <p>No hours are posted then. An invoice for it is credited. {claimAgain(deadline)}</p>
      </ConfirmDialog>
    </Section>
  );
}

/** Until when somebody can claim again what they take back. */
function claimAgain({ claimBy, isPastDeadline }: { claimBy: string | null; isPastDeadline: boolean }): string {
  if (isPastDeadline) return `The last day to claim was ${claimBy}: you cannot claim these hours again.`;
  return claimBy ? `You can claim again until ${claimBy}.` : "You can claim again at any time.";
}
