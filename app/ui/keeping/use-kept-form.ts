import { useActionData, useLocation, useSubmit } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { openedValue } from "./early-text";
import { fillIn, readText } from "./form-text";
import { keyOf, parseKept, restorable, sameEntries, type Entries } from "./kept-text";
import { keepSent, markChanged, markSent, takeSent, useOwner } from "./KeptForms";

interface KeptFormOptions {
  form: RefObject<HTMLFormElement>;
  id: string;
  keeps: boolean;
  /** For a form whose rows the server adds: the intent that answers with the rows as they were typed. */
  putBackIntent?: string | undefined;
  /** Whether a refusal fills the form in by itself, as those with fields of conform are. */
  refills?: boolean;
}

/**
 * Keeps what is typed into a form in this tab until it is saved: a session that ended, a refused file, an error, a lost
 * connection and the Back button lose nothing.
 */
export function useKeptForm({ form: element, id, keeps, putBackIntent, refills = true }: KeptFormOptions) {
  const owner = useOwner();
  const submit = useSubmit();
  const { pathname } = useLocation();
  // An answer that is no redirect is a refusal, or more rows: either way what was typed is not saved, and stands in the form.
  const answer: unknown = useActionData();
  const opened = useRef<Entries>([]);
  const sentAs = useRef<string | null>(null);
  const [restored, setRestored] = useState(false);
  const key = keeps && owner !== null ? keyOf(owner, pathname, id.startsWith(":") ? "form" : id) : null;

  const keep = useCallback(() => {
    if (!key || !element.current) return;
    const typed = readText(element.current);
    const isChanged = !sameEntries(typed, opened.current);
    markChanged(key, isChanged);
    store(key, isChanged ? JSON.stringify({ opened: opened.current, typed, once: sentAs.current }) : null);
  }, [key, element]);

  useEffect(() => {
    const form = element.current;
    if (!key || !form) return;
    if (answer === undefined && takeSent(key)) store(key, null);
    const kept = parseKept(recall(key));
    const shown = readText(form, openedValue);
    const isFilled = refills && answer !== undefined;
    opened.current = isFilled ? (kept?.opened ?? shown) : shown;
    const typed = isFilled ? null : restorable(kept, shown);
    if (typed && putBackIntent) {
      const body = new FormData();
      for (const [name, value] of [...typed, ["intent", putBackIntent] as const]) body.append(name, value);
      submit(body, { method: "post", replace: true });
    } else if (typed) {
      fillIn(form, typed);
      sentAs.current = kept?.once ?? null;
      const nonce = nonceIn(form);
      if (nonce && sentAs.current) nonce.value = sentAs.current;
    }
    setRestored(typed !== null);
    return () => markChanged(key, false);
    // What a form was opened with is its version: it is read once, and stays while the form does.
  }, [key]);

  useEffect(() => {
    if (answer === undefined) return;
    // Refused, and so nothing was made: what is sent next is another post.
    sentAs.current = null;
    keepSent();
    keep();
  }, [answer, keep]);

  return {
    restored,
    onInput: keep,
    onSubmit: () => {
      sentAs.current = (element.current && nonceIn(element.current)?.value) ?? null;
      keep();
      if (key) markSent(key);
      setRestored(false);
    },
    startOver: () => {
      if (!key) return;
      store(key, null);
      markChanged(key, false);
      location.reload();
    },
  };
}

/** The hidden field by which a second post of the form is known; see `OnceField`. */
const nonceIn = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('input[type="hidden"][name="once"]');

function store(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // Full or forbidden storage: the form works, it only keeps nothing.
  }
}

function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
