import type { RefusalMeaning } from "~/platform/mail/refusal-judge";

interface Example {
  name: string;
  subject: string;
  text: string;
  /** What `X-Failed-Recipients` says. */
  named?: string[];
  address: string;
  action?: "failed" | "delayed" | "delivered";
  meaning?: RefusalMeaning;
}

const BO = "bo@district.example";
const HEADER = [
  "Return-Path: <no-reply@hourbook.example>",
  "Received: from hourbook.example by mx.example; Mon, 5 Oct 2026 09:00:00 -0700",
  "From: Hourbook <no-reply@hourbook.example>",
  `To: ${BO}`,
  "Message-ID: <0190a5e2-7a1f-7000-8000-000000000001@hourbook.example>",
  "",
  "You have a seat.",
];

const report = (
  name: string,
  subject: string,
  lines: string[],
  rest: Omit<Partial<Example>, "text"> = {},
): Example => ({
  name,
  subject,
  text: [...lines, ...HEADER].join("\n"),
  address: BO,
  ...rest,
});

const EXIM = [
  "This message was created automatically by mail delivery software.",
  "",
  "A message that you sent could not be delivered to one or more of its",
  "recipients. This is a permanent error. The following address(es) failed:",
  "",
  `  ${BO}`,
];
const QMAIL = [
  "Hi. This is the qmail-send program at mx.example.",
  "I'm afraid I wasn't able to deliver your message to the following addresses.",
  "This is a permanent error; I've given up. Sorry it didn't work out.",
  "",
];
const GMAIL = ["Delivery to the following recipient failed permanently:", "", `     ${BO}`, ""];

/** Reports in words alone, as the programs of the field write them. */
export const PLAIN_REPORTS: Example[] = [
  report(
    "Exim, unknown user",
    "Mail delivery failed: returning message to sender",
    [
      ...EXIM,
      "    SMTP error from remote mail server after RCPT TO:<bo@district.example>:",
      "    host mx.district.example [203.0.113.9]: 550 5.1.1 <bo@district.example>:",
      "    Recipient address rejected: User unknown in local recipient table",
      "",
      "------ This is a copy of the message, including all the headers. ------",
      "",
    ],
    { named: [BO], meaning: "nobody" },
  ),
  report(
    "Exim, unrouteable",
    "Mail delivery failed: returning message to sender",
    [
      ...EXIM,
      "    Unrouteable address",
      "",
      "------ This is a copy of the message, including all the headers. ------",
      "",
    ],
    { meaning: "nobody" },
  ),
  report(
    "Exim, refused for our sake",
    "Mail delivery failed: returning message to sender",
    [
      ...EXIM,
      "    SMTP error from remote mail server after MAIL FROM:<no-reply@hourbook.example>:",
      "    host mx.district.example [203.0.113.9]: 550 5.1.1 no such user here",
      "",
      "------ This is a copy of your message, including all the headers. ------",
      "",
    ],
    { named: [BO] },
  ),
  report(
    "Exim, late",
    "Warning: message 1kPabc-0001 delayed 24 hours",
    [
      "This message was created automatically by mail delivery software.",
      "A message that you sent has not yet been delivered to one or more of its",
      "recipients after more than 24 hours on the queue on mx.example.",
      "",
      "The address to which the message has not yet been delivered is:",
      "",
      `  ${BO}`,
      "    Delay reason: SMTP timeout",
      "",
      "No action is required on your part. Delivery attempts will continue for",
      "some time, and this warning may be repeated at intervals.",
      "",
    ],
    { action: "delayed" },
  ),
  report(
    "qmail, unknown user",
    "failure notice",
    [
      ...QMAIL,
      `<${BO}>:`,
      "203.0.113.9 does not like recipient.",
      "Remote host said: 550 5.1.1 <bo@district.example>: Recipient address rejected: User unknown",
      "Giving up on 203.0.113.9.",
      "",
      "--- Below this line is a copy of the message.",
      "",
    ],
    { meaning: "nobody" },
  ),
  report(
    "qmail, no mailbox",
    "failure notice",
    [
      ...QMAIL,
      `<${BO}>:`,
      "Sorry, no mailbox here by that name. (#5.1.1)",
      "",
      "--- Below this line is a copy of the message.",
      "",
    ],
    { meaning: "nobody" },
  ),
  report(
    "qmail, no answer for days",
    "failure notice",
    [
      ...QMAIL,
      `<${BO}>:`,
      "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)",
      "I'm not going to try again; this message has been in the queue too long.",
      "",
      "--- Below this line is a copy of the message.",
      "",
    ],
    { meaning: "unclear" },
  ),
  report(
    "Gmail as it was, unknown user",
    "Delivery Status Notification (Failure)",
    [
      ...GMAIL,
      "Google tried to deliver your message, but it was rejected by the server for the recipient domain",
      "district.example by mx.district.example. [203.0.113.9].",
      "",
      "The error that the other server returned was:",
      "550 550 5.1.1 <bo@district.example>: Recipient address rejected: User unknown (state 14).",
      "",
      "----- Original message -----",
      "",
    ],
    { meaning: "nobody" },
  ),
  report(
    "Gmail as it was, spam",
    "Delivery Status Notification (Failure)",
    [
      ...GMAIL,
      "The error that the other server returned was:",
      "554 5.7.1 Message is spam",
      "",
      "----- Original message -----",
      "",
    ],
    { meaning: "about-us" },
  ),
  report(
    "sendmail before there were parts",
    "Returned mail: see transcript for details",
    [
      "The original message was received at Mon, 5 Oct 2026 09:00:00 -0700",
      "from localhost [127.0.0.1]",
      "",
      "   ----- The following addresses had permanent fatal errors -----",
      `<${BO}>`,
      "    (reason: 550 5.1.1 <bo@district.example>... User unknown)",
      "",
      "   ----- Transcript of session follows -----",
      "... while talking to mx.district.example.:",
      ">>> RCPT To:<bo@district.example>",
      "<<< 550 5.1.1 <bo@district.example>... User unknown",
      "",
      "   ----- Original message follows -----",
      "",
    ],
    { meaning: "nobody" },
  ),
  report(
    "sendmail, late",
    "Warning: could not send message for past 4 hours",
    ["    **      THIS IS A WARNING MESSAGE ONLY      **", "", `<${BO}>`, "    (reason: 451 4.3.0 try later)", ""],
    { action: "delayed" },
  ),
  report(
    "Yahoo as it was",
    "Failure Notice",
    [
      "Sorry, we were unable to deliver your message to the following address.",
      "",
      `<${BO}>:`,
      "This user doesn't have a yahoo.com account (bo@district.example) [-14]",
      "",
      "--- Below this line is a copy of the message.",
      "",
    ],
    { meaning: "nobody" },
  ),
  report(
    "Exchange 2003 in words",
    "Undeliverable: You have a seat",
    [
      "Your message did not reach some or all of the intended recipients.",
      "",
      "The following recipient(s) could not be reached:",
      "",
      `      ${BO} on 10/5/2026 9:00 AM`,
      "            The e-mail account does not exist at the organization this message was sent to.",
      "            <mx.district.example #5.1.1>",
      "",
    ],
    { meaning: "nobody" },
  ),
  report("taken", "Delivery report", ["Your message was successfully delivered to:", "", `  ${BO}`, ""], {
    action: "delivered",
  }),
];
