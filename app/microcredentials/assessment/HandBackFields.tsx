import { HAND_BACK_LABELS, HAND_BACK_REASONS, isLasting } from "./hand-back";

/** Why something is handed back; plain inputs, for a dialog that works before scripts run. */
export function HandBackFields() {
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="font-semibold">Why</legend>
        {HAND_BACK_REASONS.map((reason) => (
          <label key={reason} className="flex items-start gap-2 pointer-coarse:py-2">
            <input type="radio" name="reason" value={reason} required className="mt-1 size-5 shrink-0" />
            <span>
              {HAND_BACK_LABELS[reason]}
              {isLasting(reason) ? <span className="text-soft"> – you do not get it again</span> : null}
            </span>
          </label>
        ))}
      </fieldset>
      <label className="grid gap-1 font-semibold">
        In your words (optional)
        <input type="text" name="words" maxLength={300} className="input" />
      </label>
    </>
  );
}
