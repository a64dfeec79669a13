import { useEffect } from 'react';
import { useLanguage } from '../i18n/language';

const PRODUCT = { zh: '聚贤', en: 'Juxian' } as const;

/** Names the page in the browser's tab and history. */
export function useTitle(title: string): void {
  const { language } = useLanguage();
  useEffect(() => {
    const product = PRODUCT[language];
    document.title = title === '' ? product : `${title} · ${product}`;
  }, [title, language]);
}
