import type { ShouldRevalidateFunction } from "@remix-run/react";

/** What is known of a change whose answer did not come as it should; `no-page`: a link that could not be followed. */
export type Lost = "offline" | "unanswered" | "busy" | "no-page";

/** What people read then; never that nothing was changed, unless that is known. */
export const LOST_WORDS: Record<Lost, string> = {
  offline: "Not sent: there is no connection. What you entered is still here. Try again when the connection is back.",
  unanswered:
    "The connection was lost before an answer came. What you entered is still here. Look whether it was saved before you send it again.",
  busy: "Hourbook is busy, so nothing was changed. What you entered is still here. Try again in a few seconds.",
  "no-page": "There is no connection, so that page cannot be opened. Try again when the connection is back.",
};

/** Whether an answer to what the framework fetched comes from a proxy in between, or from a server that has no time. */
export function isInTheWay(status: number, contentType: string | null): boolean {
  return [502, 503, 504].includes(status) && !contentType?.startsWith("text/x-script");
}

type Nested = string | Nested[] | { [name: string]: Nested };

/** Fields as a form's values: `sessions[0].date` stands in a row of a list, a name that comes again is a list. */
export function nestFields(fields: Iterable<readonly [string, string]>): { [name: string]: Nested } {
  const values: { [name: string]: Nested } = {};
  for (const [name, text] of fields) {
    const steps = name.split(/[.[\]]+/).filter(Boolean);
    const last = steps.pop();
    if (last === undefined || steps.includes("__proto__") || last === "__proto__") continue;
    let at: { [name: string]: Nested } = values;
    for (const [index, step] of steps.entries()) {
      const isList = /^\d+$/.test(steps[index + 1] ?? last);
      at = (at[step] ??= isList ? [] : {}) as { [name: string]: Nested };
    }
    const before = at[last];
    at[last] = before === undefined ? text : [before, text].flat();
  }
  return values;
}

/** Puts a value and all that it holds into the list; returns its place. */
function place(value: Nested, list: unknown[]): number {
  const index = list.push(null) - 1;
  if (typeof value === "string") list[index] = value;
  else if (Array.isArray(value)) list[index] = Array.from(value, (each) => place(each ?? "", list));
  else {
    const entries = Object.entries(value).map(([key, each]) => [`_${place(key, list)}`, place(each, list)]);
    list[index] = Object.fromEntries(entries);
  }
  return index;
}

/**
 * An action's answer that refuses with these words, as the framework reads it: a list of values in which objects name
 * their keys and values by place. Forms show it like any refusal, with what was sent as it was typed, passwords aside.
 */
export function encodeRefusal(words: string, fields: Iterable<readonly [string, string]> = []): string {
  const typed = [...fields].filter(([name]) => !/password/i.test(name));
  const result = { status: "error", error: { "": [words] }, initialValue: nestFields(typed) };
  const list: unknown[] = [];
  place({ data: { result } }, list);
  return `${JSON.stringify(list)}\n`;
}

/** What a form is answered with, as far as it says what was refused, by field. */
export interface FormAnswer {
  result?: { error?: Record<string, string[] | null> | null } | null | undefined;
}

/** Whether what an action answered was made here, because its own answer never came. */
export function wasLost(answer: FormAnswer | null | undefined): boolean {
  const words = answer?.result?.error?.[""]?.[0];
  return words !== undefined && Object.values(LOST_WORDS).includes(words);
}

/**
 * Whether a fetcher has its answer, and the page what came of it. After an answer that was made here the framework reads
 * the page anew all the same, which waits for the connection: whoever sent it is not to wait for that.
 */
export const wasAnswered = ({
  state,
  data,
}: {
  state: "idle" | "submitting" | "loading";
  data?: FormAnswer;
}): boolean => data !== undefined && (state === "idle" || (state === "loading" && wasLost(data)));

/**
 * For pages where something may be saved although the answer refuses: they are read anew after a refusal, too, but not
 * after one that was made here.
 */
export const isReadAfterRefusal: ShouldRevalidateFunction = ({ actionResult, actionStatus, defaultShouldRevalidate }) =>
  (actionStatus !== undefined && !wasLost(actionResult as FormAnswer | undefined)) || defaultShouldRevalidate;
