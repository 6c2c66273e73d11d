import { createContext } from "react";

/** Where the recipient chooses which messages to get; null for a message that always arrives. */
export const PreferencesUrl = createContext<string | null>(null);
