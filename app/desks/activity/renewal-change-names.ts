/** What each change is, for people: the renewal of certificates. */
export const RENEWAL_CHANGE_NAMES: readonly [string, string][] = [
  ["educator-certificate.entered", "What a certificate says entered"],
  ["educator-certificate.changed", "What a certificate says changed"],
  ["educator-certificate.removed", "Certificate that was entered taken off"],
  ["qualifications.changed", "Endorsements or National Board changed"],
  ["outside-hours.entered", "Hours from elsewhere entered"],
  ["outside-hours.changed", "Hours from elsewhere changed"],
  ["outside-hours.file-removed", "Evidence of hours from elsewhere removed"],
  ["outside-hours.removed", "Hours from elsewhere taken out"],
  ["outside-hours.sent", "Hours from elsewhere sent to the registrar"],
  ["outside-hours.called-back", "Hours from elsewhere called back"],
  ["outside-hours.accepted", "Hours from elsewhere accepted"],
  ["outside-hours.returned", "Hours from elsewhere returned"],
  ["outside-hours.taken-back", "Hours from elsewhere no longer accepted"],
];
