import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Link } from 'wouter';
import { checkIn, getEvent } from '../../api/events';
import { Problem } from '../../api/problem';
import { useLanguage, useMessages, useText } from '../../i18n/language';
import { formatMoment } from '../../time/format';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import type { IconName } from '../../ui/Icon';
import { Icon } from '../../ui/Icon';
import { uiMessages } from '../../ui/messages';
import { problemText } from '../../ui/problemText';
import { useTitle } from '../../ui/useTitle';
import { Camera } from './Camera';
import type { DoorResult } from './doorResult';
import { admitted, refused } from './doorResult';
import { deskMessages } from './messages';
import { workMessages } from './workMessages';

/** The door: scan or type a ticket's code, and read the answer at arm's length. */
export function DoorPage({ eventId }: { eventId: string }) {
  const t = useMessages(workMessages);
  const desk = useMessages(deskMessages);
  const text = useText();
  useTitle(t.door);
  const [token, setToken] = useState('');
  const [camera, setCamera] = useState<'off' | 'on' | 'failed'>('off');
  const door = useDoor(eventId);
  const event = useQuery({
    queryKey: ['event', eventId],
    queryFn: ({ signal }) => getEvent(eventId, signal),
  });
  const submit = (submitted: SyntheticEvent) => {
    submitted.preventDefault();
    void door.tryToken(token.trim());
    setToken('');
  };
  return (
    <div className="page door">
      <Link className="back" href="/desk">
        <Icon name="back" />
        {desk.title}
      </Link>
      <header>
        <h1>{t.door}</h1>
        <p className="soft">{text(event.data?.title)}</p>
      </header>
      <Result result={door.result} busy={door.busy} />
      <p className="soft small num">{t.admittedCount(door.count)}</p>
      {camera === 'on' && (
        <Camera onCode={(code) => void door.tryToken(code)} onFailed={() => setCamera('failed')} />
      )}
      {camera === 'failed' && <p className="note note--warn">{t.noCamera}</p>}
      <Button
        look={camera === 'on' ? 'plain' : 'primary'}
        icon="scan"
        wide
        onClick={() => setCamera(camera === 'on' ? 'off' : 'on')}
      >
        {camera === 'on' ? t.stopCamera : t.startCamera}
      </Button>
      <form className="card stack" onSubmit={submit}>
        <TextField
          label={t.token}
          name="token"
          hint={t.tokenHint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={500}
          value={token}
          onChange={setToken}
        />
        <Button type="submit" busy={door.busy} disabled={token.trim() === ''}>
          {t.check}
        </Button>
      </form>
    </div>
  );
}

/** One ticket at a time: what comes while one is being checked is left out. */
function useDoor(eventId: string) {
  const [result, setResult] = useState<DoorResult>();
  const [busy, setBusy] = useState(false);
  const [count, setCount] = useState(0);
  const checking = useRef(false);
  const tryToken = async (token: string) => {
    if (checking.current || token === '') {
      return;
    }
    checking.current = true;
    setBusy(true);
    try {
      setResult(admitted(await checkIn(eventId, token)));
      setCount((before) => before + 1);
      buzz(60);
    } catch (error) {
      setResult(refused(error));
      buzz([80, 60, 80]);
    } finally {
      checking.current = false;
      setBusy(false);
    }
  };
  return { result, busy, count, tryToken };
}

function Result({ result, busy }: { result: DoorResult | undefined; busy: boolean }) {
  const t = useMessages(workMessages);
  const text = useText();
  const { language } = useLanguage();
  const texts = useMessages(uiMessages).problem;
  const shown = view();
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

  function view(): { look: string; icon: IconName; title: string; detail: string } {
    if (result === undefined) {
      return { look: 'waiting', icon: 'scan', title: '', detail: t.waiting };
    }
    switch (result.kind) {
      case 'admitted':
        return {
          look: 'admitted',
          icon: 'check',
          title: result.name,
          detail: `${t.admitted} · ${text(result.ticketType)}`,
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
    }
  }
}

/** A short signal in the hand, where the device has one. */
function buzz(pattern: number | number[]): void {
  if ('vibrate' in navigator) {
    navigator.vibrate(pattern);
  }
}

/** A bad code is told by the field's message, which says more than the problem's detail. */
function refusalText(error: unknown, texts: (typeof uiMessages)['zh']['problem']): string {
  const field = error instanceof Problem ? error.fields[0]?.message : undefined;
  return field ?? problemText(error, texts);
}
