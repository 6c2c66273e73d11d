/**
 * Through which of their roles somebody sees a person (P2): each list names what connects the two. Each part of the page
 * has its own scope; somebody with several roles sees the union.
 */
export interface PersonScope {
  /** Administrators see everything of everybody. */
  everything: boolean;
  /** Providers whose registrar the actor is, and with which the person has registrations, claims or awards. */
  registrarOf: readonly string[];
  /** The same for providers whose coordinator the actor is. */
  coordinatorOf: readonly string[];
  /** Offerings that the actor facilitates, and on whose roster the person stands. */
  facilitated: readonly string[];
  /** Organizations whose HR the actor is, and which have confirmed that the person works or worked there (S1). */
  hrOf: readonly string[];
  /** Providers that the actor coordinates, whether the person has anything there or not. */
  coordinates: readonly string[];
}

/** What somebody may do with a person's record. */
export interface PersonRights {
  /** Their legal name and certificate number. */
  correct: boolean;
  /** The address of a record without an account; invitations, links to a new password; notes, messages, address faults. */
  reach: boolean;
  /** Put them on the list of an offering. */
  register: boolean;
  /** Roles, workplaces, another address for an account, locking and closing it. */
  administer: boolean;
}

/** The providers of which the actor sees registrations, claims, credits, invoices and documents of the person. */
export function providersIn({ registrarOf, coordinatorOf }: Pick<PersonScope, "registrarOf" | "coordinatorOf">) {
  return [...new Set([...registrarOf, ...coordinatorOf])];
}

/**
 * For whose staff the actor writes something about the person: the provider that they chose, or their only one; null for
 * administrators alone. Undefined when they chose one that is not theirs, or none of several.
 */
export function providerFor(scope: PersonScope, wanted: string | undefined): string | null | undefined {
  const mine = providersIn(scope);
  if (wanted) return mine.find((id) => id === wanted);
  if (scope.everything) return null;
  return mine.length === 1 ? mine[0] : undefined;
}

/** Whether the actor has anything to do with the person at all. Without it the person does not exist for them. */
export function isInScope(scope: PersonScope): boolean {
  return scope.everything || scope.hrOf.length > 0 || !isHrAlone(scope);
}

/** Whether HR is the only role through which the actor sees the person: HR has a page of its own. */
export function isHrAlone(scope: PersonScope): boolean {
  return !scope.everything && providersIn(scope).length === 0 && scope.facilitated.length === 0;
}

/** What the actor may do with a person in their scope. Facilitators and HR only look here. */
export function rightsIn(scope: PersonScope): PersonRights {
  const reach = scope.everything || providersIn(scope).length > 0;
  return {
    correct: scope.everything || scope.registrarOf.length > 0,
    reach,
    register: reach && scope.coordinates.length > 0,
    administer: scope.everything,
  };
}
