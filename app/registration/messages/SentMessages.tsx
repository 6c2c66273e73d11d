import { formatBytes, formatDateTime, plural } from "~/platform/format";
import { Card } from "~/ui/frame/Page";
import type { listMessages } from "./message-people.server";
import { audienceInWords } from "./message-audience";
import { Link } from "~/ui/Link";

interface SentMessagesProps {
  offeringId: string;
  messages: ReturnType<typeof listMessages>;
  timeZone: string;
}

/** What was written to the people of an offering. */
export function SentMessages({ offeringId, messages, timeZone }: SentMessagesProps) {
  if (messages.length === 0) return <p className="text-soft">Nothing yet.</p>;
  return (
    <ul className="grid gap-3">
      {messages.map((message) => (
        <li key={message.id}>
          <Card className="grid gap-2">
            <p className="font-semibold">
              <Link
                to={`/facilitator/offerings/${offeringId}/messages/${message.id}`}
                className="link pointer-coarse:inline-block pointer-coarse:py-2"
              >
                {message.subject}
              </Link>
            </p>
            <p className="text-[0.9375rem] text-soft">
              {message.senderName}, {formatDateTime(message.sentAt, timeZone)}, to{" "}
              {plural(message.recipients, "person", "people")} ({audienceInWords(message.audience, message)})
            </p>
            <p className="whitespace-pre-line">{message.body}</p>
            {message.files.length > 0 ? (
              <ul aria-label="Attached" className="flex flex-wrap gap-x-5">
                {message.files.map(({ position, name, size }) => (
                  <li key={position}>
                    <a
                      href={`/facilitator/message-files/${message.id}/${position}`}
                      className="link inline-block py-1 wrap-anywhere pointer-coarse:py-2.5"
                    >
                      {name}
                    </a>{" "}
                    <span className="text-[0.9375rem] text-soft">{formatBytes(size)}</span>
                  </li>
                ))}
              </ul>
            ) : null}
          </Card>
        </li>
      ))}
    </ul>
  );
}
