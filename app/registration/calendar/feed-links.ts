/** How calendar programs are given a feed. */
export interface FeedLinks {
  /** Opens the device's own calendar program. */
  webcal: string;
  google: string;
  outlook: string;
}

/** The addresses by which calendar programs subscribe to a feed's. */
export function feedLinks(address: string): FeedLinks {
  const webcal = address.replace(/^https?:/, "webcal:");
  const outlook = new URLSearchParams({ url: address, name: "Hourbook" });
  return {
    webcal,
    google: `https://calendar.google.com/calendar/r?${new URLSearchParams({ cid: webcal })}`,
    outlook: `https://outlook.office.com/calendar/0/addfromweb?${outlook}`,
  };
}
