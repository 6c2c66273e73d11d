import { formatDateTime } from "~/platform/format";
import { Card } from "~/ui/frame/Page";

interface ConversationProps {
  entries: { id: string; author: string; answer: boolean; body: string; writtenAt: number }[];
  timeZone: string;
}

/** What both sides wrote, oldest first. */
export function Conversation({ entries, timeZone }: ConversationProps) {
  return (
    <ol className="grid gap-3" aria-label="What was written">
      {entries.map((entry) => (
        <li key={entry.id} className={entry.answer ? "sm:ml-10" : "sm:mr-10"}>
          <Card className="grid gap-2">
            <p className="break-words whitespace-pre-line">{entry.body}</p>
            <p className="text-[0.9375rem] text-soft">
              {entry.author}
              {entry.answer ? ", staff" : ""}, {formatDateTime(entry.writtenAt, timeZone)}
            </p>
          </Card>
        </li>
      ))}
    </ol>
  );
}
