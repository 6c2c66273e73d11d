import { useEffect, useRef, useState } from "react";
import { type Autosaving, autosavedBy } from "./autosave";

const PAUSE_MS = 1_500;
const AGAIN_MS = 15_000;

interface AutosaveOptions {
  formId: string;
  /** Where it is sent by itself. */
  at: string;
  intent: string;
  /** The version with which the page came. */
  base: string;
}

/**
 * Sends a form by itself a moment after its last change, with the version that it was opened with. Returns the version that stands,
 * for the form to carry, and how the saving stands.
 */
export function useAutosave({ formId, at, intent, base: opened }: AutosaveOptions) {
  // A page that came anew brings the version of what it shows.
  const [since, setSince] = useState({ opened, base: opened });
  const base = since.opened === opened ? since.base : opened;
  const [saving, setSaving] = useState<Autosaving>("untouched");
  const isSending = useRef(false);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const plan = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void send(), ms);
    };
    const send = async () => {
      if (isSending.current) return plan(PAUSE_MS);
      isSending.current = true;
      const typed = typedIn(form, intent);
      const answer = await post(at, typed);
      isSending.current = false;
      if (answer.base !== null) setSince({ opened, base: answer.base });
      // What was typed meanwhile is sent next.
      if (answer.step === "saved" && !isSame(typed, typedIn(form, intent))) return plan(PAUSE_MS);
      setSaving(answer.step);
      if (answer.step === "cut") plan(AGAIN_MS);
    };
    const type = (event: Event) => {
      if (event.target === form) return;
      setSaving("typing");
      plan(PAUSE_MS);
    };
    form.addEventListener("input", type);
    return () => {
      form.removeEventListener("input", type);
      clearTimeout(timer);
    };
  }, [formId, at, intent, opened]);

  // What the tab keeps carries the version, too: it is kept anew, so that nothing saved comes back as if it were not.
  useEffect(() => {
    if (base === opened) return;
    document.getElementById(formId)?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [base, opened, formId]);

  return { base, saving };
}

function typedIn(form: HTMLFormElement, intent: string): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && name !== "once" && name !== "intent") body.append(name, value);
  body.append("intent", intent);
  return body;
}

/** Whether the same was typed, whatever version the form carries by now. */
function isSame(a: URLSearchParams, b: URLSearchParams): boolean {
  const words = (body: URLSearchParams) => JSON.stringify([...body].filter(([name]) => name !== "base"));
  return words(a) === words(b);
}

async function post(at: string, body: URLSearchParams): Promise<ReturnType<typeof autosavedBy>> {
  try {
    const { status, type, ...answer } = await read(await fetch(at, { method: "POST", body, redirect: "manual" }));
    return autosavedBy({ status, isElsewhere: type === "opaqueredirect" }, answer.body);
  } catch {
    return { step: "cut", base: null };
  }
}

async function read(answer: Response) {
  const { status, type } = answer;
  return { status, type, body: (await answer.json().catch(() => null)) as { base?: unknown } | null };
}
