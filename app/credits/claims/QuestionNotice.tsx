import { LinkButton } from "~/ui/Button";
import { Notice } from "~/ui/frame/Page";

interface QuestionNoticeProps {
  /** What the person asked last about their attendance. */
  question: { id: string; state: string } | null;
  claimable: boolean;
}

/** Says that a claim waits for the facilitator's answer, or that there is one to read before signing. */
export function QuestionNotice({ question, claimable }: QuestionNoticeProps) {
  if (!question || !claimable) return null;
  const waits = question.state === "open";
  return (
    <Notice
      tone={waits ? "waiting" : "info"}
      title={
        waits ? "You asked about your attendance: the claim waits" : "The facilitator answered about your attendance"
      }
      action={
        <LinkButton to={`/inquiries/${question.id}`} variant="secondary" size="sm">
          {waits ? "What you asked" : "Read the answer"}
        </LinkButton>
      }
    >
      {waits
        ? "There is nothing to sign until the facilitator has answered; you get a mail. Your last day to claim does not pass meanwhile. You can take the question back."
        : "Below are the hours as they are counted now."}
    </Notice>
  );
}
