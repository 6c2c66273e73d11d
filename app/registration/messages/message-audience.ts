import { STATUS_LABELS } from "~/registration/seats/registration-words";
import type { RegistrationStatus } from "~/registration/seats/status";

/** By what the people are chosen whom a message to an offering's people goes to. */
export const MESSAGE_AUDIENCES = ["status", "not-claimed", "not-evaluated", "not-paid", "district", "chosen"] as const;
export type MessageAudience = (typeof MESSAGE_AUDIENCES)[number];

/** Each of them as a choice. */
export const AUDIENCE_LABELS: Record<MessageAudience, string> = {
  status: "By the status of their registration",
  "not-claimed": "Who has not claimed yet",
  "not-evaluated": "Who has claimed and not evaluated yet",
  "not-paid": "Who has claimed and not paid yet",
  district: "By where they worked on the first day",
  chosen: "People whom you choose",
};

/** To whom a message went, in few words: "registered, attended", "has not claimed", "Kent School District". */
export function audienceInWords(
  audience: MessageAudience,
  { statuses, districts }: { statuses: readonly RegistrationStatus[]; districts: readonly string[] },
): string {
  switch (audience) {
    case "status":
      return statuses.map((status) => STATUS_LABELS[status].toLowerCase()).join(", ");
    case "not-claimed":
      return "had not claimed";
    case "not-evaluated":
      return "had not evaluated";
    case "not-paid":
      return "had not paid";
    case "district":
      return districts.join(", ");
    case "chosen":
      return "chosen one by one";
  }
}
