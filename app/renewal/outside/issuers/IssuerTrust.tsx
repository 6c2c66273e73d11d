import { Form } from "@remix-run/react";
import { formatDate, plural } from "~/platform/format";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Notice } from "~/ui/frame/Page";

interface IssuerTrustProps {
  issuer: { name: string; revokedAt: number | null; revokedReason: string | null };
  /** How many entries were read from its documents. */
  uses: number;
}

/** Takes the trust in an issuer away, gives it again, or deletes it while nothing was read from it. */
export function IssuerTrust({ issuer: { name, revokedAt, revokedReason }, uses }: IssuerTrustProps) {
  const read =
    uses === 0
      ? "Nothing was read from its documents yet."
      : `${plural(uses, "entry was", "entries were")} read from its documents.`;
  return (
    <Notice
      tone={revokedAt === null ? "good" : "ended"}
      title={revokedAt === null ? "Trusted" : `Not trusted any more since ${formatDate(revokedAt, REGION_TIME_ZONE)}`}
      action={
        <>
          {revokedAt === null ? (
            <ConfirmDialog
              trigger="Take the trust away"
              title={`Trust ${name} no more?`}
              intent="revoke-issuer"
              confirmLabel="Take it away"
            >
              <p>Its documents are not checked any more, and what was read from them counts as self-reported.</p>
              <label className="grid gap-1 font-semibold">
                Reason
                <input type="text" name="reason" required maxLength={500} className="input" />
              </label>
            </ConfirmDialog>
          ) : (
            <Form method="post">
              <SubmitButton intent="restore-issuer" variant="secondary">
                Trust it again
              </SubmitButton>
            </Form>
          )}
          {uses === 0 ? (
            <ConfirmDialog trigger="Delete" title={`Delete ${name}?`} intent="delete-issuer" confirmLabel="Delete">
              <p>Its keys go with it. Nothing was read from its documents.</p>
            </ConfirmDialog>
          ) : null}
        </>
      }
    >
      <p>{[revokedReason, read].filter(Boolean).join(" ")}</p>
    </Notice>
  );
}
