import { useLocation } from "@remix-run/react";
import { WifiOff, X } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { connectionState, forgetUnsent, onConnection } from "./connection";
import { LOST_WORDS } from "./lost-answer";

const WAITING = "No connection. This page stays as it is, and goes on by itself when the connection is back.";

/** Says that the connection is lost, and what became of what was sent; stays until that is over, or it is dismissed. */
export function ConnectionNotice() {
  const state = useSyncExternalStore(onConnection, connectionState, () => null);
  const { pathname } = useLocation();
  useEffect(forgetUnsent, [pathname]);
  return (
    <div
      role="status"
      className="no-print pointer-events-none sticky bottom-0 z-40 flex justify-center px-4 pb-3 empty:hidden"
    >
      {state ? (
        <div className="pointer-events-auto flex max-w-xl items-start gap-3 rounded-lg border border-current/40 bg-attention-tint py-1.5 pr-1.5 pl-4 text-attention shadow-[0_6px_24px_var(--shade)]">
          <WifiOff aria-hidden size={20} className="mt-3 shrink-0" />
          <p className="min-w-0 py-2.5 font-semibold text-ink">{state === "waiting" ? WAITING : LOST_WORDS[state]}</p>
          {state === "waiting" ? null : (
            <button
              type="button"
              onClick={forgetUnsent}
              className="grid size-11 shrink-0 place-items-center rounded-md text-ink hover:bg-surface"
            >
              <X aria-hidden size={18} />
              <span className="sr-only">Dismiss</span>
            </button>
          )}
        </div>
      ) : null}
    </div>
  );
}
