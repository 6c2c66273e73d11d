/** Status lists are as long as the standard asks for, so that one person's place in it says nothing (Bitstring Status List). */
export const STATUS_LIST_LENGTH = 131_072;

/**
 * What a status list tells: that an award was taken away, that it is not valid for now, or that a newer credential has taken
 * this one's place.
 */
export const STATUS_PURPOSES = ["revocation", "suspension", "refresh"] as const;
export type StatusPurpose = (typeof STATUS_PURPOSES)[number];

/** Where everything that a badge names has its stable public address. `origin` is the site's, without a slash at its end. */
export const badgeAddresses = (origin: string) => {
  const issuer = (providerId: string) => `${origin}/issuers/${providerId}`;
  const badge = (code: string) => `${origin}/badges/${code}`;
  return {
    /** did:web names a host and a path; the document stands under that path, as did.json. */
    did: (providerId: string) => `did:web:${encodeURIComponent(new URL(origin).host)}:issuers:${providerId}`,
    issuer,
    statusList: (providerId: string, purpose: StatusPurpose, list: number) =>
      `${issuer(providerId)}/status/${purpose}/${list}`,
    badge,
    badgeFile: (code: string, ending: "svg" | "png") => `${badge(code)}/badge.${ending}`,
    microcredential: (id: string) => `${origin}/microcredentials/${id}`,
    achievement: (id: string, version: number) => `${origin}/microcredentials/${id}/versions/${version}`,
    picture: (id: string, version: number, ending: "svg" | "png") =>
      `${origin}/microcredentials/${id}/versions/${version}/picture.${ending}`,
    awardPage: (code: string) => `${origin}/awards/${code}`,
  };
};

/** The code in a badge's own address; null when it is none of this site's. */
export function codeInAddress(address: string, origin: string): string | null {
  const start = badgeAddresses(origin).badge("");
  return address.startsWith(start) ? address.slice(start.length) : null;
}
