/** The views of a person's page; which one is open stands in the address. */
export const PERSON_VIEWS = ["overview", "courses", "hours", "papers", "mails", "roles", "activity"] as const;
export type PersonView = (typeof PERSON_VIEWS)[number];

/** With the value "all", a parameter of this name makes the page show more of that list than its newest rows. */
export const PERSON_LISTS = {
  registrations: "registrations",
  attendance: "attendance",
  claims: "claims",
  credits: "credits",
  documents: "documents",
  invoices: "invoices",
  mails: "mails",
  activity: "activity",
  messages: "written",
} as const;
export type PersonList = keyof typeof PERSON_LISTS;

/** Which parts of a person's page somebody's scope reaches; null where it does not. */
interface Reached {
  claims: object | null;
  credits: object | null;
  documents: object | null;
  mails: object | null;
  administration: object | null;
}

/** The views that a reader has, in their order. */
export function viewsFor({ claims, credits, documents, mails, administration }: Reached): PersonView[] {
  const isThere: Record<PersonView, boolean> = {
    overview: true,
    courses: true,
    hours: claims !== null || credits !== null,
    papers: documents !== null,
    mails: mails !== null,
    roles: administration !== null,
    activity: true,
  };
  return PERSON_VIEWS.filter((view) => isThere[view]);
}

/** The view that an address asks for; the first one where it asks for none that there is. */
export function personViewAt(url: string): PersonView {
  const wanted = new URL(url).searchParams.get("view");
  return PERSON_VIEWS.find((view) => view === wanted) ?? "overview";
}

/** The address of a view of somebody's page. */
export function addressOfView(personId: string, view: PersonView): string {
  return view === "overview" ? `/people/${personId}` : `/people/${personId}?view=${view}`;
}
