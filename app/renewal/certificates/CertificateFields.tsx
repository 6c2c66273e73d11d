import { dayOf } from "~/platform/format";
import type { Stale } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import { CERTIFICATE_KIND_WORDS, type EducatorCertificateKind } from "./educator-certificate";
import { KindField } from "./KindField";

interface Draft {
  kind?: EducatorCertificateKind;
  issuedOn?: string;
  expiresOn: string | null;
}

interface CertificateFieldsProps {
  draft: Draft;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  /** The version that it was opened with; null for a new one. */
  base: string | null;
  stale?: Stale | null;
}

const LABELS = { kind: "What the paper says", issuedOn: "Day of issue", expiresOn: "Last day" };

/** Enters or corrects what the paper of a certificate says. */
export function CertificateFields({ draft, lastResult, base, stale = null }: CertificateFieldsProps) {
  const [form, fields] = useServerForm<Record<keyof typeof LABELS, string>>({
    id: "certificate",
    lastResult,
    defaultValue: draft,
  });
  return (
    <FormFrame form={form}>
      <VersionFields
        base={base}
        stale={stale}
        changedBy={stale?.change?.by ?? null}
        labels={LABELS}
        wordsOf={wordsOf}
      />
      <KindField field={fields.kind} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          field={fields.issuedOn}
          label="Day of issue"
          hint="Hours count from this day on. After a renewal: of the newest paper."
          type="date"
          required
        />
        <TextField
          field={fields.expiresOn}
          label="Last day"
          hint="The day on which it expires. Paraeducators leave it empty: it follows from the day of issue."
          type="date"
        />
      </div>
      <div>
        <SubmitButton intent="save-certificate">Save certificate</SubmitButton>
      </div>
    </FormFrame>
  );
}

function wordsOf(field: string, value: unknown): string {
  if (typeof value !== "string") return "nothing";
  return field === "kind" ? CERTIFICATE_KIND_WORDS[value as EducatorCertificateKind] : dayOf(value);
}
