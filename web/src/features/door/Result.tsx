import { useState } from 'react';
import { Problem } from '../../api/problem';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import type { IconName } from '../../ui/Icon';
import { Icon } from '../../ui/Icon';
import { uiMessages } from '../../ui/messages';
import { problemText } from '../../ui/problemText';
import type { DoorResult } from './doorResult';
import { doorMessages } from './messages';

interface View {
  look: 'waiting' | 'admitted' | 'again' | 'refused';
  icon: IconName;
  title: string;
  detail: string;
}

/** What became of the last ticket, readable at arm's length. */
export function Result({ result, busy }: { result: DoorResult | undefined; busy: boolean }) {
  const t = useMessages(doorMessages);
  const shown = useView(result);
  return (
    <div
      className={`door__result door__result--${shown.look}`}
      role="status"
      aria-label={t.result}
      aria-live="assertive"
      aria-busy={busy}
    >
      <Icon name={shown.icon} />
      <strong>{shown.title}</strong>
      <span>{shown.detail}</span>
    </div>
  );
}

function useView(result: DoorResult | undefined): View {
  const t = useMessages(doorMessages);
  const text = useText();
  const { language } = useLanguage();
  const texts = useMessages(uiMessages).problem;
  if (result === undefined) {
    return { look: 'waiting', icon: 'scan', title: '', detail: t.waiting };
  }
  switch (result.kind) {
    case 'admitted':
    case 'left':
    case 'undone':
      return {
        look: result.kind === 'undone' ? 'waiting' : 'admitted',
        icon: result.kind === 'undone' ? 'back' : 'check',
        title: result.name,
        detail: `${t[result.kind]} · ${text(result.ticketType)}`,
      };
    case 'again':
      return {
        look: 'again',
        icon: 'alert',
        title: t.again,
        detail:
          result.at === undefined ? result.detail : t.againAt(formatMoment(result.at, language)),
      };
    case 'refused':
      return {
        look: 'refused',
        icon: 'close',
        title: t.refused,
        detail: refusalText(result.error, texts),
      };
    case 'unsure':
      return {
        look: 'waiting',
        icon: 'alert',
        title: t.unsure,
        detail: problemText(result.error, texts),
      };
    case 'offline-admitted':
      return { look: 'admitted', icon: 'check', title: t.offlineAdmitted, detail: t.offlineLead };
    case 'offline-left':
      return { look: 'admitted', icon: 'check', title: t.left, detail: t.offlineOut };
    case 'offline-unable':
      return { look: 'waiting', icon: 'alert', title: t.unsure, detail: t.offlineUnable };
    case 'offline-refused':
      return {
        look: 'refused',
        icon: 'close',
        title: t.refused,
        detail: t.offlineWhy[result.why],
      };
  }
}

/** Second thoughts about the last passage. */
export function Undo({ busy, onUndo }: { busy: boolean; onUndo: () => void }) {
  const t = useMessages(doorMessages);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button icon="back" busy={busy} onClick={() => setAsking(true)}>
        {t.undo}
      </Button>
      {asking && (
        <Confirm
          title={t.undoTitle}
          confirm={t.undo}
          busy={busy}
          error={undefined}
          onConfirm={() => {
            setAsking(false);
            onUndo();
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t.undoLead}</p>
        </Confirm>
      )}
    </>
  );
}

/** A bad code is told by the field's message, which says more than the problem's detail. */
function refusalText(error: unknown, texts: (typeof uiMessages)['zh']['problem']): string {
  const field = error instanceof Problem ? error.fields[0]?.message : undefined;
  return field ?? problemText(error, texts);
}
