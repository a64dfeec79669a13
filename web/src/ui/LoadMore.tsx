import { useMessages } from '../i18n/language';
import { Button } from './Button';
import { uiMessages } from './messages';

interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** The button under a list that has more. */
export function LoadMore({ pages }: { pages: Pages }) {
  const t = useMessages(uiMessages);
  return pages.hasNextPage ? (
    <Button wide busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
      {t.more}
    </Button>
  ) : null;
}
