import type { CreditEventType } from "~/hr/api/credit-event";

/** What happened to one district since it was told last. */
export interface Happened {
  districtCode: string | null;
  type: CreditEventType;
  count: number;
  /** The numbers of the last event before and the last of them. */
  since: number;
  upTo: number;
}

/** What kind of message an event is. */
export const messageTypeOf = (type: CreditEventType): string => `credits.${type}`;

/** A message's kind that HR sends to try an endpoint. */
export const PING = "ping";

/**
 * The body of a message: that there is something to fetch, and from where on, and nothing about anybody.
 * @param at epoch milliseconds
 */
export const bodyOf = ({ districtCode, type, count, since, upTo }: Happened, at: number): string =>
  JSON.stringify({
    type: messageTypeOf(type),
    timestamp: new Date(at).toISOString(),
    data: { districtCode, count, since: String(since), cursor: String(upTo) },
  });

/** The body of a message that tries an endpoint. */
export const pingBody = (districtCode: string | null, at: number): string =>
  JSON.stringify({ type: PING, timestamp: new Date(at).toISOString(), data: { districtCode } });
