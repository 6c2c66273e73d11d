import { LegalNameFields } from "~/people/names/LegalNameFields";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import type { staleIn } from "~/platform/http/stale-form";
import type { getProfile } from "./profile.server";
import { Link } from "~/ui/Link";

/** What the fields are called that a collision names. */
const LABELS = {
  legalFirst: "Legal first name",
  legalLast: "Legal last name",
  preferredName: "Preferred name",
  certificateNumber: "Certificate number",
  phone: "Phone",
  accessNeeds: "Access needs",
  dietaryNeeds: "Dietary needs",
};

interface ProfileFormProps {
  person: ReturnType<typeof getProfile>["person"];
  /** What the form was opened with. */
  base: string;
  stale: ReturnType<typeof staleIn>;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** What a person says of themselves. */
export function ProfileForm({ person, base, stale, lastResult }: ProfileFormProps) {
  const [form, fields] = useServerForm<Record<keyof typeof person, string>>({
    id: "profile",
    lastResult,
    defaultValue: person,
  });
  return (
    <FormFrame form={form} className="grid gap-5 sm:grid-cols-2">
      <div className={stale ? "sm:col-span-2" : "hidden"}>
        <VersionFields base={base} stale={stale} changedBy={stale?.change?.by ?? null} labels={LABELS} />
      </div>
      <LegalNameFields fields={fields} legal own />
      <TextField
        field={fields.preferredName}
        label="Preferred name"
        hint="How Hourbook and facilitators address you."
      />
      <TextField
        field={fields.certificateNumber}
        label="Certificate number"
        hint={
          <>
            As OSPI gave it. Never a Social Security number. What it says, and until when, stands on{" "}
            <Link to="/certificate" className="link">
              My certificate
            </Link>
            .
          </>
        }
      />
      <TextField field={fields.phone} label="Phone" type="tel" autoComplete="tel" />
      <TextArea
        field={fields.accessNeeds}
        label="Access needs"
        hint="Facilitators of your offerings see this."
        rows={2}
      />
      <TextArea field={fields.dietaryNeeds} label="Dietary needs" hint="For sessions with meals." rows={2} />
      <div className="sm:col-span-2">
        <SubmitButton intent="profile">Save profile</SubmitButton>
      </div>
    </FormFrame>
  );
}
