import { CircleCheck, CircleDashed, CircleMinus, Clock3, Info, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** What a state means to a person; each tone has its own shape and colour everywhere. */
export type Tone = "good" | "waiting" | "attention" | "ended" | "info" | "neutral";

/** The shape of each tone. */
export const toneIcons: Record<Tone, LucideIcon> = {
  good: CircleCheck,
  waiting: Clock3,
  attention: TriangleAlert,
  ended: CircleMinus,
  info: Info,
  neutral: CircleDashed,
};

/** Text and ground of each tone, as class names. */
export const toneClasses: Record<Tone, string> = {
  good: "text-good bg-good-tint",
  waiting: "text-waiting bg-waiting-tint",
  attention: "text-attention bg-attention-tint",
  ended: "text-ended bg-ended-tint",
  info: "text-info bg-info-tint",
  neutral: "text-ink bg-sunken",
};

/** A state as a word, a shape and a colour. */
export function Status({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = toneIcons[tone];
  return (
    <span
      className={`inline-flex max-w-full items-start gap-1.5 rounded-md py-0.5 pr-2 pl-1.5 text-sm leading-5 font-semibold ${toneClasses[tone]}`}
    >
      <Icon aria-hidden size={16} strokeWidth={2.25} className="mt-0.5 shrink-0" />
      <span className="min-w-0">{children}</span>
    </span>
  );
}
