import { describe, expect, it } from 'vitest';
import { toggled, withDoor, withZone, withoutZone } from './entranceDraft';

const NONE = { version: 0, zones: [], doors: [] };

describe('doors and zones that are being edited', () => {
  it('gives each an id of its own, and the first zone that of the whole event', () => {
    const three = withZone(withZone(withZone(NONE)));
    expect(three.zones.map(({ id }) => id)).toEqual(['all', 'zone-1', 'zone-2']);
    const again = withZone(withoutZone(three, 'zone-1'));
    expect(again.zones.map(({ id }) => id)).toEqual(['all', 'zone-2', 'zone-1']);
  });

  it('lets no door lead to a zone that is gone', () => {
    const entrance = withDoor(withZone(NONE));
    expect(entrance.doors[0]?.zoneIds).toEqual(['all']);
    expect(withoutZone(entrance, 'all').doors[0]?.zoneIds).toEqual([]);
  });

  it('puts in what was out and takes out what was in', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});
