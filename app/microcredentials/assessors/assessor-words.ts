/** All that a provider has or will have, as what somebody judges. */
export const allInWords = (provider: string): string => `All micro-credentials of ${provider}`;
