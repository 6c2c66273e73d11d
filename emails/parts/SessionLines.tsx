import { Link, Section, Text } from "@react-email/components";
import { theme } from "./theme";

export interface SessionLine {
  /** Ready to read: "Tue, Mar 9, 2027 · 8:00 AM–4:00 PM PST". */
  when: string;
  /** Place or "Online"; null when it is not settled. */
  where: string | null;
  /** Where to join online; only in messages to people with a seat. */
  joinUrl?: string | null;
}

/** The sessions of an offering in order, numbered when there are several. */
export function SessionLines({ sessions }: { sessions: SessionLine[] }) {
  const [same, ...others] = new Set(sessions.map(({ joinUrl }) => joinUrl ?? null));
  const isOneForAll = others.length === 0;
  return (
    <Section style={{ margin: "0 0 20px" }}>
      {sessions.map((session, index) => (
        <Text
          key={index}
          className="ink"
          style={{ margin: "0 0 8px", fontSize: "16px", lineHeight: "24px", color: theme.ink }}
        >
          {sessions.length > 1 ? `Session ${index + 1}: ${session.when}` : session.when}
          {session.where ? (
            <>
              <br />
              <span className="soft" style={{ color: theme.soft }}>
                {session.where}
              </span>
            </>
          ) : null}
          {session.joinUrl && !isOneForAll ? (
            <>
              <br />
              <JoinLink href={session.joinUrl} />
            </>
          ) : null}
        </Text>
      ))}
      {same && isOneForAll ? (
        <Text style={{ margin: "0 0 8px", fontSize: "16px", lineHeight: "24px" }}>
          <JoinLink href={same} />
        </Text>
      ) : null}
    </Section>
  );
}

function JoinLink({ href }: { href: string }) {
  return (
    <Link className="link" href={href} style={{ color: theme.accent, textDecoration: "underline" }}>
      Join online
    </Link>
  );
}
