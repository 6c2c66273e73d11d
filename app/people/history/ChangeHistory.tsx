import { formatDateTime } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import type { ChangeEvent } from "./change-words";

/** What happened to an entry, in the order given: what, who and when. */
export function ChangeHistory({ events, timeZone }: { events: ChangeEvent[]; timeZone: string }) {
  if (events.length === 0) return null;
  return (
    <Section title="History">
      <ol className="grid gap-3">
        {events.map((event) => (
          <li key={event.id} className="wrap-anywhere">
            {event.what}
            <span className="block text-[0.9375rem] text-soft">
              {event.who} · {formatDateTime(event.at, timeZone)}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
