import { useMessages } from '../i18n/language';
import { ButtonLink } from '../ui/Button';
import { Empty } from '../ui/States';
import { appMessages } from './messages';

/** What a path without a page shows. */
export function NotFound() {
  const t = useMessages(appMessages);
  return (
    <Empty title={t.notFoundTitle}>
      <p>{t.notFound}</p>
      <ButtonLink href="/">{t.toWhatsOn}</ButtonLink>
    </Empty>
  );
}
