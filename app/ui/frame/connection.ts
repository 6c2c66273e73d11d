import { encodeRefusal, isInTheWay, type Lost, LOST_WORDS } from "./lost-answer";

/**
 * The one place that meets a lost connection, for every page, form and fetcher: what is read waits and goes on by itself,
 * what was sent is answered like a refusal. So no network error ever stands in a page's place.
 */

/** `waiting` while something is read again and again, the words when something was not sent, else null. */
export type ConnectionState = "waiting" | Lost | null;

const TRY_AGAIN_MS = [500, 1_000, 2_000, 3_000];

let waiting = 0;
let unsent: Lost | null = null;
const listeners = new Set<() => void>();

/** How the connection stands. */
export const connectionState = (): ConnectionState => unsent ?? (waiting > 0 ? "waiting" : null);

/** Calls back when it changes; returns how to end that. */
export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes the words away. */
export const forgetUnsent = (): void => setUnsent(null);

function setUnsent(lost: Lost | null): void {
  unsent = lost;
  tell();
}

function setWaiting(by: 1 | -1): void {
  waiting += by;
  tell();
}

const tell = () => {
  for (const listener of listeners) listener();
};

/** Watches over everything that the framework fetches from now on. */
export function watchConnection(): void {
  const ask = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (url.origin !== location.origin || !/\.data$|^\/__manifest$/.test(url.pathname)) return ask(input, init);
    const method = init?.method ?? "GET";
    return method === "GET"
      ? readPatiently(url.href, () => ask(input, init), init?.signal)
      : send(() => ask(input, init), init?.body);
  };
  document.addEventListener("click", stayWhileOffline, { capture: true });
  addEventListener("online", () => unsent === "no-page" && forgetUnsent());
}

type Ask = () => Promise<Response>;

/** Of each address that is waited for, who asked last. Sixty marks that are lost leave sixty readings of one page. */
const lastToAsk = new Map<string, Ask>();

/** Asks until there is an answer. Of several who wait for one address the last asks: the framework ends the others with its answer. */
async function readPatiently(address: string, ask: Ask, signal: AbortSignal | null | undefined): Promise<Response> {
  let isWaiting = false;
  try {
    for (let round = 0; ; round++) {
      const isLast = !isWaiting || (lastToAsk.get(address) ?? ask) === ask;
      const answer = isLast ? await askOnce(ask, signal) : null;
      if (answer) return answer;
      if (!isWaiting) {
        setWaiting(1);
        lastToAsk.set(address, ask);
      }
      isWaiting = true;
      await untilWorthTrying(TRY_AGAIN_MS[round] ?? TRY_AGAIN_MS.at(-1)!, signal);
    }
  } finally {
    if (isWaiting) setWaiting(-1);
    if (lastToAsk.get(address) === ask) lastToAsk.delete(address);
  }
}

/** The server's answer; null where none came, or something in between answered. */
async function askOnce(ask: Ask, signal: AbortSignal | null | undefined): Promise<Response | null> {
  const answer = await ask().catch((error: unknown) => {
    if (signal?.aborted || !(error instanceof TypeError)) throw error;
    return null;
  });
  return answer && !isInTheWay(answer.status, answer.headers.get("Content-Type")) ? answer : null;
}

/** Some time, or until the browser says that it is connected; never once nobody asks any more. */
function untilWorthTrying(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener("online", end);
      if (signal?.aborted) reject(new DOMException("Nobody asks any more.", "AbortError"));
      else resolve();
    };
    const timer = setTimeout(end, ms);
    addEventListener("online", end);
    signal?.addEventListener("abort", end, { once: true });
  });
}

async function send(ask: Ask, sent: BodyInit | null | undefined): Promise<Response> {
  const wasOffline = !navigator.onLine;
  const answer = await ask().catch((error: unknown) => {
    if (error instanceof TypeError) return null;
    throw error;
  });
  const lost = lossOf(answer, wasOffline);
  setUnsent(lost);
  if (answer && !lost) return answer;
  const body = encodeRefusal(LOST_WORDS[lost ?? "unanswered"], fieldsOf(sent));
  return new Response(body, { status: 503, headers: { "Content-Type": "text/x-script" } });
}

/** The texts of a form that was sent; files cannot be given back. */
function fieldsOf(sent: BodyInit | null | undefined): [string, string][] {
  const fields = sent instanceof FormData || sent instanceof URLSearchParams ? [...sent.entries()] : [];
  return fields.filter((field): field is [string, string] => typeof field[1] === "string");
}

function lossOf(answer: Response | null, wasOffline: boolean): Lost | null {
  if (!answer) return wasOffline ? "offline" : "unanswered";
  if (!isInTheWay(answer.status, answer.headers.get("Content-Type"))) return null;
  return answer.status === 503 ? "busy" : "unanswered";
}

/** A link that is followed without a connection would bring the browser's own error in place of the page. */
function stayWhileOffline(event: MouseEvent): void {
  if (navigator.onLine || event.defaultPrevented || !(event.target instanceof Element)) return;
  const link = event.target.closest<HTMLAnchorElement>("a[href]");
  if (!link || link.origin !== location.origin || link.ariaExpanded !== null || link.target === "_blank") return;
  if (link.hash && link.pathname + link.search === location.pathname + location.search) return;
  event.preventDefault();
  event.stopPropagation();
  setUnsent("no-page");
}
