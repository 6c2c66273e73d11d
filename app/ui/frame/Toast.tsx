import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { toneClasses, toneIcons, type Tone } from "~/ui/Status";

/** What has just happened. */
export interface ToastMessage {
  tone: Tone;
  message: string;
}

/** Long enough to read twice: seven seconds, and more for more words. */
function stay(message: string): number {
  return Math.max(7_000, message.length * 120);
}

/** A polite word after an action. Leaves by itself, not while it is pointed at or holds focus. */
export function Toast({ toast }: { toast: ToastMessage | null | undefined }) {
  const [gone, setGone] = useState<ToastMessage | null>(null);
  const [held, setHeld] = useState(false);
  const shown = toast && toast !== gone ? toast : null;
  useEffect(() => {
    if (!shown || held) return;
    const timer = setTimeout(() => setGone(shown), stay(shown.message));
    return () => clearTimeout(timer);
  }, [shown, held]);
  const Icon = shown ? toneIcons[shown.tone] : null;
  return (
    <div
      role="status"
      className="no-print pointer-events-none fixed inset-x-0 top-[calc(var(--bar-height)+0.75rem)] z-40 flex justify-center px-4"
    >
      {shown && Icon ? (
        <div
          className={`pointer-events-auto flex max-w-xl items-start gap-3 rounded-lg border border-current/40 py-1.5 pr-1.5 pl-4 shadow-[0_6px_24px_var(--shade)] ${toneClasses[shown.tone]}`}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <Icon aria-hidden size={20} className="mt-3 shrink-0" />
          <p className="min-w-0 py-2.5 font-semibold text-ink">{shown.message}</p>
          <button
            type="button"
            onClick={() => {
              setHeld(false);
              setGone(shown);
            }}
            className="hidden size-11 shrink-0 place-items-center rounded-md text-ink hover:bg-surface scripted:grid"
          >
            <X aria-hidden size={18} />
            <span className="sr-only">Dismiss</span>
          </button>
        </div>
      ) : null}
    </div>
  );
}
