import type { Room } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Button, IconButton } from '../../ui/Button';
import { NumberField, TextPairField } from '../../ui/Field';
import { emptyRoom } from './drafts';
import { deskMessages } from './messages';

const MOST_SEATS = 100_000;

/** The rooms in which a forum's sessions take place. */
export function RoomFields({
  rooms,
  change,
}: {
  rooms: readonly Room[];
  change: (part: { rooms: Room[] }) => void;
}) {
  const t = useMessages(deskMessages);
  const replace = (at: number, part: Partial<Room>) =>
    change({ rooms: rooms.map((room, index) => (index === at ? { ...room, ...part } : room)) });
  return (
    <section className="card stack" aria-labelledby="rooms">
      <h2 id="rooms">{t.rooms}</h2>
      {rooms.map((room, index) => (
        <div
          key={room.id ?? index}
          className="part stack"
          role="group"
          aria-label={t.room(index + 1)}
        >
          <div className="row row--apart">
            <h3>{t.room(index + 1)}</h3>
            {rooms.length > 1 && (
              <IconButton
                icon="trash"
                label={t.remove(t.room(index + 1))}
                onClick={() => change({ rooms: rooms.filter((_, at) => at !== index) })}
              />
            )}
          </div>
          <TextPairField
            label={t.roomName(index + 1)}
            name={`rooms.${index}.name`}
            value={room.name}
            onChange={(name) => replace(index, { name })}
          />
          <div className="grid-3">
            <NumberField
              label={t.seats}
              name={`rooms.${index}.capacity`}
              min={1}
              max={MOST_SEATS}
              value={room.capacity}
              onChange={(capacity) => replace(index, { capacity })}
            />
          </div>
        </div>
      ))}
      <div>
        <Button icon="plus" onClick={() => change({ rooms: [...rooms, emptyRoom()] })}>
          {t.addRoom}
        </Button>
      </div>
    </section>
  );
}
