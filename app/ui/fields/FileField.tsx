import type { ComponentProps } from "react";
import { describeControl, FieldFrame, type FieldProps } from "./field-parts";

type FileFieldProps = FieldProps & Pick<ComponentProps<"input">, "accept" | "multiple">;

/** A file to choose or to drop: a native input, which takes dropped files where no script runs, too. */
export function FileField({ field, label, hint, required, className, accept, multiple }: FileFieldProps) {
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required} className={className}>
      <input
        key={field.key}
        {...describeControl(field, hint, required)}
        type="file"
        accept={accept}
        multiple={multiple}
        className="min-h-20 w-full rounded-[0.625rem] border-2 border-dashed border-strong bg-surface p-4 file:mr-4 file:min-h-11 file:rounded-lg file:border file:border-solid file:border-strong file:bg-raised file:px-4 file:font-semibold file:text-ink hover:border-accent"
      />
    </FieldFrame>
  );
}
