import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { SelectOptions, type Option } from "./choice-fields";
import { describeControl, FieldFrame, initialText, labelId, type FieldProps } from "./field-parts";

const ComboboxControl = lazy(() => import("./ComboboxControl"));

/** One entry of a long list; the description is searched by eye, not by typing. */
export interface ComboOption extends Option {
  description?: string;
}

interface ComboboxProps extends FieldProps {
  options: ComboOption[];
  placeholder?: string;
}

/** One of many, found by typing. A native list until scripts run, and while its code is on the way. */
export function Combobox({
  field,
  label,
  hint,
  required,
  className,
  options,
  placeholder = "Type to search",
}: ComboboxProps) {
  const native = useRef<HTMLSelectElement>(null);
  const [start, setStart] = useState<string | null>(null);
  useEffect(() => {
    const select = native.current;
    if (!select) return;
    const takeOver = () => setStart(select.value);
    if (document.activeElement !== select) return takeOver();
    select.addEventListener("blur", takeOver, { once: true });
    return () => select.removeEventListener("blur", takeOver);
  }, []);
  const attributes = describeControl(field, hint, required);
  const fallback = (
    <select ref={native} {...attributes} defaultValue={start ?? initialText(field) ?? ""} className="input">
      <option value="">Choose…</option>
      <SelectOptions options={options} />
    </select>
  );
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required} className={className}>
      {start === null ? (
        fallback
      ) : (
        <Suspense fallback={fallback}>
          <ComboboxControl
            key={field.key}
            attributes={attributes}
            labelledBy={labelId(field)}
            options={options}
            start={start}
            placeholder={placeholder}
          />
        </Suspense>
      )}
    </FieldFrame>
  );
}
