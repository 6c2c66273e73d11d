import { signDueBadges } from "~/microcredentials/badges/sign-badges.server";
import { getDatabase } from "~/platform/database/database.server";
import { systemContext } from "../context";

// A process of its own that signs badges until none is left, beside others that do the same.

const db = getDatabase();
await signDueBadges(systemContext(db));
db.$client.close();
