import { useState, type ComponentProps, type ReactNode } from "react";
import { describeControl, FieldFrame, initialText, type FieldProps } from "./field-parts";

type TextType =
  "text" | "email" | "password" | "tel" | "search" | "date" | "time" | "datetime-local" | "number" | "url";

type Passed = Pick<
  ComponentProps<"input">,
  "autoComplete" | "inputMode" | "min" | "max" | "step" | "maxLength" | "placeholder" | "readOnly" | "pattern" | "list"
>;

interface TextFieldProps extends FieldProps, Passed {
  type?: TextType;
  /** A unit behind the value, such as "hours". */
  suffix?: ReactNode;
}

const narrowTypes = new Set<TextType>(["date", "time", "datetime-local", "number"]);

/** One line of text, or a native date, time or number. */
export function TextField({
  field,
  label,
  hint,
  required,
  className,
  type = "text",
  suffix,
  ...passed
}: TextFieldProps) {
  const attributes = { ...passed, ...describeControl(field, hint, required), defaultValue: initialText(field) };
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required} className={className}>
      {type === "password" ? (
        <PasswordInput key={field.key} {...attributes} />
      ) : (
        <div className={`flex items-center gap-2 ${narrowTypes.has(type) ? "max-w-60" : ""}`}>
          <input key={field.key} {...attributes} type={type} className="input" />
          {suffix ? <span className="shrink-0 text-soft">{suffix}</span> : null}
        </div>
      )}
    </FieldFrame>
  );
}

/** A password that can be shown; the toggle appears only where scripts run. */
function PasswordInput(props: ComponentProps<"input">) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <input
        {...props}
        type={shown ? "text" : "password"}
        autoCapitalize="none"
        spellCheck={false}
        className="input scripted:pr-20"
      />
      <button
        type="button"
        onClick={() => setShown(!shown)}
        className="absolute inset-y-1 right-1 hidden min-w-16 rounded-md px-3 text-[0.9375rem] font-semibold text-accent hover:bg-accent-tint scripted:block"
      >
        {shown ? "Hide" : "Show"} <span className="sr-only">typed characters</span>
      </button>
    </div>
  );
}

interface TextAreaProps extends FieldProps {
  rows?: number;
  maxLength?: number;
  placeholder?: string;
}

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea({ field, label, hint, required, className, rows = 4, ...passed }: TextAreaProps) {
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required} className={className}>
      <textarea
        key={field.key}
        {...passed}
        {...describeControl(field, hint, required)}
        rows={rows}
        defaultValue={initialText(field)}
        className="input block field-sizing-content"
        style={{ minHeight: `${rows * 1.5 + 1.125}rem` }}
      />
    </FieldFrame>
  );
}
