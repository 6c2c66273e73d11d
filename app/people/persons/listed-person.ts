import type { AccountState } from "~/people/accounts/account-state";
import type { GrantRole } from "~/people/roles/role";

/** A person as administrators' list shows them. */
export interface ListedPerson {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  certificateNumber: string | null;
  certificateExpiresOn: string | null;
  createdAt: number;
  account: AccountState;
  /** Organizations where the person works now. */
  places: string[];
  roles: GrantRole[];
}
