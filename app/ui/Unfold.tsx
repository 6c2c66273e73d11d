import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

interface UnfoldProps {
  /** What it is for, as a verb: "Add a note"; or what there is more of, with how many: "Earlier (130)". */
  title: string;
  /** Whether it stands open when the page comes, for example because the answer to it is shown inside. */
  open?: boolean;
  children: ReactNode;
}

/** A form, or the rest of something long, that most visitors of a page do not need: one line until it is asked for. Works without scripts. */
export function Unfold({ title, open, children }: UnfoldProps) {
  return (
    <details className="group no-print rounded-lg border border-line px-4 py-1" open={open}>
      <summary className="flex cursor-pointer list-none items-center justify-between gap-4 py-2.5 font-semibold">
        {title}
        <ChevronDown aria-hidden size={18} className="shrink-0 text-soft group-open:rotate-180" />
      </summary>
      <div className="mt-2 mb-4 grid max-w-xl gap-5">{children}</div>
    </details>
  );
}
