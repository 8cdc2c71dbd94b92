// Instants of the program (ISO 8601, UTC) as this computer's clock on the wall shows them.

/** `2026-11-22 14:02`; a text that is no instant stays as it is. */
export function wallInstant(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** `14:02`. */
export function wallTime(instant: string): string {
  return wallInstant(instant).slice(-'14:02'.length);
}
