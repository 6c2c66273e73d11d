/**
 * Who may. "everybody" needs no account; "signed in" is anybody with one. "owner" is the educator whose row it is, "participant"
 * everybody with a place in the insider's training, "bearer" whoever holds the secret in the address or the form. The others are roles, each within its scope.
 */
export type Who =
  | "everybody"
  | "bearer"
  | "signed in"
  | "owner"
  | "participant"
  | "facilitator"
  | "coordinator"
  | "registrar"
  | "assessor"
  | "hr"
  | "admin";

export interface AccessRow {
  /** The file in app/routes, without its ending. */
  route: string;
  method: "GET" | "POST";
  /** Which of the page's forms; absent where it has one only. */
  intent?: string;
  who: readonly Who[];
  /** Which parent owns the row (P2), in words. */
  scope: string;
  /** An address of the page; `{claim.ready}` is the insider's claim of that name (see world.ts). */
  at: string;
  /** A form that the insider could send. Without one, the effect is for the tests of the command alone. */
  send?: Readonly<Record<string, string | readonly string[]>>;
  /** A file that the form holds besides. */
  sendFile?: { field: string; name: string; type: string; text: string };
  /** Whose document is posted as a file, `{document}`. */
  upload?: string;
  /** What those who may are answered: 200 for a page and 302 for a form, unless said. */
  answers?: number | readonly number[];
  /** What people are answered who are signed in and lack the role: 403 unless said. */
  others?: number;
  /** What somebody with the role is answered about another scope's row: 404 unless said. */
  foreign?: number;
  /** What an insider's answer must hold: the words by which a leak would be found. */
  shows?: readonly ("person" | "training" | "walk-in")[];
  /** The answer is a file that tells of the insider, though no search would find it in its bytes. */
  file?: true;
  /** For what the page names staff who need no place in the audit log for it, such as "taught by". */
  office?: string;
  /** What anybody may read here of anybody's: titles, places, instructors and staff of trainings; or what the secret opens. */
  open?: readonly ("trainings" | "person")[];
}

/** The row's place in the code, as it is named when it is missing. */
export const keyOf = ({ route, method, intent }: Pick<AccessRow, "route" | "method" | "intent">): string =>
  `${route} ${method}${intent === undefined ? "" : ` ${intent}`}`;
