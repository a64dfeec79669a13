import type { Language } from '../api/types';

/**
 * The language to begin with: the one chosen before, else the first of the browser's languages (BCP 47) that there are texts
 * in, else Chinese, which most of the people who come speak.
 */
export function firstLanguage(chosen: string | null, preferred: readonly string[]): Language {
  const known = [chosen ?? '', ...preferred]
    .map(primary)
    .find((tag) => tag === 'zh' || tag === 'en');
  return known ?? 'zh';
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}
