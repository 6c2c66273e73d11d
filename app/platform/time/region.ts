/** The region's own time zone. It stands apart from all arithmetic, so that a page that only names it loads none. */
export const REGION_TIME_ZONE = "America/Los_Angeles";
