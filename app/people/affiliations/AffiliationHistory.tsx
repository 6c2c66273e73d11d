import { formatDateTime } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import type { AffiliationEvent } from "./affiliation-history";

/** What happened to an entry, oldest first. */
export function AffiliationHistory({ events, timeZone }: { events: AffiliationEvent[]; timeZone: string }) {
  if (events.length === 0) return null;
  return (
    <Section title="History">
      <ol className="grid gap-3">
        {events.map((event) => (
          <li key={event.id}>
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
