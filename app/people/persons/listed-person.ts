import type { AccountState } from "~/people/accounts/account-state";
import type { GrantRole } from "~/people/roles/role";

/** A person as administrators' list shows them. */
export interface ListedPerson {
  id: string;
  name: string;
  email: string | null;
  account: AccountState;
  /** Organizations where the person works now. */
  places: string[];
  roles: GrantRole[];
}
