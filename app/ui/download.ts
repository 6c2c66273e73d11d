import { useReadAgain } from "./use-refresh";

/** How long the server has to make a file before the page looks again. */
const PAUSE_MS = 1_500;

/**
 * For a form with `reloadDocument` whose answer is a file: the browser saves it and stays on the page, which then
 * catches up with what was made. Give it to the form's `onSubmit`.
 */
export function useRefreshAfterDownload(): () => void {
  const readAgain = useReadAgain();
  return () => void setTimeout(readAgain, PAUSE_MS);
}
