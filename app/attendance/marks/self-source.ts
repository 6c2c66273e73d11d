import type { MarkMethod } from "./mark-kind";

/** What a self check-in says of itself that was made by joining online from the session's join page. */
export const JOINED_ONLINE = "joined online from the join page";

/** Whether a mark was made by joining online. */
export const isJoinedOnline = ({ method, reason }: { method: MarkMethod; reason: string | null }): boolean =>
  method === "self" && reason === JOINED_ONLINE;
