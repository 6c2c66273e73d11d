/** What a waiting worker is told so that it takes over from the one before. */
export const TAKE_OVER = "take-over";
