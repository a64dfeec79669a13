import type { Admission, TicketKind, TypeRules } from '../../api/admission';
import type { TicketType } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { CheckField } from '../../ui/Choices';
import { MomentField, NumberField, SelectField } from '../../ui/Field';
import { Fold, toggledIn } from '../../ui/Fold';
import { EligibilityFields } from './EligibilityFields';
import { canBeTransferable, isRestricted, withRules } from './admissionDraft';
import { admissionMessages } from './messages';

const KINDS: readonly TicketKind[] = ['visitor', 'competitor', 'media', 'exhibitor-staff', 'vip'];

/** The rules of each ticket type, closed until one looks at them. */
export function TypeRulesFields({
  draft,
  ticketTypes,
  opened,
  setOpened,
  onChange,
}: {
  draft: Admission;
  ticketTypes: readonly TicketType[];
  opened: ReadonlySet<string>;
  setOpened: (opened: ReadonlySet<string>) => void;
  onChange: (draft: Admission) => void;
}) {
  const t = useMessages(admissionMessages);
  const text = useText();
  return (
    <section className="stack stack--s" aria-labelledby="type-rules">
      <h3 id="type-rules">{t.typesTitle}</h3>
      <ul className="folds">
        {ticketTypes.map((type, at) => {
          const rules = draft.types[at];
          const name = text(type.name);
          const open = opened.has(type.id);
          return rules === undefined ? null : (
            <Fold
              key={type.id}
              title={name}
              tags={<Tags rules={rules} />}
              label={open ? t.closeType(name) : t.openType(name)}
              open={open}
              onToggle={() => setOpened(toggledIn(opened, type.id))}
            >
              <Rules
                {...{ rules, type, at }}
                onChange={(changed) => onChange(withRules(draft, changed))}
              />
            </Fold>
          );
        })}
      </ul>
    </section>
  );
}

function Tags({ rules }: { rules: TypeRules }) {
  const t = useMessages(admissionMessages);
  const limit = rules.perPersonLimit ?? NaN;
  const tags = [
    rules.needsApproval ? t.approvalTag : '',
    rules.invitationOnly ? t.invitationTag : '',
    isRestricted(rules) ? t.restrictedTag : '',
    Number.isNaN(limit) ? '' : t.limitTag(limit),
  ].filter((tag) => tag !== '');
  return (
    <>
      <span className="tag">{t.kinds[rules.kind]}</span>
      {tags.length === 0 && <span className="tag tag--good">{t.anybody}</span>}
      {tags.map((tag) => (
        <span key={tag} className="tag tag--warn">
          {tag}
        </span>
      ))}
    </>
  );
}

interface RulesProps {
  rules: TypeRules;
  type: TicketType;
  at: number;
  onChange: (rules: TypeRules) => void;
}

function Rules(props: RulesProps) {
  const t = useMessages(admissionMessages);
  const { rules, type, at, onChange } = props;
  const change = (part: Partial<TypeRules>) => onChange({ ...rules, ...part });
  const free = canBeTransferable(rules, type);
  return (
    <>
      <div className="grid-2">
        <SelectField
          label={t.kind}
          name={`types.${at}.kind`}
          value={rules.kind}
          onChange={(kind) => change({ kind: kind as TicketKind })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t.kinds[kind]}
            </option>
          ))}
        </SelectField>
        <NumberField
          label={t.typeLimit}
          name={`types.${at}.perPersonLimit`}
          hint={t.typeLimitHint}
          optional
          min={1}
          max={20}
          value={rules.perPersonLimit ?? NaN}
          onChange={(perPersonLimit) => change({ perPersonLimit })}
        />
      </div>
      <div className="admission__checks">
        <CheckField
          label={t.needsApproval}
          name={`types.${at}.needsApproval`}
          value={rules.needsApproval}
          onChange={(needsApproval) => change({ needsApproval })}
        />
        {rules.needsApproval && (
          <CheckField
            label={t.requestHoldsPlace}
            name={`types.${at}.requestHoldsPlace`}
            value={rules.requestHoldsPlace}
            onChange={(requestHoldsPlace) => change({ requestHoldsPlace })}
          />
        )}
        <CheckField
          label={t.invitationOnly}
          name={`types.${at}.invitationOnly`}
          value={rules.invitationOnly}
          onChange={(invitationOnly) => change({ invitationOnly })}
        />
        <CheckField
          label={t.transferable}
          name={`types.${at}.transferable`}
          hint={free ? undefined : t.transferNever}
          disabled={!free}
          value={free && rules.transferable}
          onChange={(transferable) => change({ transferable })}
        />
      </div>
      <div className="grid-2">
        <MomentField
          label={t.opensAt}
          name={`types.${at}.opensAt`}
          hint={t.windowHint}
          optional
          value={rules.opensAt ?? ''}
          onChange={(opensAt) => change({ opensAt })}
        />
        <MomentField
          label={t.closesAt}
          name={`types.${at}.closesAt`}
          optional
          value={rules.closesAt ?? ''}
          onChange={(closesAt) => change({ closesAt })}
        />
      </div>
      <EligibilityFields
        path={`types.${at}.eligibility`}
        value={rules.eligibility}
        onChange={(eligibility) => change({ eligibility })}
      />
    </>
  );
}
