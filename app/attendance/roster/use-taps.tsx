import { useFetchers, useSubmit } from "@remix-run/react";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { FormAnswer } from "~/ui/frame/lost-answer";
import { deviceStamp, newTapNonce, stampForm } from "~/attendance/marks/device-clock";

/** How long the last tap on somebody can be undone on their row, and how long the list rests before rows move. */
const UNDO_MS = 10_000;
/** Two taps on one person within this are one. */
const DOUBLE_TAP_MS = 400;

/** What came of a tap: it stands and can be undone on its row, it stands, the server refused it, or it was not sent. */
export type TapFate = "done" | "rested" | "refused" | "unsent";

interface Tap {
  /** Of the fetcher that carries it. */
  key: string;
  /** As it was first sent, so that it can be sent again as the same mark. */
  values: FormData;
  at: number;
  fate: TapFate | null;
}

type Taps = ReadonlyMap<string, Tap>;

/**
 * Sends each tap by itself, so that nobody waits for the last one; what is for many goes the ordinary way. A tap that was
 * not sent waits on its row to be sent again.
 */
export function useTaps() {
  const submit = useSubmit();
  const count = useRef(0);
  const [taps, setTaps] = useState<Taps>(new Map());
  const submitTap = useCallback(
    (personId: string, values: FormData, at: number) => {
      const key = `tap-${personId}-${count.current++}`;
      setTaps((before) => new Map(before).set(personId, { key, values, at, fate: null }));
      submit(values, { method: "post", navigate: false, fetcherKey: key });
    },
    [submit],
  );
  const again = useCallback(
    (at: number) => {
      for (const [personId, { fate, values }] of taps) if (fate === "unsent") submitTap(personId, values, at);
    },
    [taps, submitTap],
  );
  const settle = useCallback((personId: string, key: string, fate: TapFate) => {
    setTaps((before) => {
      const tap = before.get(personId);
      if (tap?.key !== key || tap.fate !== null) return before;
      // What was undone is not undone again.
      const rests = fate === "done" && textOf(tap.values.get("tap")).startsWith("undo:");
      return new Map(before).set(personId, { ...tap, fate: rests ? "rested" : fate });
    });
  }, []);
  useResting(taps, setTaps);
  const send = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const tap = submitter instanceof HTMLButtonElement ? submitter.value : "";
    const personId = tap.split(":")[1];
    if (!personId) return stampForm(event.currentTarget);
    event.preventDefault();
    const last = taps.get(personId);
    const isDouble = last !== undefined && event.timeStamp - last.at < DOUBLE_TAP_MS;
    if (submitter?.ariaDisabled === "true" || isDouble) return;
    if (last?.fate === "unsent") return submitTap(personId, last.values, event.timeStamp);
    const values = new FormData(event.currentTarget);
    for (const [name, value] of Object.entries({ ...deviceStamp(), nonce: newTapNonce(), tap }))
      values.set(name, value);
    submitTap(personId, values, event.timeStamp);
  };
  return { send, sent: useSent(), taps, settle, again, unsent: countUnsent(taps) };
}

/** What was tapped on somebody, and whether it is saved already, and only the list not yet read anew. */
interface SentTap {
  kind: string;
  saved: boolean;
}

/** Of each person what was tapped and is on its way; what was refused, or not sent, waits for nothing. */
function useSent(): ReadonlyMap<string, SentTap> {
  const sent = new Map<string, SentTap>();
  for (const { formData, data } of useFetchers()) {
    const [kind, personId] = textOf(formData?.get("tap")).split(":");
    if (!kind || !personId || (data as FormAnswer | undefined)?.result?.error) continue;
    sent.set(personId, { kind, saved: data !== undefined });
  }
  return sent;
}

/** After a while without a tap, rows offer what comes next instead of undoing. */
function useResting(taps: Taps, setTaps: (change: (before: Taps) => Taps) => void): void {
  useEffect(() => {
    const rest = ([id, tap]: [string, Tap]): [string, Tap] => [
      id,
      tap.fate === "done" ? { ...tap, fate: "rested" } : tap,
    ];
    const timer = setTimeout(() => {
      setTaps((before) =>
        [...before.values()].some(({ fate }) => fate === "done") ? new Map([...before].map(rest)) : before,
      );
    }, UNDO_MS);
    return () => clearTimeout(timer);
  }, [taps, setTaps]);
}

const countUnsent = (taps: Taps) => [...taps.values()].filter(({ fate }) => fate === "unsent").length;

const textOf = (value: FormDataEntryValue | null | undefined) => (typeof value === "string" ? value : "");
