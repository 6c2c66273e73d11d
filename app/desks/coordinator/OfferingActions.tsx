import { ProviderContact } from "~/catalog/providers/ProviderContact";
import type { OfferingState } from "~/catalog/offerings/offering-state";
import { formatHours, plural } from "~/platform/format";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Notice, Section } from "~/ui/frame/Page";
import { DecisionFields, type DecisionField } from "./DecisionFields";
import { NewDecision } from "./NewDecision";
import type { OfferingOverview } from "./offering-page.server";

interface OfferingActionsProps {
  offering: { state: OfferingState; approvedMinutes: number | null; cancelReason: string | null };
  overview: OfferingOverview;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** The next step of an offering: approve, publish, or cancel it. */
export function OfferingActions({ offering, overview, lastResult }: OfferingActionsProps) {
  const { state } = offering;
  const intent = lastResult?.initialValue?.intent;
  const isDecision = intent === "approve-anew" || intent === "decline";
  const [form] = useServerForm({ id: "state", lastResult: state === "draft" || isDecision ? null : lastResult });
  if (state === "cancelled")
    return overview.untold > 0 ? (
      <Section title="What is next">
        <FormFrame form={form} className="grid justify-items-start gap-3">
          <p>
            It takes no more registrations. {plural(overview.untold, "person is", "people are")} still to be told: it is
            done in parts, which can be stopped. Those who were told stay told; go on with the others at any time.
          </p>
          <Hidden name="reason" value={offering.cancelReason ?? ""} />
          <SubmitButton intent="cancel">Tell the others</SubmitButton>
        </FormFrame>
      </Section>
    ) : null;
  return (
    <Section title="What is next">
      {state === "draft" ? <ApprovalForm overview={overview} lastResult={lastResult} /> : null}
      {state === "draft" ? null : (
        <FormFrame form={form} className="grid justify-items-start gap-3">
          {state === "approved" ? (
            <>
              <p>It is approved. Publish it, so that people find it and register.</p>
              <SubmitButton intent="publish">Publish the offering</SubmitButton>
            </>
          ) : (
            <p>{publishedWords(overview)}</p>
          )}
        </FormFrame>
      )}
      {state === "draft" ? null : (
        <NewDecision
          approvedMinutes={offering.approvedMinutes}
          overview={overview}
          lastResult={isDecision ? lastResult : null}
        />
      )}
      <div className="flex flex-wrap gap-3">
        {overview.isOver && state === "published" ? null : <CancelDialog overview={overview} />}
        {state === "draft" && overview.decisions.length === 0 ? <DeleteDialog /> : null}
        {state === "published" && overview.everRegistered === 0 ? <UnpublishDialog /> : null}
      </div>
    </Section>
  );
}

function publishedWords({ isOver, hasStarted, claims }: OfferingOverview): string {
  if (!hasStarted) return "It is public and takes registrations. Watch the seats; the roster is ready for the door.";
  if (!isOver) return "It is under way. Attendance is taken at each session.";
  return claims.claimed > 0
    ? `It is over. ${plural(claims.claimed, "claim waits", "claims wait")} for the registrar or for the person.`
    : "It is over. People claim their hours once the facilitator has confirmed attendance.";
}

function ApprovalForm({ overview, lastResult }: Pick<OfferingActionsProps, "overview" | "lastResult">) {
  const { approvableMinutes, leadDays, neededLeadDays, today } = overview;
  const [form, fields] = useServerForm<Record<DecisionField, string>>({
    id: "approval",
    lastResult,
    defaultValue: { committeeMetOn: today },
  });
  const short = leadDays !== null && leadDays < neededLeadDays;
  return (
    <FormFrame form={form} className="grid gap-5">
      {overview.missingYear ? <MissingYear {...overview.missingYear} /> : null}
      {overview.barred ? (
        <Notice tone="attention" title={`Not this provider’s to give: ${overview.barred.names}`}>
          <p>
            On {overview.barred.day} the provider may not give hours for it. Take it off under Edit, or ask an
            administrator to list the provider for it under Administration, Providers.
          </p>
        </Notice>
      ) : null}
      {short ? (
        <Notice tone="attention" title="Too late for the committee">
          <p>
            It needs {plural(neededLeadDays, "full working day")} before the first session; there{" "}
            {leadDays === 1 ? "is" : "are"} {leadDays}. Move the first session.
          </p>
        </Notice>
      ) : null}
      <p>
        These sessions hold <strong>{formatHours(approvableMinutes)} clock hours</strong> under the provider's policy.
        Once the committee has met, record its approval.
      </p>
      <DecisionFields
        fields={fields}
        today={today}
        hoursHint={`Empty: all ${formatHours(approvableMinutes)}.`}
        approveIntent="approve"
      />
    </FormFrame>
  );
}

function MissingYear({ name, label, days, contact, address }: NonNullable<OfferingOverview["missingYear"]>) {
  return (
    <Notice
      tone="attention"
      title={`${name} is not approved for ${label}`}
      action={
        address ? (
          <LinkButton to={address} variant="secondary" size="sm">
            Add the year
          </LinkButton>
        ) : undefined
      }
    >
      <p>
        The first session lies in that year ({days}), so it cannot be approved. An administrator adds the year under
        Administration, Providers; or move the first session.
      </p>
      {address ? null : <ProviderContact contact={contact} />}
    </Notice>
  );
}

function DeleteDialog() {
  return (
    <ConfirmDialog
      trigger="Delete the draft"
      title="Delete this draft?"
      confirmLabel="Delete the draft"
      intent="delete"
    >
      <p>Its sessions, instructors and designations go with it. Nobody has seen it. This cannot be undone.</p>
    </ConfirmDialog>
  );
}

function UnpublishDialog() {
  return (
    <ConfirmDialog
      trigger="Take it out of the catalog"
      title="Take this offering out of the catalog?"
      confirmLabel="Take it out"
      confirmVariant="primary"
      intent="unpublish"
    >
      <p>Nobody has registered yet. Its approval stays, and it gets another claim code when it is published again.</p>
    </ConfirmDialog>
  );
}

function CancelDialog({ overview: { seats } }: { overview: OfferingOverview }) {
  const affected = seats.registered + seats.offered + seats.requested + seats.waiting;
  return (
    <div>
      <ConfirmDialog
        trigger="Cancel the offering"
        title="Cancel this offering?"
        confirmLabel="Cancel the offering"
        intent="cancel"
      >
        <p>
          {affected > 0
            ? `${plural(affected, "person loses their registration", "people lose their registrations")}, waitlist included, and ${affected === 1 ? "is" : "are"} told by email. `
            : "Nobody is registered. "}
          The claim code stops working. This cannot be undone.
        </p>
        <label className="grid gap-1 font-semibold">
          Reason, for everyone to read
          <input type="text" name="reason" required minLength={3} maxLength={500} className="input" />
        </label>
      </ConfirmDialog>
    </div>
  );
}
