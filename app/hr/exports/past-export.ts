/** S4: an export that was made. */
export interface PastExport {
  id: string;
  madeAt: number;
  madeBy: string;
  from: string | null;
  to: string | null;
  onlyNew: boolean;
  rows: number;
  fileHash: string;
}
