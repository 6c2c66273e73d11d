import { plural } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { Notice } from "~/ui/frame/Page";

/** Says that marks from devices wait for somebody's word; nothing where none do. */
export function HeldNotice({ offeringId, held }: { offeringId: string; held: number }) {
  if (held === 0) return null;
  return (
    <Notice
      tone="attention"
      title={`${plural(held, "mark from a device waits", "marks from devices wait")} for your word`}
      action={
        <LinkButton to={`/facilitator/offerings/${offeringId}/inbox`} size="sm" variant="secondary">
          Look at {held === 1 ? "it" : "them"}
        </LinkButton>
      }
    >
      They were made without a network, and count nothing before you say so.
    </Notice>
  );
}
