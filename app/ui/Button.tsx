import { useNavigation } from "@remix-run/react";
import { LoaderCircle } from "lucide-react";
import { useRef, useState, type ComponentProps, type MouseEvent, type ReactNode } from "react";
import { Link } from "./Link";

/** How much a button asks for attention; at most one primary per page. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
/** `sm` is for table rows and toolbars; it grows to 44 px on touch. */
export type ButtonSize = "md" | "sm";

interface Looks {
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
}

/** The attributes that dress any element as a button. */
export function buttonLook({ variant = "primary", size = "md", className }: Looks) {
  return {
    className: className ? `button ${className}` : "button",
    "data-variant": variant,
    "data-size": size,
  };
}

/** Two labels in one cell, so that the button keeps its width while it waits. */
export function PendingLabel({
  pending,
  label,
  children,
}: {
  pending: boolean;
  label?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className="grid justify-items-center">
      <span className={`col-start-1 row-start-1 inline-flex items-center gap-2 ${pending ? "invisible" : ""}`}>
        {children}
      </span>
      <span className={`col-start-1 row-start-1 inline-flex items-center gap-2 ${pending ? "" : "invisible"}`}>
        <LoaderCircle aria-hidden size={18} className={pending ? "spin" : ""} />
        {label ?? (pending ? <span className="sr-only">Working…</span> : null)}
      </span>
    </span>
  );
}

type ButtonProps = ComponentProps<"button"> & Looks & { pending?: boolean };

/** A button that does something on this page. To post a form, use `SubmitButton`. */
export function Button({
  variant,
  size,
  className,
  pending,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      {...buttonLook({ variant, size, className })}
      type={type}
      aria-disabled={pending || rest["aria-disabled"] || undefined}
      aria-busy={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      {pending === undefined ? children : <PendingLabel pending={pending}>{children}</PendingLabel>}
    </button>
  );
}

type LinkButtonProps = ComponentProps<typeof Link> & Looks;

/** A link with a button's looks: it goes somewhere, or with `reloadDocument` downloads something. */
export function LinkButton({ variant, size, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} {...buttonLook({ variant, size, className })}>
      {children}
    </Link>
  );
}

interface SubmitButtonProps extends Looks, Omit<ComponentProps<"button">, "name" | "value" | "type" | "className"> {
  /** Posted as `intent`, so that one action can tell its buttons apart. */
  intent?: string;
  pendingLabel?: ReactNode;
  /** Set it for a form that a fetcher sends; a navigation is noticed by itself. */
  pending?: boolean;
}

const DOUBLE_CLICK_MS = 500;

/** True from the press of this very button until the page it asked for has settled. */
function useOwnSubmission(intent: string | undefined) {
  const navigation = useNavigation();
  const [pressed, setPressed] = useState(false);
  const idle = navigation.state === "idle";
  const [wasIdle, setWasIdle] = useState(idle);
  if (idle !== wasIdle) {
    setWasIdle(idle);
    if (idle) setPressed(false);
  }
  const posted = navigation.formData;
  const mine = pressed && !idle && (!posted || (posted.get("intent") ?? undefined) === intent);
  return { pending: mine, press: () => setPressed(true) };
}

/** Submits its form natively; shows the wait on the pressed button only, and swallows a second press of what was typed. */
export function SubmitButton(props: SubmitButtonProps) {
  const { intent, variant, size, className, pendingLabel, pending: told, children, onClick, ...rest } = props;
  const own = useOwnSubmission(intent);
  const lastPress = useRef(-DOUBLE_CLICK_MS);
  const pending = told ?? own.pending;
  const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending || event.timeStamp - lastPress.current < DOUBLE_CLICK_MS) return event.preventDefault();
    lastPress.current = event.timeStamp;
    // Whoever has changed something in between presses anew.
    event.currentTarget.form?.addEventListener("input", () => (lastPress.current = -DOUBLE_CLICK_MS), { once: true });
    own.press();
    onClick?.(event);
  };
  return (
    <button
      {...rest}
      {...buttonLook({ variant, size, className })}
      type="submit"
      name={intent === undefined ? undefined : "intent"}
      value={intent}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={handleClick}
    >
      <PendingLabel pending={pending} label={pendingLabel}>
        {children}
      </PendingLabel>
    </button>
  );
}
