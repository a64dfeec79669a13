import { useLanguage, useMessages, useText } from '../../i18n/language';
import type { Text } from '../../api/types';
import { formatClock, formatRange } from '../../time/format';
import { sameDay } from '../../time/zone';
import { Icon } from '../../ui/Icon';
import { agendaMessages } from './messages';
import { overlaps } from './clashes';
import type { Span } from './clashes';

/** What something clashes with, in one line. */
export function ClashNote({ of, with: other }: { of: Span; with: Span & { title: Text } }) {
  const t = useMessages(agendaMessages);
  const text = useText();
  const { language } = useLanguage();
  const when =
    sameDay(of.startsAt, other.startsAt) && sameDay(other.startsAt, other.endsAt)
      ? `${formatClock(other.startsAt)}–${formatClock(other.endsAt)}`
      : formatRange(other.startsAt, other.endsAt, language);
  const words = overlaps(of, other) ? t.clashesWith : t.tooNear;
  return (
    <p className="clash">
      <Icon name="alert" />
      <span>{words(text(other.title), when)}</span>
    </p>
  );
}
