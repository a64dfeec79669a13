/** A phone number as the services take it: without the spaces and dashes that people type. */
export function normalisedPhone(typed: string): string {
  return typed.replace(/[\s()-]/g, '');
}
