import { describeControl, ErrorText, initialText } from "~/ui/fields/field-parts";
import type { FormField } from "~/ui/fields/form";
import { CertificatePicture } from "./CertificatePicture";
import { CERTIFICATE_KIND_WORDS, type EducatorCertificateKind } from "./educator-certificate";
import { PAPER_GROUPS } from "./paper";

/** Which certificate it is, chosen by a picture of what the paper says. */
export function KindField({ field }: { field: FormField }) {
  const { "aria-describedby": describedBy } = describeControl(field, null);
  const chosen = initialText(field);
  const [first] = PAPER_GROUPS[0]!.kinds;
  return (
    <fieldset key={field.key} aria-describedby={describedBy} className="min-w-0">
      <legend className="font-semibold">What does your paper say?</legend>
      <ErrorText field={field} />
      <div className="mt-2 grid gap-5">
        {PAPER_GROUPS.map(({ label, kinds }) => (
          <div key={label} role="group" aria-label={label} className="grid gap-2">
            <p aria-hidden className="text-[0.9375rem] text-soft">
              {label}
            </p>
            <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
              {kinds.map((kind) => (
                <Kind
                  key={kind}
                  kind={kind}
                  name={field.name}
                  id={kind === first ? field.id : `${field.id}-${kind}`}
                  checked={chosen === kind}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

interface KindProps {
  kind: EducatorCertificateKind;
  id: string;
  name: string;
  checked: boolean;
}

function Kind({ kind, id, name, checked }: KindProps) {
  return (
    <label
      htmlFor={id}
      className="grid cursor-pointer content-start gap-2 rounded-[0.625rem] border border-line bg-surface p-2.5 hover:border-accent has-checked:border-accent has-checked:bg-accent-tint has-checked:ring-1 has-checked:ring-accent sm:p-3"
    >
      <CertificatePicture kind={kind} />
      <span className="flex items-start gap-2 text-[0.9375rem]">
        <input
          id={id}
          type="radio"
          name={name}
          value={kind}
          defaultChecked={checked}
          required
          className="mt-0.5 size-5 shrink-0"
        />
        <span className="min-w-0">{CERTIFICATE_KIND_WORDS[kind]}</span>
      </span>
    </label>
  );
}
