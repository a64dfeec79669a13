import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { setRequestLanguage } from '../api/http';
import type { Language, Text } from '../api/types';
import { firstLanguage } from './firstLanguage';
import type { Messages } from './messages';

const STORAGE_KEY = 'juxian.language';

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'zh', choose: () => undefined });

/** The language in force at start: what the person chose before, else what the browser prefers. */
function initialLanguage(): Language {
  try {
    return firstLanguage(localStorage.getItem(STORAGE_KEY), navigator.languages);
  } catch {
    return firstLanguage(null, navigator.languages);
  }
}

/** Provides the language to the tree and keeps `<html lang>` and the API's Accept-Language in step. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(initialLanguage);
  setRequestLanguage(language);

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);

  const choose = useCallback((next: Language) => {
    setRequestLanguage(next);
    try {
      localStorage.setItem(STORAGE_KEY, next);
    } catch {
      // A browser without storage forgets the choice; nothing else depends on it.
    }
    setLanguage(next);
  }, []);

  const value = useMemo(() => ({ language, choose }), [language, choose]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** The language in force and the way to change it. */
export function useLanguage(): LanguageChoice {
  return use(LanguageContext);
}

/** One feature's texts in the language in force. */
export function useMessages<T>(messages: Messages<T>): T {
  return messages[use(LanguageContext).language];
}

/** Reads a two-language text in the language in force, falling back to the other one. */
export function useText(): (text: Text | undefined) => string {
  const { language } = use(LanguageContext);
  return useCallback((text) => textIn(text, language), [language]);
}

/** A two-language text in one language, falling back to the other. */
export function textIn(text: Text | undefined, language: Language): string {
  if (text === undefined) {
    return '';
  }
  const other = language === 'zh' ? text.en : text.zh;
  return text[language] || other || '';
}
