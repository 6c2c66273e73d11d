import type { Newest } from "~/platform/database/newest.server";
import { SubmitButton } from "~/ui/Button";
import { type Option, SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { Unfold } from "~/ui/Unfold";
import { Link } from "~/ui/Link";

interface RegisterFormProps {
  /** The next offerings, and how many there are. */
  options: Newest<Option>;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** Puts the person on the list of an offering that the reader coordinates. */
export function RegisterForm({ options: { rows, total }, lastResult }: RegisterFormProps) {
  const [form, fields] = useServerForm<{ offeringId: string; reason: string }>({ id: "register", lastResult });
  return (
    <Unfold title="Register them for an offering" open={Boolean(lastResult?.error)}>
      {total === 0 ? (
        <p className="text-soft">None of your offerings to come is left for them.</p>
      ) : (
        <FormFrame form={form} className="grid gap-5">
          <Hidden name="intent" value="register" />
          <SelectField
            field={fields.offeringId}
            label="Offering"
            hint="They get a seat if one is free and nobody waits, or the last position on the waitlist."
            placeholder="Choose one"
            options={rows}
            required
          />
          {total > rows.length ? (
            <p className="text-[0.9375rem] text-soft">
              These are the next {rows.length.toLocaleString("en-US")} of {total.toLocaleString("en-US")} offerings. For
              a later one, open it among{" "}
              <Link to="/coordinator" className="link">
                your offerings
              </Link>{" "}
              and choose “Register people” there.
            </p>
          ) : null}
          <TextField
            field={fields.reason}
            label="Why"
            hint="They read it in the history of their registration."
            maxLength={300}
            required
          />
          <div>
            <SubmitButton variant="secondary">Register them</SubmitButton>
          </div>
        </FormFrame>
      )}
    </Unfold>
  );
}
