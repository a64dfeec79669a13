import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { getOrganisation, listOrganisations } from '../../api/identity';
import type { OwnedKinds } from '../../api/owners';
import { createOwned, replaceOwned } from '../../api/owners';
import type {
  CompetitionRequest,
  EventKind,
  FairRequest,
  ForumRequest,
  Organisation,
  SessionPerson,
} from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { FieldErrorsOf } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { ProblemNote, Skeleton } from '../../ui/States';
import { useToast } from '../../ui/Toasts';
import { useSubmission } from '../../ui/useSubmission';
import { useTitle } from '../../ui/useTitle';
import { deskPath, holds, organisationsOf } from '../session/session';
import { BasicFields } from './BasicFields';
import { CompetitionFields } from './CompetitionFields';
import { HallFields } from './HallFields';
import { RoomFields } from './RoomFields';
import { TicketTypeFields } from './TicketTypeFields';
import { draftOf, emptyDraft } from './drafts';
import { deskMessages } from './messages';

type Request = OwnedKinds[EventKind]['request'];
type Answer = OwnedKinds[EventKind]['answer'];

interface EditorProps {
  kind: EventKind;
  existing?: Answer;
  person: SessionPerson;
}

/** Creates or changes an event of any kind. */
export function EventEditor({ kind, existing, person }: EditorProps) {
  const organisations = useOwnOrganisations(person);
  if (organisations.isPending) {
    return (
      <div className={existing === undefined ? 'page' : ''}>
        <Skeleton lines={6} />
      </div>
    );
  }
  const choices = organisations.data ?? [];
  return existing === undefined ? (
    <NewEvent kind={kind} organisations={choices} />
  ) : (
    <ExistingEvent key={existing.version} kind={kind} event={existing} organisations={choices} />
  );
}

function NewEvent({ kind, organisations }: { kind: EventKind; organisations: Organisation[] }) {
  const t = useMessages(deskMessages);
  useTitle(t.createKind[kind]);
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState<Request>(() => emptyDraft(kind, organisations[0]?.id ?? ''));
  const submission = useSubmission(
    (request: Request, key: string): Promise<Answer> => createOwned(kind, request as never, key),
    (answer) => {
      client.setQueryData([kind, answer.id], answer);
      void client.invalidateQueries({ queryKey: ['owned', kind] });
      toast(t.saved);
      navigate(deskPath(kind, answer.id), { replace: true });
    },
  );
  return (
    <div className="page stack">
      <Link className="back" href="/desk">
        <Icon name="back" />
        {t.title}
      </Link>
      <h1>{t.createKind[kind]}</h1>
      <EditorForm
        {...{ kind, draft, setDraft, organisations }}
        error={submission.error}
        busy={submission.isPending}
        submit={t.saveDraft}
        onSubmit={() => submission.mutate(draft)}
      />
    </div>
  );
}

function ExistingEvent({
  kind,
  event,
  organisations,
}: {
  kind: EventKind;
  event: Answer;
  organisations: Organisation[];
}) {
  const t = useMessages(deskMessages);
  const client = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState<Request>(() => draftOf(kind, event as never));
  const save = useMutation({
    mutationFn: (): Promise<Answer> => replaceOwned(kind, event.id, event.version, draft as never),
    onSuccess: (answer) => {
      client.setQueryData([kind, event.id], answer);
      void client.invalidateQueries({ queryKey: ['owned', kind] });
      void client.invalidateQueries({ queryKey: ['booths', event.id] });
      toast(t.saved);
    },
  });
  return (
    <EditorForm
      {...{ kind, draft, setDraft, organisations }}
      error={save.error}
      busy={save.isPending}
      submit={t.save}
      note={event.status === 'published' ? t.saveTellsPeople : undefined}
      readOnly={event.status === 'cancelled'}
      reload={() => void client.invalidateQueries({ queryKey: [kind, event.id] })}
      onSubmit={() => save.mutate()}
    />
  );
}

interface FormProps {
  kind: EventKind;
  draft: Request;
  setDraft: (change: (old: Request) => Request) => void;
  organisations: Organisation[];
  error: unknown;
  busy: boolean;
  submit: string;
  note?: string | undefined;
  readOnly?: boolean;
  reload?: () => void;
  onSubmit: () => void;
}

function EditorForm(props: FormProps) {
  const { kind, draft, setDraft } = props;
  const change = (part: object) => setDraft((old) => ({ ...old, ...part }));
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <form className="editor" onSubmit={send}>
      <FieldErrorsOf error={props.error}>
        <fieldset disabled={props.readOnly === true} className="stack stack--l">
          <BasicFields draft={draft} change={change} organisations={props.organisations} />
          {kind === 'fair' && (
            <>
              <HallFields draft={draft as FairRequest} change={change} />
              <TicketTypeFields types={(draft as FairRequest).ticketTypes} change={change} />
            </>
          )}
          {kind === 'competition' && (
            <CompetitionFields draft={draft as CompetitionRequest} change={change} />
          )}
          {kind === 'forum' && (
            <>
              <RoomFields rooms={(draft as ForumRequest).rooms} change={change} />
              <TicketTypeFields types={(draft as ForumRequest).ticketTypes} change={change} />
            </>
          )}
        </fieldset>
      </FieldErrorsOf>
      <div className="editor__foot">
        <ProblemNote error={props.error} {...(props.reload ? { reload: props.reload } : {})} />
        {props.readOnly !== true && (
          <div className="row">
            <Button type="submit" look="primary" busy={props.busy}>
              {props.submit}
            </Button>
            {props.note !== undefined && <span className="soft small">{props.note}</span>}
          </div>
        )}
      </div>
    </form>
  );
}

/** The organisations for which the person may organise; for administrators all of them. */
function useOwnOrganisations(person: SessionPerson) {
  const own = organisationsOf(person, 'organiser');
  const everywhere = holds(person, 'administrator') || person.grants.includes('organiser');
  return useQuery({
    queryKey: ['organisations', 'own', everywhere, own],
    queryFn: async ({ signal }): Promise<Organisation[]> => {
      const named = await Promise.all(own.map((id) => getOrganisation(id, signal)));
      if (!everywhere) {
        return named;
      }
      const all = (await listOrganisations('', '', undefined, signal)).items;
      return [...named, ...all.filter(({ id }) => !own.includes(id))];
    },
  });
}
