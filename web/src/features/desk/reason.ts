import type { Text } from '../../api/types';

/** A reason given in one language stands for both: better than none for its readers. */
export function bothSaid(reason: Text): Text | undefined {
  const zh = reason.zh.trim();
  const en = reason.en.trim();
  return zh === '' && en === '' ? undefined : { zh: zh || en, en: en || zh };
}
