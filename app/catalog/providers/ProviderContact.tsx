import { type Contact, hasContact } from "./contact";

/** Whom people ask about a provider's offerings, hours and fees; nothing where nobody is named. */
export function ProviderContact({ contact }: { contact: Contact }) {
  const { contactName, contactEmail, contactPhone } = contact;
  if (!hasContact(contact)) return null;
  return (
    <span className="flex flex-wrap items-baseline gap-x-3 wrap-anywhere">
      {contactName ? <span>{contactName}</span> : null}
      {contactEmail ? (
        <a href={`mailto:${contactEmail}`} className="link pointer-coarse:py-2.5">
          {contactEmail}
        </a>
      ) : null}
      {contactPhone ? (
        <a href={`tel:${contactPhone.replaceAll(/[^+\d]/g, "")}`} className="link pointer-coarse:py-2.5">
          {contactPhone}
        </a>
      ) : null}
    </span>
  );
}
