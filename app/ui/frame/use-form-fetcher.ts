import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { type FormAnswer, wasLost } from "./lost-answer";

/**
 * A fetcher for forms that are answered by a redirect where all is well. The framework keeps what it was answered before
 * a redirect; here an answer is only ever that to what was sent last.
 * @returns `answer`: what was refused, else undefined. `pending`: it is on its way, or the page is read anew after it;
 * reading anew after an answer that was made here waits for the connection, and nobody is to wait for that
 */
export function useFormFetcher() {
  const { Form, state, data } = useFetcher<FormAnswer>();
  const [before, setBefore] = useState<FormAnswer | undefined>();
  if (state === "submitting" && before !== data) setBefore(data);
  const answer = data === before ? undefined : data;
  const pending = state === "submitting" || (state === "loading" && !wasLost(answer));
  return { Form, answer, pending };
}
