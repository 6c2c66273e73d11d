import type { ComponentProps } from "react";

type FileDropProps = Pick<ComponentProps<"input">, "multiple" | "accept" | "onChange" | "required" | "capture"> & {
  id: string;
  label: string;
  hint?: string;
  name?: string;
};

/** A place to drop files on, or to choose them: a native input, which takes dropped files where no script runs, too. */
export function FileDrop({ id, label, hint, name = "file", ...input }: FileDropProps) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-[0.9375rem] text-soft">
          {hint}
        </p>
      ) : null}
      <input
        id={id}
        type="file"
        name={name}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="min-h-24 w-full rounded-[0.625rem] border-2 border-dashed border-strong bg-surface p-4 file:mr-4 file:min-h-11 file:rounded-lg file:border file:border-solid file:border-strong file:bg-raised file:px-4 file:font-semibold file:text-ink hover:border-accent"
        {...input}
      />
    </div>
  );
}
