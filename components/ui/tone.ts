/** The five tones of a status. Icon and word always go with the colour. */
export const TONES = ["ok", "warn", "bad", "info", "unknown"] as const;
export type Tone = (typeof TONES)[number];

interface ToneLook {
  readonly pill: string;
  readonly text: string;
  readonly dot: string;
}

export const TONE_LOOK: Record<Tone, ToneLook> = {
  ok: { pill: "border-ok-border bg-ok-soft text-ok-text", text: "text-ok-text", dot: "bg-ok" },
  warn: { pill: "border-warn-border bg-warn-soft text-warn-text", text: "text-warn-text", dot: "bg-warn" },
  bad: { pill: "border-bad-border bg-bad-soft text-bad-text", text: "text-bad-text", dot: "bg-bad" },
  info: { pill: "border-info-border bg-info-soft text-info-text", text: "text-info-text", dot: "bg-info" },
  unknown: {
    pill: "border-unknown-border bg-unknown-soft text-unknown-text",
    text: "text-unknown-text",
    dot: "bg-unknown",
  },
};
