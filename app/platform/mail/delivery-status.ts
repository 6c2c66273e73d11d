const ACTIONS = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;

/** What a report says of one recipient. */
export interface RecipientStatus {
  action: (typeof ACTIONS)[number];
  /** Whom it could not reach in the end, lower-cased; empty where it does not say. */
  final: string;
  /** Whom the message was for before anybody passed it on, lower-cased; empty where it does not say. */
  original: string;
  /** Reply code of SMTP, 0 where none is named. */
  code: number;
  /** Enhanced status code, for example `5.1.1`; empty where none is named. */
  status: string;
  /** The words of the server that refused it. */
  words: string;
}

/** Reads the groups of fields of a `message/delivery-status` part (RFC 3464); the first, about the message, has no recipient. */
export function readDeliveryStatus(text: string): RecipientStatus[] {
  return groupsOf(text).flatMap((fields) => {
    const status = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get("status") ?? "")?.[0] ?? "";
    const action = actionOf(fields.get("action") ?? "", status);
    if (!action) return [];
    const words = (fields.get("diagnostic-code") ?? "").replace(/^smtp\s*;\s*/i, "");
    return [
      {
        action,
        final: addressIn(fields.get("final-recipient")),
        original: addressIn(fields.get("original-recipient")),
        code: codeIn(words),
        status,
        words,
      },
    ];
  });
}

/** The reply code at the head of a server's answer; 0 where it names none. */
export const codeIn = (answer: string): number => Number(/(?<![\d.])[245]\d\d(?=[\s\-#:]|$)/.exec(answer)?.[0] ?? 0);

function actionOf(named: string, status: string): RecipientStatus["action"] | undefined {
  const word = named.trim().toLowerCase();
  const known = ACTIONS.find((each) => word.startsWith(each.slice(0, 4)));
  if (known || word !== "" || status === "") return known;
  // Some servers leave the action out: the class of the status says it.
  return status.startsWith("5") ? "failed" : status.startsWith("4") ? "delayed" : "delivered";
}

/** Fields by lower-cased name, a map for each recipient: servers forget the empty line between two. */
function groupsOf(text: string): Map<string, string>[] {
  const groups: Map<string, string>[] = [new Map<string, string>()];
  for (const line of unfold(text).split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+)\s*:(.*)$/.exec(line) ?? [];
    const key = name?.toLowerCase() ?? "";
    const isRepeated = /^(final|original)-recipient$/.test(key) && groups.at(-1)!.has("final-recipient");
    const comesAfter = key === "original-recipient" && !groups.at(-1)!.has(key);
    if (line.trim() === "" || (isRepeated && !comesAfter)) groups.push(new Map());
    if (key && !groups.at(-1)!.has(key)) groups.at(-1)!.set(key, value!.trim());
  }
  return groups;
}

/** Header fields that run over several lines, each on one. */
export const unfold = (text: string): string => text.replaceAll(/\r?\n[ \t]+(?=\S)/g, " ");

function addressIn(field = ""): string {
  const address = /[^\s<>;,:"]+@[^\s<>;,:"]+/.exec(field)?.[0] ?? "";
  return address.toLowerCase();
}
