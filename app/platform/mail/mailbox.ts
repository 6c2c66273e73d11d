/** An address with the name of whoever reads what arrives there. */
export interface Mailbox {
  name: string | null;
  address: string;
}
