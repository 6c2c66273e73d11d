import { Img, Section, Text } from "@react-email/components";
import { theme } from "./theme";

export interface Pass {
  /** Whose picture is attached when the message is sent. */
  registrationId: string;
  /** What can be said or typed instead of the picture: "K7QM-2RXA". */
  code: string;
}

/** The pass with which people check in at the door: a QR code, and the same in letters. Nothing for online sessions alone, or where there is none. */
export function CheckInPass({ pass }: { pass: Pass | null }) {
  if (!pass) return null;
  return (
    <Section style={{ margin: "0 0 20px" }}>
      <Text className="ink" style={{ ...line, margin: "0 0 10px" }}>
        <strong>Your check-in pass</strong>
      </Text>
      <Img
        src="cid:check-in-pass"
        width={212}
        height={212}
        alt={`QR code of your check-in pass. Its short code is ${pass.code}.`}
        style={{ display: "block", backgroundColor: "#ffffff", color: "#111111", borderRadius: "8px" }}
      />
      <Text className="ink" style={{ ...line, margin: "10px 0 0" }}>
        Show it at the door, on this screen or printed. Or say its short code: <strong>{pass.code}</strong>
      </Text>
    </Section>
  );
}

const line = { fontSize: "16px", lineHeight: "24px", color: theme.ink };

/** What a preview shows of it. */
export const PASS_EXAMPLE: Pass = { registrationId: "0198c0de-7000-7abc-8def-0123456789ab", code: "4D2P-F2DB" };
