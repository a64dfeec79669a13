import { LanguageProvider } from '../i18n/language';

/** The whole app. */
export function App() {
  return (
    <LanguageProvider>
      <h1>聚贤</h1>
    </LanguageProvider>
  );
}
