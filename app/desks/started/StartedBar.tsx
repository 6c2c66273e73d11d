import { Form, useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { toneClasses, toneIcons } from "~/ui/Status";
import { useRefresh } from "~/ui/use-refresh";
import { secondsLeft, STARTED_TONES, type StartedState } from "./started-state";
import { Link } from "~/ui/Link";

export interface StartedInSight {
  id: string;
  effect: string;
  state: StartedState;
  dueAt: number;
  answer: string | null;
  resultPath: string | null;
  /** Of a long work: how many things there are, and how many are behind it. */
  total: number | null;
  done: number;
  /** It was asked to stop. */
  stops: boolean;
}

/** Soon, until what waits is done; then until its result leaves. */
function lookAgainIn(actions: StartedInSight[]): number | null {
  if (actions.length === 0) return null;
  return actions.some(({ state }) => state === "waiting" || state === "running") ? 1_500 : 10_000;
}

/** What the person has started and can still call off, and what came of it; on every page, above the foot. */
export function StartedBar({ actions, now }: { actions: StartedInSight[]; now: number }) {
  useRefresh(lookAgainIn(actions));
  if (actions.length === 0) return null;
  return (
    <section
      aria-label="What you started"
      className="no-print sticky bottom-0 z-30 grid justify-items-center gap-2 px-4 pb-3 pointer-events-none"
    >
      {actions.map((action) => (
        <StartedLine key={`${action.id} ${action.state}`} action={action} now={now} />
      ))}
    </section>
  );
}

function StartedLine({ action, now }: { action: StartedInSight; now: number }) {
  const { pathname, search } = useLocation();
  const left = useSecondsLeft(action.dueAt, now);
  const [waits, runs] = [action.state === "waiting", action.state === "running"];
  const tone = STARTED_TONES[action.state];
  const Icon = toneIcons[tone];
  return (
    <div
      className={`pointer-events-auto flex w-full max-w-3xl flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-current/40 px-4 py-2 shadow-[0_6px_24px_var(--shade)] ${toneClasses[tone]}`}
    >
      <Icon aria-hidden size={20} className="shrink-0" />
      <p role="status" className="min-w-0 flex-1 basis-48 py-1.5 font-semibold text-ink">
        {waits || runs ? action.effect : action.answer}
      </p>
      {waits ? (
        <span aria-hidden className="text-ink tabular-nums">
          {left > 0 ? `in ${left} s` : "now"}
        </span>
      ) : null}
      {runs && action.total !== null ? <LongProgress {...action} total={action.total} /> : null}
      {runs && action.stops ? (
        <span className="text-ink">Stopping …</span>
      ) : waits || runs ? (
        <Form method="post" action="/started" preventScrollReset>
          <Hidden name="id" value={action.id} />
          <Hidden name="back" value={pathname + search} />
          <SubmitButton size="sm" variant="secondary">
            {waits ? "Call off" : "Stop"}
          </SubmitButton>
        </Form>
      ) : action.resultPath ? (
        <Link to={action.resultPath} className="link py-1.5">
          Show
        </Link>
      ) : null}
    </div>
  );
}

/** How far a long work has come, as a bar and in numbers. */
export function LongProgress({ effect, done, total }: { effect: string; done: number; total: number }) {
  return (
    <span className="flex items-center gap-2 text-ink">
      <progress value={done} max={total} aria-label={effect} className="h-2 w-28 accent-accent" />
      <span className="tabular-nums">
        {done.toLocaleString("en-US")} of {total.toLocaleString("en-US")}
      </span>
    </span>
  );
}

/** Seconds until it begins, by the server's clock as the page was read. */
function useSecondsLeft(dueAt: number, now: number): number {
  const [passed, setPassed] = useState({ now, ms: 0 });
  if (passed.now !== now) setPassed({ now, ms: 0 });
  useEffect(() => {
    const begun = performance.now();
    const timer = setInterval(() => setPassed({ now, ms: performance.now() - begun }), 250);
    return () => clearInterval(timer);
  }, [now]);
  return secondsLeft(dueAt, now + passed.ms);
}
