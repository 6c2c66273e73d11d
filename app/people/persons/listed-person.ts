import type { GrantRole } from "~/people/roles/role";

/** A person as administrators' list shows them. */
export interface ListedPerson {
  id: string;
  name: string;
  email: string | null;
  /** None, waiting for the address to be proved, or able to sign in. */
  account: "none" | "unproved" | "ready";
  /** Organizations where the person works now. */
  places: string[];
  roles: GrantRole[];
}
