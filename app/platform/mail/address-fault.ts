/** How Hourbook learned that an address does not work: a delivery report, a service that posts them, or the mail server. */
export const FAULT_SOURCES = ["report", "service", "mail-server"] as const;
export type FaultSource = (typeof FAULT_SOURCES)[number];
