/** From when to when something is. */
export interface Span {
  startsAt: string;
  endsAt: string;
}

/** Whether both are at one time; what follows another does not overlap it. */
export function overlaps(one: Span, other: Span): boolean {
  return (
    Date.parse(one.startsAt) < Date.parse(other.endsAt) &&
    Date.parse(other.startsAt) < Date.parse(one.endsAt)
  );
}

/** By start, then by end: what begins together and is shorter comes later. */
export function byTime(one: Span, other: Span): number {
  return (
    Date.parse(one.startsAt) - Date.parse(other.startsAt) ||
    Date.parse(other.endsAt) - Date.parse(one.endsAt)
  );
}
