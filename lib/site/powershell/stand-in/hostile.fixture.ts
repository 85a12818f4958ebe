/** Texts that would do something else wherever data becomes code, a line, a pattern or a document on its way. */
export const HOSTILE: readonly string[] = [
  `"; Stop-Process -Id $PID #`,
  `'; exit 9 #`,
  "$(exit 9)",
  "$\u007benv:PATH}",
  "`$(exit 9)`n`0",
  "$env:GHOSTDESK_STAND_IN_TOKEN",
  "@{a=1}; & { exit 9 }",
  "line one\nline two\r\nline three\u2028line four\u2029line five\u0085line six",
  "nul \0 bell \u0007 escape \u001b[31m delete \u007f",
  "_x0041_ _x005F_ &amp; <b> ]]> <!-- & \" '",
  "\u201cquotes\u201d \u2018of\u2019 \u201atypographers\u201b \u2013 \u2014",
  "\ud83d\udc7b \u00e4\u00f6\u00fc\u00df \u0161 \u65e5\u672c\u8a9e \u202eright to left\u202c",
  "2027-01-14T09:40:00Z",
  "*?[a-z]`*",
  "%PATH% & calc | more > nul ^ < con",
  "-Confirm:$false -WhatIf",
];

/** The longest text that may be sent, of the characters that grow most on their way. */
export const LONGEST = "\u20ac'\"`$\u0001".repeat(1_667).slice(0, 10_000);
