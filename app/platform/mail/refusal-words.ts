/** What of ours a refusal is about. */
export const REFUSAL_TOPICS = [
  "relay",
  "sender",
  "authentication",
  "reputation",
  "content",
  "size",
  "rate",
  "encryption",
  "policy",
] as const;
export type RefusalTopic = (typeof REFUSAL_TOPICS)[number];

/** Each topic in words for administrators, to be read after "Mail is refused:". */
export const TOPIC_WORDS: Record<RefusalTopic, string> = {
  relay: "our own mail server will not pass it on",
  sender: "the address or the domain that it comes from is not taken",
  authentication: "SPF, DKIM or DMARC of our domain fails",
  reputation: "our server or domain stands on a block list",
  content: "it is taken for spam or holds what is not allowed",
  size: "it is too large",
  rate: "it comes too fast",
  encryption: "the other server asks for TLS",
  policy: "the other server's rules forbid it",
};

/** Names by which the big block lists and makers of reputations are known, wherever they stand in an answer. */
export const BLOCK_LISTS =
  /spamhaus|spamcop|sorbs\.net|barracudacentral|uceprotect|abuseat|surbl|uribl|mailspike|psbl\.|invaluement|senderscore|senderbase|ipcheck\.proofpoint|csi\.cloudmark|csi\.mimecast|dnsbl|\brbl\b/;

