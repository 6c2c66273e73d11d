import { dayOf } from "~/platform/format";
import { Facts, Notice } from "~/ui/frame/Page";
import { BADGE_PROBLEM_WORDS, type BadgeStanding, type CheckedBadge } from "./badge-check";
import { Link } from "~/ui/Link";

/** What became of a badge that somebody dropped, or whose code they typed, in words: those that documents are told in. */
export function CheckedBadgeReport({ badge, byCode = false }: { badge: CheckedBadge; byCode?: boolean }) {
  const { name, verdict, words, record } = badge;
  if (record && verdict !== "altered") {
    return (
      <>
        {byCode ? null : (
          <Notice tone="info" title={`${name} is the badge that was issued, word for word`}>
            <p>Its signature is the issuer’s. Whether it still stands is said next.</p>
          </Notice>
        )}
        <BadgeStandingNotice standing={record.standing} />
        <Words badge={badge} />
      </>
    );
  }
  const why = badge.problems.map((problem) => BADGE_PROBLEM_WORDS[problem]).join(" ");
  return (
    <>
      {verdict === "altered" ? (
        <Notice tone="danger" title={`${name} was altered: do not rely on it`}>
          <p>{why}</p>
          {record ? (
            <p>
              <Link to={`/verify/${record.code}`} className="link inline-block pointer-coarse:py-3">
                See what is on record under its address
              </Link>
            </p>
          ) : null}
        </Notice>
      ) : verdict === "foreign" ? (
        <Notice tone="attention" title={`${name} is a badge of another issuer`}>
          <p>{why}</p>
        </Notice>
      ) : verdict === "unchecked" ? (
        <Notice tone="attention" title={`${name} could not be checked`}>
          <p>{why}</p>
        </Notice>
      ) : (
        <Notice tone="danger" title={`${name} is unknown here`}>
          <p>{why} Do not rely on it.</p>
        </Notice>
      )}
      {words && verdict !== "altered" ? <Words badge={badge} /> : null}
    </>
  );
}

/** Whether a badge stands, in plain words. */
export function BadgeStandingNotice({ standing }: { standing: BadgeStanding }) {
  const { verdict, on, reason, successor } = standing;
  if (verdict === "genuine") {
    return (
      <Notice tone="good" title="Genuine and current">
        <p>Nothing has replaced, suspended or revoked it.</p>
      </Notice>
    );
  }
  if (verdict === "superseded") {
    return (
      <Notice tone="attention" title="Genuine, but superseded">
        <p>
          The award stands.{" "}
          {on ? `On ${dayOf(on)} a newer badge took the place of this one` : "A newer badge took the place of this one"}
          , for example with another name. Ask for that one
          {successor ? (
            <>
              , or{" "}
              <Link to={`/verify/${successor}`} className="link">
                see what it says
              </Link>
            </>
          ) : null}
          .
        </p>
      </Notice>
    );
  }
  const title = { revoked: "Revoked", suspended: "Suspended", expired: "Expired" }[verdict];
  return (
    <Notice
      tone={verdict === "expired" ? "attention" : "danger"}
      title={`${title}${on ? ` on ${dayOf(on)}` : ""}: do not rely on this badge`}
    >
      {reason ? <p>Reason: {reason}</p> : null}
    </Notice>
  );
}

function Words({ badge: { words, record } }: { badge: CheckedBadge }) {
  if (!words) return null;
  return (
    <Facts
      items={[
        { label: "Micro-credential", value: words.title },
        { label: "Issued by", value: words.issuer },
        { label: "Valid from", value: words.validFrom && dayOf(words.validFrom.slice(0, 10)) },
        { label: "Valid until", value: words.validUntil ? dayOf(words.validUntil.slice(0, 10)) : "For good" },
        { label: "Code", value: record && <span className="font-mono">{record.code}</span> },
      ]}
    />
  );
}
