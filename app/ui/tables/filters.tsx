import { Form, useSubmit } from "@remix-run/react";
import { Search } from "lucide-react";
import { useEffect, useId, useRef, type FormEvent, type ReactNode } from "react";
import { buttonLook } from "~/ui/Button";
import { SelectOptions, type Option, type OptionGroup } from "~/ui/fields/choice-fields";

const TYPING_PAUSE_MS = 350;

interface FilterBarProps {
  children: ReactNode;
  submitLabel?: string;
  /** The page that lists; the present one by default. */
  action?: string;
  /** Names the region for people who cannot see it. */
  label?: string;
  className?: string;
}

/** A GET form whose state is the URL: sends itself on change, and by its button where no script runs. */
export function FilterBar({
  children,
  submitLabel = "Show results",
  action,
  label = "Filter",
  className,
}: FilterBarProps) {
  const submit = useSubmit();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const handleChange = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const typed = event.target instanceof HTMLInputElement && ["search", "text", "date"].includes(event.target.type);
    clearTimeout(timer.current);
    const send = () => submit(form, { replace: true, preventScrollReset: true });
    timer.current = setTimeout(send, typed ? TYPING_PAUSE_MS : 0);
  };
  return (
    <Form
      method="get"
      action={action}
      role="search"
      aria-label={label}
      onChange={handleChange}
      onSubmit={() => clearTimeout(timer.current)}
      className={`no-print grid gap-x-4 gap-y-3 sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] sm:items-end ${className ?? ""}`}
    >
      {children}
      <button type="submit" {...buttonLook({ variant: "secondary", className: "scripted:hidden" })}>
        {submitLabel}
      </button>
    </Form>
  );
}

/** Follows the URL (back, forward, a "clear" link) without disturbing the person who is typing. */
function useFollow<T extends HTMLInputElement | HTMLSelectElement>(value: string) {
  const control = useRef<T>(null);
  useEffect(() => {
    const element = control.current;
    if (element && element !== document.activeElement && element.value !== value) element.value = value;
  }, [value]);
  return control;
}

interface FilterProps {
  name: string;
  label: string;
  defaultValue?: string | null | undefined;
  className?: string;
}

function FilterFrame({
  id,
  label,
  className,
  children,
}: {
  id: string;
  label: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className={`grid min-w-0 gap-1 ${className ?? ""}`}>
      <label htmlFor={id} className="text-sm font-semibold text-soft">
        {label}
      </label>
      {children}
    </div>
  );
}

/** Words to look for. */
export function FilterText({
  name,
  label,
  defaultValue,
  placeholder,
  className,
}: FilterProps & { placeholder?: string }) {
  const id = useId();
  const control = useFollow<HTMLInputElement>(defaultValue ?? "");
  return (
    <FilterFrame id={id} label={label} className={className ?? "sm:col-span-2"}>
      <div className="relative">
        <Search aria-hidden size={18} className="absolute top-1/2 left-3 -translate-y-1/2 text-soft" />
        <input
          ref={control}
          id={id}
          type="search"
          name={name}
          defaultValue={defaultValue ?? ""}
          placeholder={placeholder}
          className="input pl-10"
        />
      </div>
    </FilterFrame>
  );
}

/** One of several; the first option is usually `{ value: "", label: "Any …" }`. */
export function FilterSelect({
  name,
  label,
  defaultValue,
  options,
  className,
}: FilterProps & { options: (Option | OptionGroup)[] }) {
  const id = useId();
  const control = useFollow<HTMLSelectElement>(defaultValue ?? "");
  return (
    <FilterFrame id={id} label={label} className={className}>
      <select ref={control} id={id} name={name} defaultValue={defaultValue ?? ""} className="input">
        <SelectOptions options={options} />
      </select>
    </FilterFrame>
  );
}

/** A day. */
export function FilterDate({ name, label, defaultValue, className }: FilterProps) {
  const id = useId();
  const control = useFollow<HTMLInputElement>(defaultValue ?? "");
  return (
    <FilterFrame id={id} label={label} className={className}>
      <input ref={control} id={id} type="date" name={name} defaultValue={defaultValue ?? ""} className="input" />
    </FilterFrame>
  );
}

/** On or off; posts `value` ("1") when on. It is on when `defaultValue` is that value, or true. */
export function FilterCheckbox({
  name,
  label,
  defaultValue,
  value = "1",
  className,
}: Omit<FilterProps, "defaultValue"> & { value?: string; defaultValue?: string | boolean | null | undefined }) {
  const id = useId();
  const on = defaultValue === true || defaultValue === value;
  const control = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (control.current) control.current.checked = on;
  }, [on]);
  return (
    <div className={`choice sm:mb-0 ${className ?? ""}`}>
      <input ref={control} id={id} type="checkbox" name={name} value={value} defaultChecked={on} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
