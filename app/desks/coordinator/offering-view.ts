/** The views of a coordinator's page of an offering. */
export const OFFERING_VIEWS = ["overview", "edit"] as const;
export type OfferingView = (typeof OFFERING_VIEWS)[number];

/** The view that an address asks for. */
export function viewOf(url: string): OfferingView {
  const asked = new URL(url).searchParams.get("view");
  return OFFERING_VIEWS.find((view) => view === asked) ?? "overview";
}
