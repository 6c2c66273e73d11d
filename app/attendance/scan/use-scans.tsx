import { useFetcher, useSubmit } from "@remix-run/react";
import { useCallback, useRef, useState } from "react";
import { deviceStamp, newTapNonce } from "~/attendance/marks/device-clock";
import type { FormAnswer } from "~/ui/frame/lost-answer";
import type { ScanDirection, ScanOutcome } from "./scan-outcome";

interface Answer extends FormAnswer {
  scan?: ScanOutcome;
}

type Said = Pick<ScanOutcome, "title" | "tone" | "words">;

/**
 * Sends each scan by itself, so that a queue never waits for the last one, and says what came of the last.
 * @param formId of the form of taps, which holds the reason where one is needed
 */
export function useScans(formId: string) {
  const submit = useSubmit();
  const count = useRef(0);
  const [direction, setDirection] = useState<ScanDirection>("arriving");
  const [last, setLast] = useState("scan-0");
  const scan = useCallback(
    (scanned: string) => {
      const form = document.getElementById(formId);
      const values = new FormData(form instanceof HTMLFormElement ? form : undefined);
      const sent = { ...deviceStamp(), intent: "scan", scanned, direction, nonce: newTapNonce() };
      for (const [name, value] of Object.entries(sent)) values.set(name, value);
      const fetcherKey = `scan-${++count.current}`;
      setLast(fetcherKey);
      submit(values, { method: "post", navigate: false, fetcherKey });
    },
    [submit, formId, direction],
  );
  const { data } = useFetcher<Answer>({ key: last });
  return { scan, direction, setDirection, last, said: saidOf(data) };
}

function saidOf(answer: Answer | undefined): Said | null {
  const error = Object.values(answer?.result?.error ?? {}).flat()[0];
  if (error) return { title: "Not marked", tone: "attention", words: error };
  return answer?.scan ?? null;
}
