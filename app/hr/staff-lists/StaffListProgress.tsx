import { Notice } from "~/ui/frame/Page";
import { Progress } from "~/ui/Progress";
import { Status } from "~/ui/Status";
import { StopStaffList, UndoStaffList } from "./StaffListActions";
import {
  type FateCounts,
  isWorkedOn,
  STAFF_LIST_TONES,
  STAFF_LIST_WORDS,
  type StaffListState,
} from "./staff-list-state";
import { countsInWords } from "./staff-words";

interface StaffListProgressProps {
  list: { state: StaffListState; counts: FateCounts | null; answer: string | null; total: number; done: number };
  /** Until when it can be undone, in words; null where it cannot. */
  undoUntil: string | null;
}

/** Where a list stands: how it would turn out, how far it has come, how it ended, and whether it can be undone. */
export function StaffListProgress({ list, undoUntil }: StaffListProgressProps) {
  const { state, counts, answer, total, done } = list;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <Status tone={STAFF_LIST_TONES[state]}>{STAFF_LIST_WORDS[state]}</Status>
        {counts ? <span className="text-soft">{countsInWords(counts)}</span> : null}
      </div>
      {state === "planning" ? (
        <Notice tone="info" title="The list is being read. This page shows it in a moment." />
      ) : isWorkedOn(state) ? (
        <Progress label={STAFF_LIST_WORDS[state]} value={state === "applying" ? done : total - done} max={total} />
      ) : null}
      <div className="empty:hidden">{state === "applying" ? <StopStaffList /> : null}</div>
      {answer && !isWorkedOn(state) ? <Notice tone={STAFF_LIST_TONES[state]} title={answer} /> : null}
      <div className="empty:hidden">
        {undoUntil === null ? null : <UndoStaffList total={total} until={undoUntil} />}
      </div>
    </>
  );
}
