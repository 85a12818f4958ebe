/** How long until something, as a clock that runs down: `0:42` minutes and seconds, `3:05:09` hours, `2 d 4 h` from two days on. */

const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** `ms` until then; what has passed is `due now`: the site's next read says what became of it. */
export function formatCountdown(ms: number): string {
  if (ms <= 0) return "due now";
  if (ms >= 2 * DAY) return `${Math.floor(ms / DAY)} d ${Math.floor((ms % DAY) / HOUR)} h`;
  const seconds = Math.ceil(ms / SECOND);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, "0");
  if (hours === 0) return `${minutes}:${rest}`;
  return `${hours}:${String(minutes).padStart(2, "0")}:${rest}`;
}
