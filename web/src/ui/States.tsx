import { useLayoutEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Problem, fieldMessages } from '../api/problem';
import { useMessages } from '../i18n/language';
import { Mark } from './Brand';
import { Button } from './Button';
import { Icon } from './Icon';
import { uiMessages } from './messages';
import { problemText } from './problemText';

/** Grey bars where text will be; announced once as loading. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useMessages(uiMessages);
  const widths = ['55%', '90%', '75%', '82%', '40%'];
  return (
    <div className="stack stack--s" role="status">
      <span className="hidden-visually">{t.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton" style={{ width: widths[index % widths.length] }} />
      ))}
    </div>
  );
}

/** Nothing here, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Mark className="empty__mark" />
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** A page's or list's data could not be loaded. */
export function LoadFailed({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useMessages(uiMessages);
  return (
    <div className="empty" role="alert">
      <Mark className="empty__mark" />
      <h2>{t.problem.title}</h2>
      <p>{problemText(error, t.problem)}</p>
      {!(error instanceof Problem && error.status === 404) && (
        <Button onClick={retry}>{t.retry}</Button>
      )}
    </div>
  );
}

/** Why an action was refused, beside where it was tried; on a stale version it offers the latest. */
export function ProblemNote({ error, reload }: { error: unknown; reload?: () => void }) {
  const t = useMessages(uiMessages);
  const unplaced = useUnplacedMessages(error);
  if (error === null || error === undefined) {
    return null;
  }
  const stale = error instanceof Problem && error.status === 412;
  return (
    <div className="note note--bad" role="alert">
      <Icon name="alert" />
      <div className="stack stack--s">
        <p>{problemText(error, t.problem)}</p>
        {unplaced.length > 0 && (
          <ul className="small">
            {unplaced.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
        {stale && reload !== undefined && (
          <div>
            <Button onClick={reload}>{t.problem.reload}</Button>
          </div>
        )}
      </div>
    </div>
  );
}

/** The refusals of fields that this page does not show; the others stand beside their fields. */
function useUnplacedMessages(error: unknown): readonly string[] {
  const [unplaced, setUnplaced] = useState<readonly string[]>([]);
  useLayoutEffect(() => {
    const messages = Object.entries(fieldMessages(error));
    setUnplaced(
      messages
        .filter(([name]) => document.getElementsByName(name).length === 0)
        .map(([, message]) => message),
    );
  }, [error]);
  return unplaced;
}
