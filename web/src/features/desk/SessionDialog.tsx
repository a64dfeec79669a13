import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { createSession, replaceSession } from '../../api/owners';
import type { Forum, ForumSession, ForumSessionRequest, Speaker, Text } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { plusMinutes } from '../../time/zone';
import { Button, IconButton } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FieldErrorsOf, MomentField, SelectField, TextPairField } from '../../ui/Field';
import { ProblemNote } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { uiMessages } from '../../ui/messages';
import { useSubmission } from '../../ui/useSubmission';
import { workMessages } from './workMessages';

const NO_TEXT: Text = { zh: '', en: '' };
const USUAL_MINUTES = 45;

interface SessionDialogProps {
  forum: Forum;
  session: ForumSession | undefined;
  /** The last session so far: a new one is proposed right after it. */
  previous: ForumSession | undefined;
  onClose: () => void;
}

/** One session: title, room, time and speakers. */
export function SessionDialog({ forum, session, previous, onClose }: SessionDialogProps) {
  const t = useMessages(workMessages);
  const { cancel } = useMessages(uiMessages);
  const text = useText();
  const [draft, setDraft] = useState(() => draftOf(forum, session, previous));
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const client = useQueryClient();
  const { send, error, busy } = useSaveSession(forum, session, onClose);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    send(requestOf(draft));
  };
  return (
    <Dialog title={session === undefined ? t.addSession : t.editSession} wide onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrorsOf error={error}>
          <TextPairField
            label={t.sessionTitle}
            name="title"
            value={draft.title}
            onChange={(title) => change({ title })}
          />
          <SelectField
            label={t.room}
            name="roomId"
            value={draft.roomId}
            onChange={(roomId) => change({ roomId })}
          >
            {forum.rooms.map((room) => (
              <option key={room.id} value={room.id}>
                {text(room.name)}
              </option>
            ))}
          </SelectField>
          <div className="grid-2">
            <MomentField
              label={t.sessionStart}
              name="startsAt"
              value={draft.startsAt}
              onChange={(startsAt) => change({ startsAt })}
            />
            <MomentField
              label={t.sessionEnd}
              name="endsAt"
              value={draft.endsAt}
              onChange={(endsAt) => change({ endsAt })}
            />
          </div>
          <TextPairField
            label={t.abstract}
            name="abstract"
            lines={3}
            optional
            value={draft.abstract}
            onChange={(abstract) => change({ abstract })}
          />
          <Speakers speakers={draft.speakers} onChange={(speakers) => change({ speakers })} />
        </FieldErrorsOf>
        <ProblemNote
          error={error}
          reload={() => void client.invalidateQueries({ queryKey: ['forum', forum.id] })}
        />
        <div className="dialog__actions">
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {t.saveSession}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Speakers({
  speakers,
  onChange,
}: {
  speakers: readonly DraftSpeaker[];
  onChange: (speakers: DraftSpeaker[]) => void;
}) {
  const t = useMessages(workMessages);
  const replace = (at: number, part: Partial<DraftSpeaker>) =>
    onChange(speakers.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="stack">
      <legend className="field__label">{t.speakers}</legend>
      {speakers.map((speaker, index) => (
        <div
          key={index}
          className="part stack stack--s"
          role="group"
          aria-label={t.speaker(index + 1)}
        >
          <TextPairField
            label={t.speakerName(index + 1)}
            name={`speakers.${index}.name`}
            value={speaker.name}
            onChange={(name) => replace(index, { name })}
          />
          <TextPairField
            label={t.affiliation(index + 1)}
            name={`speakers.${index}.affiliation`}
            optional
            value={speaker.affiliation}
            onChange={(affiliation) => replace(index, { affiliation })}
          />
          <div>
            <IconButton
              icon="trash"
              label={t.removeSpeaker(index + 1)}
              onClick={() => onChange(speakers.filter((_, at) => at !== index))}
            />
          </div>
        </div>
      ))}
      <div>
        <Button
          icon="plus"
          onClick={() => onChange([...speakers, { name: NO_TEXT, affiliation: NO_TEXT }])}
        >
          {t.addSpeaker}
        </Button>
      </div>
    </fieldset>
  );
}

type DraftSpeaker = Speaker & { affiliation: Text };
type Draft = Omit<ForumSessionRequest, 'abstract' | 'speakers'> & {
  abstract: Text;
  speakers: DraftSpeaker[];
};

function draftOf(
  forum: Forum,
  session: ForumSession | undefined,
  previous: ForumSession | undefined,
): Draft {
  if (session === undefined) {
    const startsAt = previous?.endsAt ?? forum.startsAt;
    return {
      title: NO_TEXT,
      abstract: NO_TEXT,
      roomId: previous?.roomId ?? forum.rooms[0]?.id ?? '',
      startsAt,
      endsAt: plusMinutes(startsAt, USUAL_MINUTES),
      speakers: [],
    };
  }
  const { title, roomId, startsAt, endsAt } = session;
  return {
    ...{ title, roomId, startsAt, endsAt },
    abstract: session.abstract ?? NO_TEXT,
    speakers: session.speakers.map((one) => ({ ...one, affiliation: one.affiliation ?? NO_TEXT })),
  };
}

function requestOf(draft: Draft): ForumSessionRequest {
  const { abstract, speakers, ...rest } = draft;
  return {
    ...rest,
    ...(isEmpty(abstract) ? {} : { abstract }),
    speakers: speakers.map(({ affiliation, ...one }) =>
      isEmpty(affiliation) ? one : { ...one, affiliation },
    ),
  };
}

function isEmpty(text: Text): boolean {
  return text.zh.trim() === '' && text.en.trim() === '';
}

function useSaveSession(forum: Forum, session: ForumSession | undefined, onClose: () => void) {
  const t = useMessages(workMessages);
  const toast = useToast();
  const client = useQueryClient();
  const done = () => {
    toast(t.sessionSaved);
    onClose();
    void client.invalidateQueries({ queryKey: ['sessions', forum.id] });
    void client.invalidateQueries({ queryKey: ['forum', forum.id] });
  };
  const create = useSubmission(
    (request: ForumSessionRequest, key: string) =>
      createSession(forum.id, forum.version, request, key),
    done,
  );
  const change = useMutation({
    mutationFn: (request: ForumSessionRequest) =>
      replaceSession(forum.id, session?.id ?? '', forum.version, request),
    onSuccess: done,
  });
  const used = session === undefined ? create : change;
  return {
    send: (request: ForumSessionRequest) => used.mutate(request),
    error: used.error,
    busy: used.isPending,
  };
}
