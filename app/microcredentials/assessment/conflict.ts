import type { OrganisationKind, RoleKind } from "~/people/roles/role";

/** Where somebody works on a day, as far as a conflict of interest can follow from it. */
export interface Workplace {
  organisationId: string;
  organisation: string;
  kind: OrganisationKind;
  building: string | null;
  roleKind: RoleKind;
  isConfirmed: boolean;
}

/** What may be a conflict of interest, whatever either of the two says. */
export type Conflict =
  | { kind: "same-place"; place: string }
  /** The assessor leads where the author works. */
  | { kind: "leads"; place: string }
  /** The author leads where the assessor works. */
  | { kind: "is-led"; place: string };

/** Kinds of organisations that are one building: there, a building need not be named. */
const ONE_BUILDING: readonly OrganisationKind[] = ["esd", "charter", "compact", "partner"];

/**
 * Possible conflicts between an assessor and an author (M1), by where both work on a day. A place shared needs only the word of
 * the two; that somebody leads a district or a building counts once it is confirmed. A building that nobody named may be any.
 */
export function findConflicts(assessor: readonly Workplace[], author: readonly Workplace[]): Conflict[] {
  return assessor.flatMap((mine) =>
    author
      .filter(({ organisationId }) => organisationId === mine.organisationId)
      .flatMap((theirs): Conflict[] => {
        const place = placeOf(theirs.building ? theirs : mine);
        if (leads(mine, theirs)) return [{ kind: "leads", place }];
        if (leads(theirs, mine)) return [{ kind: "is-led", place }];
        return isSamePlace(mine, theirs) ? [{ kind: "same-place", place }] : [];
      }),
  );
}

const leads = (one: Workplace, other: Workplace): boolean =>
  one.isConfirmed &&
  one.roleKind === "administrator" &&
  (one.building === null || other.building === null || nameOf(one.building) === nameOf(other.building));

function isSamePlace(one: Workplace, other: Workplace): boolean {
  if (ONE_BUILDING.includes(one.kind)) return true;
  return one.building !== null && other.building !== null && nameOf(one.building) === nameOf(other.building);
}

const nameOf = (building: string): string => building.trim().toLowerCase().replace(/\s+/g, " ");

const placeOf = ({ building, organisation }: Workplace): string =>
  building ? `${building.trim()}, ${organisation}` : organisation;

/** A possible conflict in words, for the assessor. */
export function wordsOfConflict({ kind, place }: Conflict): string {
  if (kind === "same-place") return `You both work at ${place}.`;
  return kind === "leads" ? `You lead ${place}, where its author works.` : `Its author leads ${place}, where you work.`;
}
