import { Check } from "lucide-react";
import type { ReactNode } from "react";

/** One stage of a course of things. */
export interface Step {
  label: string;
  state: "done" | "current" | "todo";
  note?: ReactNode;
}

const words = { done: "Done", current: "Now", todo: "To do" };
const dots = {
  done: "border-accent bg-accent text-on-accent",
  current: "border-accent bg-surface text-accent ring-3 ring-accent-tint",
  todo: "border-strong bg-surface text-soft",
};

/** Where a person stands in a course of stages, from first to last. */
export function Steps({ steps }: { steps: Step[] }) {
  return (
    <ol className="grid">
      {steps.map((step, index) => (
        <li
          key={step.label}
          aria-current={step.state === "current" ? "step" : undefined}
          className="group relative grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 pb-5 last:pb-0"
        >
          <span
            aria-hidden
            className={`absolute top-7 bottom-0 left-[0.8125rem] w-0.5 group-last:hidden ${step.state === "done" ? "bg-accent" : "bg-line"}`}
          />
          <span
            aria-hidden
            className={`grid size-7 place-items-center rounded-full border-2 text-sm font-bold tabular-nums ${dots[step.state]}`}
          >
            {step.state === "done" ? <Check size={16} strokeWidth={3} /> : index + 1}
          </span>
          <div className="min-w-0 pt-0.5">
            <span className="sr-only">{words[step.state]}: </span>
            <span className={step.state === "todo" ? "text-soft" : "font-semibold"}>{step.label}</span>
            {step.note ? <div className="text-[0.9375rem] text-soft">{step.note}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
