import type { Speaker } from '../../api/types';
import { useText } from '../../i18n/language';

/** Who speaks, with where they come from. */
export function SpeakerList({ speakers }: { speakers: readonly Speaker[] }) {
  const text = useText();
  return (
    <ul className="agenda__speakers">
      {speakers.map((speaker, index) => (
        <li key={`${index} ${speaker.name.zh}`}>
          <strong>{text(speaker.name)}</strong>{' '}
          <span className="soft">{text(speaker.affiliation)}</span>
        </li>
      ))}
    </ul>
  );
}
