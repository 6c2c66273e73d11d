/** What an operator can say of encryption in the address of the mail server. */
const SAID = ["requireTLS", "ignoreTLS", "opportunisticTLS"];

/**
 * The address of the mail server under which no password travels in the clear: with one, STARTTLS is demanded unless the
 * address says otherwise.
 */
export function withSafePassword(address: string): string {
  const url = new URL(address);
  if (url.protocol !== "smtp:" || url.password === "" || SAID.some((name) => url.searchParams.has(name)))
    return address;
  url.searchParams.set("requireTLS", "true");
  return url.href;
}
