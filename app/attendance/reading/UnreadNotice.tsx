import { plural } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { Notice } from "~/ui/frame/Page";

/** Says that reflections wait to be read before attendance is confirmed; nothing where none do. */
export function UnreadNotice({ offeringId, unread }: { offeringId: string; unread: number }) {
  if (unread === 0) return null;
  return (
    <Notice
      tone="attention"
      title={`${plural(unread, "reflection waits", "reflections wait")} to be read`}
      action={
        <LinkButton
          to={`/facilitator/offerings/${offeringId}/steps/people?state=waiting`}
          size="sm"
          variant="secondary"
        >
          Read {unread === 1 ? "it" : "them"}
        </LinkButton>
      }
    >
      {unread === 1 ? "Its" : "Their"} minutes count once you have accepted {unread === 1 ? "it" : "them"}. What is
      accepted after attendance was confirmed asks to confirm it again.
    </Notice>
  );
}
