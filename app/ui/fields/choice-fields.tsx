import type { ReactNode } from "react";
import {
  describeControl,
  ErrorText,
  FieldFrame,
  HintText,
  initialChoices,
  initialText,
  LabelText,
  type FieldProps,
} from "./field-parts";

/** One thing to choose. */
export interface Option {
  value: string;
  label: string;
}
/** Options under a heading. */
export interface OptionGroup {
  label: string;
  options: Option[];
}

/** Native options, with groups where given. */
export function SelectOptions({ options }: { options: (Option | OptionGroup)[] }) {
  return options.map((option) =>
    "options" in option ? (
      <optgroup key={option.label} label={option.label}>
        <SelectOptions options={option.options} />
      </optgroup>
    ) : (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ),
  );
}

interface SelectFieldProps extends FieldProps {
  options: (Option | OptionGroup)[];
  /** The empty first choice; leave it out when one of the options always holds. */
  placeholder?: string;
}

/** One of several, in a native list. */
export function SelectField({ field, label, hint, required, className, options, placeholder }: SelectFieldProps) {
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required} className={className}>
      <select
        key={field.key}
        {...describeControl(field, hint, required)}
        defaultValue={initialText(field) ?? ""}
        className="input"
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        <SelectOptions options={options} />
      </select>
    </FieldFrame>
  );
}

interface CheckboxFieldProps extends Omit<FieldProps, "required"> {
  required?: boolean;
  /** What is posted when it is ticked. */
  value?: string;
}

/** A single yes or no. Never marked optional: unticked is an answer. */
export function CheckboxField({ field, label, hint, required, className, value = "on" }: CheckboxFieldProps) {
  return (
    <div className={className}>
      <ErrorText field={field} />
      <div className="choice">
        <input
          key={field.key}
          {...describeControl(field, hint, required)}
          type="checkbox"
          value={value}
          defaultChecked={initialText(field) === value || field.initialValue === true}
        />
        <label htmlFor={field.id}>
          {label}
          <HintText field={field}>{hint}</HintText>
        </label>
      </div>
    </div>
  );
}

interface GroupProps extends Omit<FieldProps, "label"> {
  legend: ReactNode;
  children: ReactNode;
}

function ChoiceGroup({ field, legend, hint, required, className, children }: GroupProps) {
  const { "aria-describedby": describedBy } = describeControl(field, hint);
  return (
    <fieldset className={`min-w-0 ${className ?? ""}`} aria-describedby={describedBy}>
      <legend className="font-semibold">
        <LabelText required={required}>{legend}</LabelText>
      </legend>
      <div className="grid gap-1">
        <HintText field={field}>{hint}</HintText>
        <ErrorText field={field} />
        <div className="mt-0.5">{children}</div>
      </div>
    </fieldset>
  );
}

interface Choice extends Option {
  hint?: ReactNode;
}

interface ChoiceGroupProps extends Omit<FieldProps, "label"> {
  legend: ReactNode;
  options: Choice[];
}

interface ChoiceInputProps {
  id: string;
  name: string;
  type: "radio" | "checkbox";
  option: Choice;
  checked: boolean;
  invalid: boolean;
  required?: boolean | undefined;
}

function ChoiceInput({ id, name, type, option, checked, invalid, required }: ChoiceInputProps) {
  const noteId = `${id}-note`;
  return (
    <div className="choice">
      <input
        id={id}
        type={type}
        name={name}
        value={option.value}
        defaultChecked={checked}
        required={required}
        aria-invalid={(type === "checkbox" && invalid) || undefined}
        aria-describedby={option.hint ? noteId : undefined}
      />
      <div>
        <label htmlFor={id} className="block">
          {option.label}
        </label>
        {option.hint ? (
          <div id={noteId} className="text-[0.9375rem] text-soft">
            {option.hint}
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** The first choice carries the field's own id, so that the error summary can lead to it. */
function choiceId(fieldId: string, index: number): string {
  return index === 0 ? fieldId : `${fieldId}-${index}`;
}

/** Any number of several; posts the name once for each ticked box. */
export function CheckboxGroup({ field, options, ...frame }: ChoiceGroupProps) {
  const chosen = initialChoices(field);
  const invalid = (field.errors?.length ?? 0) > 0;
  return (
    <ChoiceGroup key={field.key} field={field} {...frame}>
      {options.map((option, index) => (
        <ChoiceInput
          key={option.value}
          id={choiceId(field.id, index)}
          name={field.name}
          type="checkbox"
          option={option}
          checked={chosen.includes(option.value)}
          invalid={invalid}
        />
      ))}
    </ChoiceGroup>
  );
}

/** One of a few, all in sight. */
export function RadioGroup({ field, options, ...frame }: ChoiceGroupProps) {
  const chosen = initialText(field);
  return (
    <ChoiceGroup key={field.key} field={field} {...frame}>
      {options.map((option, index) => (
        <ChoiceInput
          key={option.value}
          id={choiceId(field.id, index)}
          name={field.name}
          type="radio"
          option={option}
          checked={chosen === option.value}
          invalid={false}
          required={frame.required}
        />
      ))}
    </ChoiceGroup>
  );
}
