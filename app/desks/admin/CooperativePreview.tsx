import { OnceField } from "~/ui/fields/OnceField";
import { Form } from "@remix-run/react";
import { formatMoney, formatPlainDate, plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { Notice } from "~/ui/frame/Page";
import type { CooperativePreview as Preview } from "./cooperative.server";

/** What a change of memberships would do, and the button that does it. */
export function CooperativePreview({ preview }: { preview: Preview }) {
  const { change, date, changing, unchanged } = preview;
  if (changing.length === 0) {
    return (
      <Notice tone="info" title="Nothing would change">
        <p>{change === "join" ? JOINED_ALREADY : "None of these is a member on that day and beyond."}</p>
      </Notice>
    );
  }
  const count = plural(changing.length, "organization");
  return (
    <Notice
      tone="attention"
      title={
        change === "join"
          ? `${count} would be a member from ${formatPlainDate(date)} on`
          : `The membership of ${count} would end with ${formatPlainDate(date)}`
      }
      action={
        <Form method="post">
          <OnceField />
          <Hidden name="change" value={change} />
          <Hidden name="date" value={date} />
          {changing.map(({ id }) => (
            <Hidden key={id} name="organisation" value={id} />
          ))}
          <SubmitButton>{change === "join" ? `Let ${count} join` : `End the membership of ${count}`}</SubmitButton>
        </Form>
      }
    >
      <p>{changing.map(({ name }) => name).join(", ")}.</p>
      <p>{effectInWords(preview)}</p>
      {unchanged.length > 0 ? <p>Nothing changes for {unchanged.join(", ")}.</p> : null}
    </Notice>
  );
}

const JOINED_ALREADY = "Each of these is a member on that day already, or joins later.";

function effectInWords({ change, effect: { claims, cents } }: Preview): string {
  if (claims === 0) return "No claim that was made so far is touched.";
  return change === "join"
    ? `${plural(claims, "unpaid claim")} with fees of ${formatMoney(cents)} would owe nothing.`
    : `${plural(claims, "claim")} that ${claims === 1 ? "is" : "are"} not posted yet would owe ${formatMoney(cents)} again.`;
}
