import { Hidden } from "~/ui/fields/form";

/** What a mark carries unseen: its nonce, and the device with its time, which `stampForm` fills in as it is sent. */
export function DeviceStamp({ nonce }: { nonce?: string }) {
  return (
    <>
      {nonce ? <Hidden name="nonce" value={nonce} /> : null}
      <input type="hidden" name="deviceTime" defaultValue="" />
      <input type="hidden" name="device" defaultValue="" />
    </>
  );
}

/** Why attendance is corrected after it was confirmed (T1). */
export function ReasonField({ hint }: { hint?: string }) {
  return (
    <label className="grid max-w-md gap-1 font-semibold">
      Why you correct it
      {hint ? <span className="text-[0.9375rem] font-normal text-soft">{hint}</span> : null}
      <input name="reason" required minLength={3} maxLength={300} autoComplete="off" className="input" />
    </label>
  );
}
