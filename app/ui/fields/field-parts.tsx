import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { FormField } from "./form";

/** What every field takes. */
export interface FieldProps {
  field: FormField;
  label: ReactNode;
  hint?: ReactNode;
  /** Marks the rest as optional: fields that must be filled carry no mark. */
  required?: boolean | undefined;
  className?: string | undefined;
}

/** The attributes that tie a control to its label, hint and error. */
export function describeControl(field: FormField, hint: ReactNode, required?: boolean) {
  const invalid = (field.errors?.length ?? 0) > 0;
  const notes = [hint ? field.descriptionId : "", invalid ? field.errorId : ""].filter(Boolean);
  return {
    id: field.id,
    name: field.name,
    required: required || undefined,
    "aria-invalid": invalid || undefined,
    "aria-describedby": notes.length > 0 ? notes.join(" ") : undefined,
  };
}

/** The id of a field's label, for widgets that name themselves by it. */
export function labelId(field: FormField): string {
  return `${field.id}-label`;
}

/** The first value a text-like control shows. */
export function initialText(field: FormField): string | undefined {
  const value = field.initialValue;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** The first values a set of checkboxes shows. */
export function initialChoices(field: FormField): string[] {
  const value = field.initialValue;
  if (Array.isArray(value)) return value.filter((item): item is string => typeof item === "string");
  return typeof value === "string" && value !== "" ? [value] : [];
}

/** A label's words, with "optional" where nothing need be filled in. */
export function LabelText({ children, required }: { children: ReactNode; required?: boolean | undefined }) {
  return (
    <>
      {children}
      {required ? null : <span className="font-normal text-soft"> (optional)</span>}
    </>
  );
}

/** The hint under a label. */
export function HintText({ field, children }: { field: FormField; children?: ReactNode }) {
  if (!children) return null;
  return (
    <div id={field.descriptionId} className="text-[0.9375rem] text-soft">
      {children}
    </div>
  );
}

/** The errors of a field, right above its control. */
export function ErrorText({ field }: { field: FormField }) {
  if (!field.errors?.length) return null;
  return (
    <div id={field.errorId} className="flex items-start gap-1.5 text-[0.9375rem] font-semibold text-danger">
      <CircleAlert aria-hidden size={18} className="mt-0.5 shrink-0" />
      <span className="min-w-0">{field.errors.join(" ")}</span>
    </div>
  );
}

/** Label, hint, error and control, in that order. */
export function FieldFrame({
  field,
  label,
  hint,
  required,
  className,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <div className={`grid min-w-0 content-start gap-1 ${className ?? ""}`}>
      <label id={labelId(field)} htmlFor={field.id} className="font-semibold">
        <LabelText required={required}>{label}</LabelText>
      </label>
      <HintText field={field}>{hint}</HintText>
      <ErrorText field={field} />
      <div className="mt-0.5 min-w-0">{children}</div>
    </div>
  );
}
