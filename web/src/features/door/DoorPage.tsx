import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Link } from 'wouter';
import type { Direction, Entrance } from '../../api/door';
import { getEntrance } from '../../api/door';
import { getEvent } from '../../api/events';
import { useMessages, useText } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { SelectField, TextField } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Segmented } from '../../ui/Segmented';
import { useTitle } from '../../ui/useTitle';
import { deskMessages } from '../desk/messages';
import { Camera } from './Camera';
import { GuestList } from './GuestList';
import { OddCases } from './OddCases';
import { Result, Undo } from './Result';
import { Sending } from './Sending';
import { doorMessages } from './messages';
import { useBook, useOnline, useRemembered } from './useBook';
import { useDoorWorker } from './useDoorWorker';
import { useDoor } from './useDoor';
import { useChosenDoor } from './useChosenDoor';
import './door.css';

const NO_DOORS: Entrance = { version: 0, zones: [], doors: [] };

/** The door: scan or type a ticket's code or find the person, and read the answer at arm's length. */
export function DoorPage({ eventId }: { eventId: string }) {
  const t = useMessages(doorMessages);
  const desk = useMessages(deskMessages);
  const text = useText();
  useTitle(t.door);
  const online = useOnline();
  const [way, setWay] = useState<'scan' | 'list' | 'odd'>('scan');
  const [direction, setDirection] = useState<Direction>('in');
  const event = useQuery({
    queryKey: ['event', eventId],
    queryFn: ({ signal }) => getEvent(eventId, signal),
  });
  const entrance = useQuery({
    queryKey: ['entrance', eventId],
    queryFn: ({ signal }) => getEntrance(eventId, signal),
  });
  const offline = useBook(eventId);
  const known = offline.book;
  const chosen = useChosenDoor(eventId, entrance.data ?? known.entrance ?? NO_DOORS);
  const door = useDoor(eventId, offline, chosen.door?.id, direction);
  useRemembered(offline, event.data?.title, entrance.data);
  const ready = useDoorWorker();
  const { result } = door;
  return (
    <div className="page door">
      <Link className="back" href="/desk">
        <Icon name="back" />
        {desk.title}
      </Link>
      <header>
        <h1>{t.door}</h1>
        <p className="soft">{text(event.data?.title ?? known.title)}</p>
      </header>
      <Sending online={online} offline={offline} ready={ready && known.keys.length > 0} />
      <Place {...{ chosen, direction, setDirection }} />
      {chosen.missing && <p className="note">{t.chooseDoorLead}</p>}
      {!chosen.missing && (
        <>
          <Result result={result} busy={door.busy} />
          <div className="row row--apart">
            <p className="soft small num">{t.admittedCount(door.count)}</p>
            {(result?.kind === 'admitted' || result?.kind === 'left') && (
              <Undo busy={door.busy} onUndo={() => void door.undo(result.nonce)} />
            )}
          </div>
          <Segmented
            label={t.ways}
            choices={[
              { value: 'scan', label: t.byScan },
              { value: 'list', label: t.byList },
              { value: 'odd', label: t.odds },
            ]}
            value={way}
            onChange={setWay}
          />
          {way === 'scan' && (
            <Scanning busy={door.busy} onCode={(token) => void door.show({ token })} />
          )}
          {way !== 'scan' && !online && <p className="note note--warn">{t.offlineList}</p>}
          {way === 'odd' && online && <OddCases eventId={eventId} />}
          {way === 'list' && online && (
            <GuestList
              {...{ eventId, direction, busy: door.busy }}
              onPass={(registrationId) => void door.show({ registrationId })}
            />
          )}
        </>
      )}
    </div>
  );
}

/** Which door this is, and which way people go; asked only where there is something to choose. */
function Place({
  chosen,
  direction,
  setDirection,
}: {
  chosen: ReturnType<typeof useChosenDoor>;
  direction: Direction;
  setDirection: (direction: Direction) => void;
}) {
  const t = useMessages(doorMessages);
  const text = useText();
  if (chosen.doors.length === 0) {
    return null;
  }
  return (
    <div className="door__place">
      <SelectField
        label={t.atDoor}
        name="doorId"
        value={chosen.door?.id ?? ''}
        onChange={chosen.choose}
      >
        {chosen.missing && <option value="">{t.chooseDoor}</option>}
        {chosen.doors.map(({ id, name }) => (
          <option key={id} value={id}>
            {text(name)}
          </option>
        ))}
      </SelectField>
      <Segmented
        label={t.direction}
        choices={[
          { value: 'in', label: t.directions.in },
          { value: 'out', label: t.directions.out },
        ]}
        value={direction}
        onChange={setDirection}
      />
    </div>
  );
}

function Scanning({ busy, onCode }: { busy: boolean; onCode: (token: string) => void }) {
  const t = useMessages(doorMessages);
  const [token, setToken] = useState('');
  const [camera, setCamera] = useState<'off' | 'on' | 'failed'>('off');
  const submit = (submitted: SyntheticEvent) => {
    submitted.preventDefault();
    onCode(token.trim());
    setToken('');
  };
  return (
    <>
      {camera === 'on' && <Camera onCode={onCode} onFailed={() => setCamera('failed')} />}
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
        <Button type="submit" busy={busy} disabled={token.trim() === ''}>
          {t.check}
        </Button>
      </form>
    </>
  );
}
