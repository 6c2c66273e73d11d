import type { PortfolioRefusal } from "~/microcredentials/portfolios/refusal";
import { ok, type Outcome, refuse } from "~/platform/outcome";

/** A file of which not all pieces are there, or which was refused, as its author sees it. */
export interface PendingUpload {
  id: string;
  partKey: string;
  name: string;
  size: number;
  /** When its device changed it last. */
  changedAt: number;
  /** Bytes that are there. */
  arrived: number;
  refusal: PortfolioRefusal | null;
}

/** What is said of a file before its first piece is sent. */
export interface UploadSize {
  size: number;
  /** Bytes that a portfolio holds already, what is still arriving included. */
  held: number;
  limits: { file: number; portfolio: number };
}

/** Whether a file may begin to arrive. */
export function decideUpload({ size, held, limits }: UploadSize): Outcome<null, PortfolioRefusal> {
  if (size <= 0) return refuse("no-file");
  if (size > limits.file) return refuse("evidence-too-large");
  return held + size > limits.portfolio ? refuse("portfolio-full") : ok(null);
}

/** Whether a file that somebody chose is the one of which pieces are there: by its name, its size and when it was changed. */
export const isSameFile = (
  { name, size, changedAt }: Pick<PendingUpload, "name" | "size" | "changedAt">,
  file: { name: string; size: number; lastModified: number },
): boolean => name === file.name && size === file.size && changedAt === file.lastModified;

/** How much of a file is there, in per cent; 100 only for all of it. */
export const percentOf = (arrived: number, size: number): number =>
  size > 0 ? Math.min(arrived >= size ? 100 : 99, Math.floor((arrived / size) * 100)) : 0;
