// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SessionPerson } from '../../api/types';
import { answerWith, leave, says, show, words } from '../../testing/page';
import type { Asked } from '../../testing/page';
import { DoorEntry } from './DoorEntry';
import { EMPTY_BOOK, bookKey } from './offlineBook';
import type { OfflineBook } from './offlineBook';

const EVENT = 'e1';
const WORKED: OfflineBook = {
  ...EMPTY_BOOK,
  keys: [{ keyId: 'k', publicKey: 'p' }],
  title: { zh: '人才交流大会', en: 'Talent Exchange' },
  entrance: {
    version: 1,
    zones: [],
    doors: [
      { id: 'east', name: { zh: '东门', en: 'East' }, zoneIds: [] },
      { id: 'west', name: { zh: '西门', en: 'West' }, zoneIds: [] },
    ],
  },
};

const keeps = vi.fn<(person: SessionPerson) => boolean>();

beforeEach(() => {
  keeps.mockReturnValue(true);
});

afterEach(leave);

function open(book: OfflineBook | undefined) {
  if (book !== undefined) {
    localStorage.setItem(bookKey(EVENT), JSON.stringify(book));
  }
  show(<DoorEntry eventId={EVENT} mayKeep={(person) => keeps(person)} otherwise="没有权限" />);
}

function withoutNetwork(): void {
  answerWith(() => {
    throw new TypeError('Failed to fetch');
  });
}

function services({ path }: Asked): unknown {
  switch (path) {
    case '/api/session':
      return { signedIn: true, person: { personId: 'p', name: '赵', language: 'zh', grants: [] } };
    case `/api/events/${EVENT}`:
      return { eventId: EVENT, title: WORKED.title };
    case `/api/events/${EVENT}/entrance`:
      return WORKED.entrance;
    default:
      return { items: [] };
  }
}

describe('the door after a reload', () => {
  it('goes on without a network where the device has worked before', async () => {
    withoutNetwork();
    open(WORKED);
    await says('人才交流大会');
    expect(words()).toContain('东门');
    expect(words()).toContain('西门');
    expect(words()).not.toContain('没有连上服务器');
  });

  it('shows nothing of a door to a device that never worked there', async () => {
    withoutNetwork();
    open({ ...WORKED, keys: [] });
    await says('没有连上服务器');
    expect(words()).not.toContain('人才交流大会');
  });

  it('asks to sign in where the services can be asked and know nobody', async () => {
    answerWith(() => ({ signedIn: false }));
    open(WORKED);
    await says('请先登录');
    expect(words()).not.toContain('东门');
  });

  it('goes on in the same page when the network comes back, and stops for who may not keep it', async () => {
    let network = false;
    answerWith((asked) => {
      if (!network) {
        throw new TypeError('Failed to fetch');
      }
      return services(asked);
    });
    open(WORKED);
    await says('人才交流大会');
    const page = document.querySelector('.door');
    network = true;
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(keeps).toHaveBeenCalled());
    expect(document.querySelector('.door')).toBe(page);
    leave();
    keeps.mockReturnValue(false);
    answerWith(services);
    open(WORKED);
    await says('没有权限');
    expect(words()).not.toContain('东门');
  });

  it('keeps what it hears of the event for later', async () => {
    answerWith(services);
    open(undefined);
    await says('东门');
    const kept = () => JSON.parse(localStorage.getItem(bookKey(EVENT)) ?? '{}') as OfflineBook;
    await vi.waitFor(() =>
      expect(kept()).toMatchObject({ title: WORKED.title, entrance: WORKED.entrance }),
    );
  });
});
