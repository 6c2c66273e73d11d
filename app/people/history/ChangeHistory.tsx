import { formatDateTime } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import { Unfold } from "~/ui/Unfold";
import type { ChangeEvent } from "./change-words";

interface ChangeHistoryProps {
  events: ChangeEvent[];
  timeZone: string;
}

/** How many stand open. */
const NEWEST = 50;

/** What happened to an entry, in the order given: what, who and when. Of a long history the rest is there to unfold. */
export function ChangeHistory({ events, timeZone }: ChangeHistoryProps) {
  if (events.length === 0) return null;
  const earlier = events.slice(NEWEST);
  return (
    <Section title="History">
      <EventList events={events.slice(0, NEWEST)} timeZone={timeZone} />
      {earlier.length > 0 ? (
        <Unfold title={`Earlier (${earlier.length.toLocaleString("en-US")})`}>
          <EventList events={earlier} timeZone={timeZone} />
        </Unfold>
      ) : null}
    </Section>
  );
}

function EventList({ events, timeZone }: ChangeHistoryProps) {
  return (
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
  );
}
