import type { ListFault } from '../../api/delegations';
import type { Question } from '../../api/forms';
import { useMessages, useText } from '../../i18n/language';
import { Icon } from '../../ui/Icon';
import { delegationMessages } from './messages';

const MOST_SHOWN = 100;

/** All that is wrong with a list, by line and column, in the service's words. */
export function FaultTable({
  faults,
  questions,
}: {
  faults: readonly ListFault[];
  questions: readonly Question[];
}) {
  const t = useMessages(delegationMessages);
  const columnOf = useColumnName(questions);
  const more = faults.length - MOST_SHOWN;
  return (
    <>
      <div className="note note--bad" role="alert">
        <Icon name="alert" />
        <p>
          <strong>{t.bad(faults.length)}</strong>
          <br />
          {t.badLead}
        </p>
      </div>
      <div className="table-frame">
        <table className="table table--cards">
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              <th scope="col">{t.column}</th>
              <th scope="col">{t.reason}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, MOST_SHOWN).map((fault, index) => (
              <tr key={index}>
                <td data-label={t.line} className="num">
                  {fault.line}
                </td>
                <td data-label={t.column}>{columnOf(fault)}</td>
                <td data-label={t.reason}>{fault.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="soft small">{t.moreFaults(more)}</p>}
    </>
  );
}

/** What a fault is about: the column as the file heads it, the one that is missing, or more. */
function useColumnName(questions: readonly Question[]): (fault: ListFault) => string {
  const t = useMessages(delegationMessages);
  const text = useText();
  return ({ column, field, code }) => {
    if (column !== undefined) {
      return column;
    }
    if (field === 'name' || field === 'phone') {
      return t[field];
    }
    const question = questions.find(({ id }) => id === field);
    if (question !== undefined) {
      return text(question.label);
    }
    return code.startsWith('list-') ? t.theList : t.wholeLine;
  };
}
