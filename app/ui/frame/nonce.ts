import { createContext, useContext } from "react";

/** The nonce that lets this page's own scripts run under the content security policy; set on the server only. */
export const NonceContext = createContext<string | undefined>(undefined);

/** The page's nonce. */
export const useNonce = (): string | undefined => useContext(NonceContext);