/** Words that speak of us, whatever else is said: first because senders, too, are called unknown and not found. */
export const CLEARLY_ABOUT_US: readonly (readonly [RefusalTopic, RegExp])[] = [
  [
    "relay",
    /(unable|not (allowed|permitted|authori[sz]ed|able)|cannot|can't|(do|does|will)(n't| not)) (to )?relay|relay(ing)?( access| mail)?( is| was)? (denied|not (permitted|allowed)|prohibited|refused|disallowed|rejected)|(without|not|no) relay|rcpthosts|authentication (is )?required|must (first )?(be )?authenticated?|authenticate first|not (hosted|handled) here|\bx-unix; 77\b/,
  ],
  [
    "authentication",
    /\bspf\b|\bdkim\b|\bdmarc\b|sender policy framework|unauthenticated|authentication (check|result|information|failed|failure)|(pass|fail(ed|s)?|meet) .{0,30}authentication/,
  ],
  [
    "encryption",
    /(issue|use|support|require[sd]?|demand\w*|needs?) .{0,12}(start)?tls|tls .{0,20}(required|mandatory|negotiat|handshake|fail)|encryption (is )?(required|needed|mandatory)/,
  ],
  [
    "content",
    /\bspam|\bspm\b|\bjunk\b|virus|malware|phish|trojan|unsolicited|content.{0,20}(reject|filter|restrict|block|not accept)|(bad|banned|illegal|prohibited|forbidden|blocked|dangerous) .{0,12}(attachment|content|file|extension)|attachment.{0,30}(type|not (allowed|permitted|accepted)|blocked|banned)|invalid header|blacklisted url|suspicious|complaints?\b/,
  ],
  [
    "reputation",
    /block ?-?list|black ?-?list|deny ?-?list|\b(black|block)hole|blocked (using|by|due|for|because|from|at|-)|banned|reputation|is listed (in|on|at|by)|\byour (ip|server|host|network|isp|mail server|email server|mta|sending)\b|client host (rejected|blocked|\[)|(sending|source|connecting) (ip|host|server|mta)|dynamic\/|open (relay|proxy)|\btss\d\d|\[s31[45]0|\(s31[45]0|unsolicitedip/,
  ],
  [
    "sender",
    /sender('s)? .{0,40}(reject|refuse|denied|not (found|exist|allowed|valid|accept|permitted|authori)|does(n't| not)|invalid|unknown|block|verif|domain|address|id\b)|(reject|refus|invalid|unknown|bad|forged|fake|unverified|blocked|verify|verification for|restricted) .{0,12}sender|sending from|(return|reply|originat\w+) address|originator|\byour (e-?mail )?(address|domain|account)\b|domain of sender|envelope.?(sender|from)|badmailfrom|\bmail from\b|return.?path|reverse.?dns|\bptr\b|\brdns\b|reverse (lookup|hostname|address)|\b(helo|ehlo)\b|\bfrom:? (address|header|domain)|absender|exp[ée]diteur|remitente|mittente|送信元|verification failed for/,
  ],
  [
    "rate",
    /gr[ea]y.?list|rate.?limit|throttl|(too (many|fast|much)|excessive) .{0,20}(message|mail|e-mail|connection|recipient|error|concurrent|bad|session|request|for|email)|at a rate|(hourly|daily|sending|message|connection|per.hour|per.day) (limit|rate|quota)|limit(s)? (exceeded|reached)? ?(per|for) (hour|day|minute)|slow(ing)? down|address verification in progress|frequency/,
  ],
  [
    "policy",
    /polic(y|ies)\b|administrative(ly)? prohibit|administrative prohibition|transport\.rules|senderNotAuthenticated|allowed.?senders|not (allowed|permitted|authori[sz]ed) to (send|mail|post|submit)|only accepts? (mail|messages|e-?mail)|restricted|approved senders|rejected by .{0,30}rule|local policy|richtlinie|politique|recipient.{0,3}preference|(guest|allow|white) ?-?list/i,
  ],
];

/** Words that only speak of us where nothing is said of the recipient. */
export const PERHAPS_ABOUT_US: readonly (readonly [RefusalTopic, RegExp])[] = [
  [
    "size",
    /(message|mail|e-?mail|size|length|data).{0,40}(too (large|big|long)|exceed|larger|limit)|size limit|too large|zu gro(ß|ss)|trop (gros|volumineux)|demasiado grande/,
  ],
  ["rate", /try (again )?later|try again|temporar(y|ily)|deferred|too busy|come back later|system busy/],
  [
    "content",
    /(message|mail|transaction|data|content)( was| has been| is|s)? (content )?(rejected|refused|blocked|not accepted|filtered|discarded)/,
  ],
  ["reputation", /access denied|blocked|\bdenied\b|service refused|connection refused by policy|not welcome|go away/],
];

/** The mailbox takes nothing now, and takes mail again once its owner has made room. */
export const FULL =
  /(mailbox|inbox|mail ?box|maildir|mbox|account|postfach|mail ?drop|recipient|user)('s)?.{0,50}(\bfull\b|over.{0,12}quota|quota|out of (storage|space)|too (full|large)|size limit|storage|exceed)|over.?quota|quota.{0,20}(exceed|full|limit|reach|violation|used|over)|exceed\w* .{0,30}(quota|storage)|mail(box)? ?full|insufficient.{0,12}(storage|space)|not enough.{0,12}(storage|space)|out of storage|storage (allocation|limit|quota)|disk (quota|full|space)|quotaexceeded|(postfach|mailbox|speicher).{0,30}(voll|überschritten|erschöpft)|kontingent|bo[îi]te.{0,30}pleine|quota d[ée]pass|(buz[óo]n|bandeja|casilla).{0,30}(llen[oa]|excedid)|cuota.{0,20}(excedid|superad)|casella.{0,20}piena|caixa.{0,30}cheia|メールボックス.{0,12}(いっぱい|容量|一杯)|容量.{0,8}(超|オーバー)|邮箱.{0,6}(满|已满)/;

/** Who is meant, in the words of mail servers. */
const WHO =
  "(user|mailbox|mail ?box|recipient|account|address|e-?mail( address)?|member|person|customer|alias|login|destinat\\w+|addressee|userid|user id|username|subscriber)";

/** Nobody is there: words that leave no doubt. */
export const NOBODY: readonly RegExp[] = [
  /user.{0,3}unknown|unknown.{0,3}(user|recipient|mailbox|address|account|local|alias|e-?mail|login|virtual|or illegal|or invalid|rcpt|destination)|(recipient|address|addressee|mailbox|account|e-?mail) unknown/,
  new RegExp(
    `no such .{0,12}(${WHO}|local|person|id\\b|here|name|object)|no (local )?${WHO} (here|by|with|of|found|has|matching|exists)|there is no ${WHO}|no one by that|nobody (here )?by`,
  ),
  new RegExp(`${WHO}\\b.{0,70}(does ?n[o']t|do not|doesn't|did not|not) (currently )?(exist|exit\\b)`),
  new RegExp(
    `\\b${WHO}\\b.{0,50}\\b(is |was |are |be |were |could |can ?)?(not|n't|cannot|never)( be)? (found|known|recogni[sz]ed|listed|a valid|a known|located|valid|identified|present|registered|defined|our)`,
  ),
  new RegExp(`(invalid|illegal|nonexist\\w*|non-exist\\w*|unrecogni[sz]ed|inexist\\w+) .{0,20}${WHO}`),
  new RegExp(`not (a )?(valid|known|registered|existing) .{0,12}${WHO}`),
  new RegExp(`\\bbad .{0,12}${WHO}|no valid recipient|${WHO}( is| was)?( marked)?( as)? invalid`),
  /invalid address|(does|do)(n't| not) have an? .{0,40}account|account.{0,12}(not|n't) exist|not our customer|not listed in|recipientnotfound|recipnotfound|legacyexchangednnotfound|bad destination (mailbox|e-?mail)|unroute?able address/,
  /no longer (a valid|valid|active|in use|available|exist|here|work|employ|with us|with the|at this|at our|being used|on server|associated|accept|receiv|used|monitored|in service|supported|deliverable|registered)|left (the|our) (company|organi[sz]ation|school|district)|(address|user|recipient|mailbox).{0,20}(has|have) (changed|moved)|user (has )?moved|not (in use|used) any ?more|deactivated permanently/,
  /(account|mailbox|user|address|recipient).{0,30}(been |was |is )(deleted|removed|closed|terminated|discontinued|deprovisioned)/,
  /x-unix; 67\b|access ?denied.{0,12}as\(201806281\)/,
  /(benutzer|empf[äa]nger|adresse|postfach|konto|teilnehmer)\w*.{0,40}(unbekannt|existiert nicht|nicht (gefunden|bekannt|vorhanden|existent|g[üu]ltig)|ung[üu]ltig)|unbekannte[rs]? (benutzer|empf|adress|postfach)|kein(e|en)? (solche[rsn]? |g[üu]ltige[rsn]? )?(benutzer|postfach|empf[äa]nger|adresse|konto)|existiert nicht/,
  /(utilisateur|destinataire|adresse|bo[îi]te|compte|usager).{0,50}(inconnu|inexistant|introuvable|n.existe pas|non trouv|invalide)|n.existe pas/,
  /(usuario|destinatario|direcci[óo]n|buz[óo]n|cuenta|correo).{0,50}(desconocid|no existe|inexistente|no (se |ha sido )?(encontr|v[áa]lid)|inv[áa]lid)|no existe (el|la|ese|esa) /,
  /(utente|casella|destinatario|indirizzo).{0,30}(sconosciut|inesistente|non esiste|non trovat|non valid)|(usu[áa]rio|destinat[áa]rio|caixa|endere[çc]o|conta).{0,30}(desconhecid|inexistente|n[ãa]o (existe|encontrad)|inv[áa]lid)/,
  /(宛先|ユーザー?|アドレス|受信者|メールボックス).{0,24}(見つかり|存在し(ません|ない)|不明|ありません|無効)|存在しないユーザ|(用户|收件人|邮箱|帐号|账号).{0,8}(不存在|未找到|无效)/,
];

/** The account is shut, the domain is gone, or the answer is a formula: a second day decides. */
export const PERHAPS_NOBODY: readonly RegExp[] = [
  /(mailbox|account|user|recipient|address|e-?mail|inbox|customer).{0,60}(disabled?\b|inactive|suspended|locked|expired|frozen|deactivated|not active|blocked|on hold|cancel+ed|not activated|dormant|abandoned)|(disabled|inactive|suspended|expired|deactivated|locked) .{0,12}(mailbox|account|user|recipient|address)|accountdisabled|disableduser/,
  /(mail ?box|account|recipient|user).{0,12}(un|not |temporarily un)available|mailbox.{0,12}not allowed|(recipient|rcpt|address|user|mailbox)('s)?( address)?( was| is| has been)? ?(rejected|refused|not accepted|denied)|(does|do|is|are)(n't| not) (currently )?(accept|receiv)\w* (any )?(new )?(e-?mail|mail|message)|undeliverable address|cannot be delivered to|not deliverable/,
  /(host|domain)( or domain)?( name)?.{0,40}(not found|unknown|(does ?n[o']t|doesn't|not) exist|invalid|no longer)|unknown (host|domain)|no such (domain|host)|nxdomain|unroute?able mail domain|non-?existent (host|domain)|(couldn't|could not) find any host|null ?mx|no mx|bad destination (system|host)|dns domain .{0,30}not exist|does not accept (e?-?mail|mail)\b|x-unix; 68\b|user not local|(domain|domaine|dominio).{0,20}(unbekannt|inconnu|no existe|inesistente)/,
];

/** Their network or their server's own trouble: says nothing of the person, and nothing of us. */
export const THEIR_TROUBLE =
  /(timed?.?out|timeout)|connection (refused|reset|lost|dropped|closed|failed)|could not connect|no route to host|network (is )?unreachable|loop(ing|s|ed)?\b|hop ?count|too many hops|name service error.{0,80}try again|internal (server )?error|local (configuration )?error|system error|(retry|delivery) time|message expired|been in the queue too long|not going to try again|zustellzeit|out of memory|configuration error/;
