import { dayOf, plural } from "~/platform/format";
import { Notice } from "~/ui/frame/Page";
import type { Standing } from "./verification";

/** D5: whether a document stands, in plain words. */
export function StandingNotice({ standing, issuedOn }: { standing: Standing; issuedOn: string }) {
  if (standing.state === "revoked") {
    return (
      <Notice tone="danger" title={`Revoked on ${dayOf(standing.on)}: do not rely on this document`}>
        <p>Reason: {standing.reason || "none was given."}</p>
      </Notice>
    );
  }
  if (standing.state === "superseded") {
    return (
      <Notice tone="attention" title="Genuine, but superseded">
        <p>
          It was issued on {dayOf(issuedOn)} and was superseded by a newer one, issued on{" "}
          {dayOf(standing.successorIssuedOn)}. Ask for that one.
        </p>
      </Notice>
    );
  }
  if (standing.correctedLines > 0) {
    return (
      <Notice tone="attention" title="Genuine, but no longer up to date">
        <p>
          {plural(standing.correctedLines, "line was", "lines were")} corrected after it was issued on {dayOf(issuedOn)}
          . Ask for a new one.
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" title="Genuine and current">
      <p>
        It was issued on {dayOf(issuedOn)}, and nothing has replaced it. Compare each line below with the document you
        hold.
      </p>
    </Notice>
  );
}
