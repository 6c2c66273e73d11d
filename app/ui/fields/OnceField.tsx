import { useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";

/** A nonce that works where the browser has no `randomUUID`, too: over plain HTTP in a network of one's own. */
function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * By this a form that is posted twice is known: a double tap, or a second try after a lost connection. Each answer, and each
 * page, draws another. The server and the browser draw different ones; either is as good.
 */
export function OnceField() {
  const { key } = useLocation();
  const [drawn, setDrawn] = useState(() => ({ key, nonce: newNonce() }));
  if (drawn.key !== key) setDrawn({ key, nonce: newNonce() });
  useEffect(() => {
    // Whoever comes Back to a page that the browser kept asks for another thing, in the same words perhaps.
    const redraw = ({ persisted }: PageTransitionEvent) => {
      if (persisted) setDrawn((before) => ({ ...before, nonce: newNonce() }));
    };
    window.addEventListener("pageshow", redraw);
    return () => window.removeEventListener("pageshow", redraw);
  }, []);
  return <input suppressHydrationWarning type="hidden" name="once" defaultValue={drawn.nonce} key={drawn.nonce} />;
}
