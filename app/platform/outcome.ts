/** What a command returns: a value, or a refusal with one of a closed set of reasons and the figures that explain it. */
export type Outcome<Value, Reason extends string> = { ok: true; value: Value } | Refusal<Reason>;

export interface Refusal<Reason extends string> {
  ok: false;
  reason: Reason;
  detail: Readonly<Record<string, string | number>>;
}

/** The command did what was asked. */
export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

/** The command changed nothing, for this reason. */
export function refuse<Reason extends string>(
  reason: Reason,
  detail: Readonly<Record<string, string | number>> = {},
): Refusal<Reason> {
  return { ok: false, reason, detail };
}

/** The same outcome with something else made of its value, such as what to say of it. */
export function withValue<Value, Other, Reason extends string>(
  outcome: Outcome<Value, Reason>,
  make: (value: Value) => Other,
): Outcome<Other, Reason> {
  return outcome.ok ? ok(make(outcome.value)) : outcome;
}
