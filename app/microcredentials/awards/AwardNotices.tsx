import { Form } from "@remix-run/react";
import { formatPlainDate } from "~/platform/format";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { Notice } from "~/ui/frame/Page";
import type { AwardStanding } from "./award-standing";
import type { AwardEvent } from "./AwardHistory";

const OUTDATED = { name: "your name", email: "your e-mail address", date: "the date of the award" };

interface AwardNoticesProps {
  standing: AwardStanding;
  /** What of the badge is not so any more. */
  outdated: (keyof typeof OUTDATED)[];
  isSigned: boolean;
  microcredentialId: string;
  /** That it expires soon, with nothing under way that renews it. */
  expiring: { expiresOn: string; isOpen: boolean } | null;
  history: AwardEvent[];
}

/** What the holder of an award should know first. */
export function AwardNotices(props: AwardNoticesProps) {
  const { standing, outdated, isSigned, microcredentialId, expiring, history } = props;
  const reason = history.filter(({ kind }) => kind === standing).at(-1)?.reason;
  const standsNot = standing === "revoked" || standing === "suspended";
  return (
    <>
      {standsNot ? (
        <Notice tone="danger" title={standing === "revoked" ? "This award was revoked" : "This award is suspended"}>
          <p>Reason: {reason}</p>
        </Notice>
      ) : null}
      {standing === "expired" ? (
        <Notice tone="attention" title="This award has expired" action={<Again to={microcredentialId}>See how</Again>}>
          <p>You can earn it again with a new portfolio.</p>
        </Notice>
      ) : null}
      {expiring ? (
        <Notice
          tone="attention"
          title={`This award expires on ${formatPlainDate(expiring.expiresOn)}`}
          action={expiring.isOpen ? <Again to={microcredentialId}>Renew it</Again> : null}
        >
          <p>
            {expiring.isOpen
              ? "A new portfolio renews it. Until it is decided, this one stands to its last day."
              : "Nobody begins with this micro-credential any more, so it cannot be renewed."}
          </p>
        </Notice>
      ) : null}
      {isSigned ? null : (
        <Notice tone="info" title="Your badge is being signed">
          <p>That takes a minute at most. You get it by mail, too.</p>
        </Notice>
      )}
      {outdated.length > 0 && standing !== "revoked" ? (
        <Notice
          tone="attention"
          title="Your badge is not up to date"
          action={
            <Form method="post">
              <SubmitButton intent="renew-badge" variant="secondary">
                Make a new badge
              </SubmitButton>
            </Form>
          }
        >
          <p>
            Since it was made, {outdated.map((each) => OUTDATED[each]).join(" and ")} changed. A new badge takes the
            place of the old one, which then says that it was superseded.
          </p>
        </Notice>
      ) : null}
    </>
  );
}

const Again = ({ to, children }: { to: string; children: string }) => (
  <LinkButton to={`/microcredentials/${to}`} variant="secondary">
    {children}
  </LinkButton>
);
