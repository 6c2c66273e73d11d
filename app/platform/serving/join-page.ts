/** Whether an address is that of a page whose form leads to an online meeting, on whatever site that is. */
export const isJoinPage = (url: string | undefined): boolean => /^\/join\/[^/]/.test(url ?? "");
