import { TextField } from "~/ui/fields/text-fields";
import type { FieldProps } from "~/ui/fields/field-parts";

interface LegalNameFieldsProps {
  fields: { legalFirst: FieldProps["field"]; legalLast: FieldProps["field"] };
  /** "Legal first name" rather than "First name". */
  legal?: boolean;
  /** What else is said of the first name. */
  hint?: string;
  /** Whether it is one's own name, which the browser may know. */
  own?: boolean;
}

/** The two parts of a legal name; one name alone is enough. */
export function LegalNameFields({ fields, legal = false, hint, own = false }: LegalNameFieldsProps) {
  const [first, last] = legal ? ["Legal first name", "Legal last name"] : ["First name", "Last name"];
  return (
    <>
      <TextField
        field={fields.legalFirst}
        label={first}
        hint={[hint, own ? "Leave it empty only if you have one name." : "Empty only for somebody with one name."]
          .filter(Boolean)
          .join(" ")}
        autoComplete={own ? "given-name" : "off"}
      />
      <TextField
        field={fields.legalLast}
        label={last}
        hint={own ? "Or your one name, if you have only one." : "Or the one name of somebody who has only one."}
        autoComplete={own ? "family-name" : "off"}
        required
      />
    </>
  );
}
