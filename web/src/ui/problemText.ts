import { Problem } from '../api/problem';
import type { uiMessages } from './messages';

type Texts = (typeof uiMessages)['zh']['problem'];

/** What to tell a person about an error: the service's own words where it has some, else ours. */
export function problemText(error: unknown, texts: Texts): string {
  if (!(error instanceof Problem)) {
    return texts.other;
  }
  if (error.status === 412) {
    return texts.stale;
  }
  if (error.detail !== '') {
    return error.detail;
  }
  return byStatus(error.status, texts) ?? (error.title === '' ? texts.other : error.title);
}

function byStatus(status: number, texts: Texts): string | undefined {
  switch (status) {
    case 0:
      return texts.offline;
    case 401:
      return texts.signIn;
    case 403:
      return texts.forbidden;
    case 404:
      return texts.missing;
    case 429:
      return texts.tooMany;
    case 502:
    case 503:
    case 504:
      return texts.unavailable;
    default:
      return undefined;
  }
}
