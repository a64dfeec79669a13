import type { Admission, Quota } from '../../api/admission';
import type { TicketType } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { Button, IconButton } from '../../ui/Button';
import { Choices } from '../../ui/Choices';
import { NumberField, TextPairField } from '../../ui/Field';
import { newQuota, takenOf } from './admissionDraft';
import { admissionMessages } from './messages';

const MOST_PLACES = 1_000_000;

/** Capacities that several types share. */
export function QuotaFields({
  draft,
  ticketTypes,
  change,
}: {
  draft: Admission;
  ticketTypes: readonly TicketType[];
  change: (part: Partial<Admission>) => void;
}) {
  const t = useMessages(admissionMessages);
  const { quotas } = draft;
  return (
    <section className="card stack" aria-labelledby="quotas">
      <h3 id="quotas">{t.quotasTitle}</h3>
      <p className="soft small">{t.quotasLead}</p>
      {quotas.map((quota, at) => (
        <QuotaPart
          key={quota.id ?? at}
          {...{ quota, at, ticketTypes }}
          onChange={(changed) => change({ quotas: quotas.with(at, changed) })}
          onRemove={() => change({ quotas: quotas.filter((_, index) => index !== at) })}
        />
      ))}
      <div>
        <Button icon="plus" onClick={() => change({ quotas: [...quotas, newQuota(ticketTypes)] })}>
          {t.addQuota}
        </Button>
      </div>
    </section>
  );
}

function QuotaPart({
  quota,
  at,
  ticketTypes,
  onChange,
  onRemove,
}: {
  quota: Quota;
  at: number;
  ticketTypes: readonly TicketType[];
  onChange: (quota: Quota) => void;
  onRemove: () => void;
}) {
  const t = useMessages(admissionMessages);
  const text = useText();
  return (
    <div className="part stack" role="group" aria-label={t.quota(at + 1)}>
      <div className="row row--apart">
        <h4>{t.quota(at + 1)}</h4>
        <IconButton icon="trash" label={t.removeQuota(at + 1)} onClick={onRemove} />
      </div>
      <TextPairField
        label={t.quotaName}
        name={`quotas.${at}.name`}
        value={quota.name}
        onChange={(name) => onChange({ ...quota, name })}
      />
      <div className="grid-2">
        <NumberField
          label={t.quotaCapacity}
          name={`quotas.${at}.capacity`}
          hint={t.quotaTaken(takenOf(quota, ticketTypes))}
          min={1}
          max={MOST_PLACES}
          value={quota.capacity}
          onChange={(capacity) => onChange({ ...quota, capacity })}
        />
        <Choices
          label={t.quotaTypes}
          name={`quotas.${at}.typeIds`}
          many
          options={ticketTypes.map(({ id, name }) => ({ value: id, label: text(name) }))}
          value={quota.typeIds}
          onChange={(typeIds) => onChange({ ...quota, typeIds })}
        />
      </div>
    </div>
  );
}
