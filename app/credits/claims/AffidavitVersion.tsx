import { capitalized, formatPlainDate } from "~/platform/format";
import { totalInWords } from "~/platform/lists/list-limit";
import { LinkButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Section } from "~/ui/frame/Page";
import { Status, type Tone } from "~/ui/Status";
import type { AffidavitText } from "./affidavit.server";

const STATES: Record<AffidavitText["state"], { tone: Tone; word: string }> = {
  coming: { tone: "waiting", word: "Coming" },
  "in-force": { tone: "good", word: "In force" },
  past: { tone: "ended", word: "Past" },
};

/** A text of the affidavit, from when it counts, and what can still be done with it. */
export function AffidavitVersion({ text: affidavit }: { text: AffidavitText }) {
  const { version, fromDate, text, claims, state, deletable, changeable } = affidavit;
  return (
    <Section
      title={
        <span className="flex flex-wrap items-center gap-x-3">
          Version {version}
          <Status tone={STATES[state].tone}>{STATES[state].word}</Status>
        </span>
      }
      description={`For claims from ${formatPlainDate(fromDate)} on. ${capitalized(totalInWords(claims, { noun: "claim was", nouns: "claims were" }))} made under it.`}
      actions={
        <>
          {changeable ? (
            <LinkButton to={`?change=${version}#affidavit-form`} variant="secondary" size="sm">
              Change<span className="sr-only"> version {version}</span>
            </LinkButton>
          ) : null}
          {deletable ? (
            <ConfirmDialog
              trigger="Delete"
              size="sm"
              title={`Delete version ${version}?`}
              confirmLabel="Delete the text"
              intent="delete-affidavit"
              values={{ version }}
            >
              <p>Nobody agreed to it. The text before it goes on.</p>
            </ConfirmDialog>
          ) : null}
        </>
      }
    >
      <blockquote className="max-w-[65ch] border-l-3 border-line pl-4">{text}</blockquote>
    </Section>
  );
}
